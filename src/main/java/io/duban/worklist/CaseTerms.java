package io.duban.worklist;

import io.duban.calendar.Deadline;
import io.duban.calendar.Deadlines;
import io.duban.calendar.DueDate;
import io.duban.calendar.WorkingDays;
import io.duban.order.OrderDossier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 期限 of interviews, accountability cases and leads as the tab 案情 shows them, day by day. */
@Component
class CaseTerms {

    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Clock clock;

    CaseTerms(Deadlines deadlines, WorkingDays workingDays, Clock clock) {
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    List<Dossier.Term> of(String caseId) {
        return of(caseId, Map.of());
    }

    /** All deadlines of a case; those of one part of it carry the name that the part's id has in {@code parts}. */
    List<Dossier.Term> of(String caseId, Map<String, String> parts) {
        LocalDate today = LocalDate.now(clock);
        return deadlines.of(caseId).stream()
                .map(each -> term(each, parts, today))
                .toList();
    }

    private Dossier.Term term(Deadline each, Map<String, String> parts, LocalDate today) {
        int days = workingDays.workingDaysBetween(each.startDate(), each.due());
        DueDate reckoning = workingDays.dueAfter(each.startDate(), days);
        String part = each.subjectId();
        return new Dossier.Term(
                each.kind().chinese() + "期限",
                part == null ? null : parts.get(part),
                each.startDate(),
                each.due(),
                each.provisional(),
                each.status(today).name(),
                each.status(today).chinese(),
                each.overdueWorkingDays(today),
                null,
                null,
                each.closedAt()
                        .map(at -> LocalDate.ofInstant(at, WorkingDays.ZONE))
                        .orElse(null),
                each.explain(today),
                reckoning.counted(),
                reckoning.skipped().stream()
                        .map(day -> new Dossier.Skipped(day.date(), day.reason()))
                        .toList());
    }

    /** A deadline as the order has reckoned it itself. */
    static Dossier.Term of(OrderDossier.Term each) {
        return new Dossier.Term(
                each.label(),
                each.subject(),
                each.start(),
                each.due(),
                each.provisional(),
                each.status(),
                each.statusLabel(),
                each.overdueDays(),
                each.day(),
                each.of(),
                each.closedOn(),
                each.explanation(),
                each.counted(),
                each.skipped().stream()
                        .map(day -> new Dossier.Skipped(day.date(), day.reason()))
                        .toList());
    }
}
