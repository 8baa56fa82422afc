package io.duban.calendar;

import io.duban.engine.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reckons due dates for everybody and takes the yearly arrangements (工作日历) from administrators. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final String ADMINISTRATOR = "ROLE_ADMIN";

    private final WorkingDays workingDays;
    private final CurrentCalendar current;
    private final CalendarUploads uploads;
    private final Clock clock;

    CalendarController(WorkingDays workingDays, CurrentCalendar current, CalendarUploads uploads, Clock clock) {
        this.workingDays = workingDays;
        this.current = current;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Counts working days from a day that itself does not count. */
    @GetMapping("/due-date")
    Reckoning dueDate(
            @RequestParam("from") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam("workingDays") int days) {
        var due = workingDays.dueAfter(from, days);
        var today = LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
        return new Reckoning(due.due(), due.provisional(), due.counted(), due.skipped(), due.explain(today));
    }

    /** Shows one year and where its arrangement comes from. */
    @GetMapping("/years/{year}")
    Year year(@PathVariable("year") int year) {
        var arrangement = current.get().year(year);
        return new Year(
                year,
                arrangement.notice(),
                arrangement.source(),
                arrangement.provisional(),
                arrangement.uploadedBy(),
                arrangement.uploadedAt(),
                arrangement.days().values());
    }

    /** Previews a file, or stores it when the digest of its preview is given. */
    @PutMapping(path = "/years/{year}", consumes = "text/csv")
    CalendarChange upload(
            @PathVariable("year") int year,
            @RequestParam(name = "confirm", required = false) @Nullable String confirm,
            InputStream body)
            throws IOException {
        var administrator = requireAdministrator();
        var content = body.readNBytes(CalendarFile.MOST_BYTES + 1);
        return confirm == null
                ? uploads.preview(year, content, administrator)
                : uploads.store(year, content, confirm, administrator);
    }

    private static String requireAdministrator() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null
                || user.getAuthorities().stream().noneMatch(role -> ADMINISTRATOR.equals(role.getAuthority()))) {
            throw Refusal.forbidden(
                    "calendar-administrator",
                    "设计：放假安排由系统管理员载入",
                    "只有系统管理员可以载入放假安排。",
                    "Only administrators may upload an arrangement.");
        }
        return user.getName();
    }

    /** A due date with its reckoning (到期日及计算过程). */
    record Reckoning(
            LocalDate due,
            boolean provisional,
            List<LocalDate> counted,
            List<SkippedDay> skipped,
            String explanation) {}

    /** One year of the calendar (年度放假安排). */
    record Year(
            int year,
            String notice,
            YearArrangement.Source source,
            boolean provisional,
            @Nullable String uploadedBy,
            @Nullable Instant uploadedAt,
            Collection<CalendarDay> days) {}
}
