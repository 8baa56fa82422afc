package io.duban.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deadline as the register holds it (期限登记); every change of its due date makes a new one with the next version. */
record DeadlineRow(
        String id,
        String caseId,
        @Nullable String subjectId,
        DeadlineKind kind,
        LocalDate startDate,
        Term term,
        LocalDate dueDate,
        boolean provisional,
        DeadlineStatus status,
        @Nullable Instant closedAt,
        @Nullable Extension extension,
        int version) {

    /** A new deadline, its due date counted by this calendar. */
    static DeadlineRow opened(
            String id,
            String caseId,
            @Nullable String subjectId,
            DeadlineKind kind,
            LocalDate from,
            Term term,
            WorkingDayCalendar calendar) {
        var due = term.after(from, calendar);
        return new DeadlineRow(
                id,
                caseId,
                subjectId,
                kind,
                from,
                term,
                due.due(),
                due.provisional(),
                DeadlineStatus.OPEN,
                null,
                null,
                0);
    }

    DeadlineRow closed(DeadlineStatus how, Instant at) {
        return in(how, at);
    }

    DeadlineRow reopened() {
        return in(DeadlineStatus.OPEN, null);
    }

    private DeadlineRow in(DeadlineStatus how, @Nullable Instant at) {
        return new DeadlineRow(
                id, caseId, subjectId, kind, startDate, term, dueDate, provisional, how, at, extension, version);
    }

    DeadlineRow due(LocalDate due, boolean isProvisional) {
        return new DeadlineRow(
                id,
                caseId,
                subjectId,
                kind,
                startDate,
                term,
                due,
                isProvisional,
                status,
                closedAt,
                extension,
                version + 1);
    }

    DeadlineRow with(Extension approved) {
        return new DeadlineRow(
                id,
                caseId,
                subjectId,
                kind,
                startDate,
                term,
                dueDate,
                provisional,
                status,
                closedAt,
                approved,
                version);
    }

    /** The same deadline counted by another calendar; days that people have set stay, working days added to them do not. */
    DeadlineRow countedBy(WorkingDayCalendar calendar) {
        var reckoning = reckoning(calendar);
        boolean same = reckoning.due().equals(dueDate) && reckoning.provisional() == provisional;
        return same ? this : due(reckoning.due(), reckoning.provisional());
    }

    /** How the due date comes about, an extension in working days included. */
    DueDate reckoning(WorkingDayCalendar calendar) {
        int more = extension == null ? 0 : extension.workingDays();
        if (term.unit() == TermUnit.WORKING_DAYS) {
            return calendar.dueAfter(startDate, term.amount() + more);
        }
        var plain = term.after(startDate, calendar);
        return more == 0 ? plain : calendar.dueAfter(plain.due(), more);
    }
}
