package io.duban.order;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.DueDate;
import io.duban.calendar.TermUnit;
import io.duban.calendar.WorkingDays;
import io.duban.order.OrderDossier.Term;
import io.duban.rectification.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a deadline with its reckoning: which days were counted, which skipped and why. */
@Component
class DossierTerms {

    private final WorkingDays workingDays;

    DossierTerms(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    Term of(Deadline each, List<Problem> list, LocalDate today) {
        boolean working = each.unit() == TermUnit.WORKING_DAYS;
        DueDate reckoning = reckoning(each, working);
        int total = reckoning.counted().size();
        return new Term(
                each.id(),
                each.kind().name(),
                each.kind().chinese() + "期限",
                subject(each, list),
                each.startDate(),
                each.due(),
                each.provisional(),
                each.status(today).name(),
                each.status(today).chinese(),
                each.overdueWorkingDays(today),
                working && each.status() == DeadlineStatus.OPEN ? day(each, today) : null,
                working ? total : null,
                each.closedAt()
                        .map(at -> LocalDate.ofInstant(at, WorkingDays.ZONE))
                        .orElse(null),
                each.explain(today),
                reckoning.counted(),
                reckoning.skipped());
    }

    private DueDate reckoning(Deadline each, boolean working) {
        int days = workingDays.workingDaysBetween(each.startDate(), each.due());
        DueDate counted = workingDays.dueAfter(each.startDate(), days);
        return working || counted.due().equals(each.due())
                ? counted
                : new DueDate(each.due(), each.provisional(), counted.counted(), counted.skipped(), each.unit());
    }

    private int day(Deadline each, LocalDate today) {
        return workingDays.workingDaysBetween(each.startDate(), today);
    }

    private static @Nullable String subject(Deadline each, List<Problem> list) {
        return list.stream()
                .filter(problem -> problem.id().equals(each.subjectId()))
                .findFirst()
                .map(problem -> "问题 " + problem.seq())
                .orElse(null);
    }
}
