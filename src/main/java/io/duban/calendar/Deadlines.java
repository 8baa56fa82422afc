package io.duban.calendar;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of deadlines (期限) of all cases: opens, meets, extends and cancels them. Timers of the engine only
 * repeat what stands here.
 */
@Component
@Transactional
public class Deadlines {

    private static final int MOST_YEARS_AHEAD = 2;

    private final DeadlineRepository register;
    private final DueDateRules rules;
    private final CurrentCalendar calendar;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deadlines(
            DeadlineRepository register,
            DueDateRules rules,
            CurrentCalendar calendar,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.rules = rules;
        this.calendar = calendar;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a deadline whose length the decision table D15 knows.
     *
     * @param from the day that does not count, e.g. the day of receipt
     */
    public Deadline open(String caseId, @Nullable String subjectId, DeadlineKind kind, LocalDate from) {
        return add(caseId, subjectId, kind, from, rules.termOf(caseId, kind));
    }

    /** Opens a deadline on a day that people have set, from {@code from} up to two years later. */
    public Deadline openUntil(
            String caseId, @Nullable String subjectId, DeadlineKind kind, LocalDate from, LocalDate due) {
        if (due.isBefore(from) || due.isAfter(from.plusYears(MOST_YEARS_AHEAD))) {
            throw Refusal.of(
                    "due",
                    "due-date-range",
                    "设计参数：指定期限不早于起算日，不超过两年",
                    "到期日须在 " + from + " 至 " + from.plusYears(MOST_YEARS_AHEAD) + " 之间。",
                    "The due date must not be before " + from + " nor more than two years later.");
        }
        int days = (int) ChronoUnit.DAYS.between(from, due);
        var reminder = rules.termOf(caseId, kind).reminderWorkingDays();
        return add(caseId, subjectId, kind, from, new Term(days, TermUnit.FIXED_DATE, reminder));
    }

    /** The newest open deadline of this kind. */
    @Transactional(readOnly = true)
    public Optional<Deadline> find(String caseId, @Nullable String subjectId, DeadlineKind kind) {
        return register.newestOpen(caseId, subjectId, kind).map(this::deadline);
    }

    /** Whether a reminder is of use now: the term is open, its reminder's time has come and its last day is not over. */
    @Transactional(readOnly = true)
    public boolean isDueSoon(String caseId, @Nullable String subjectId, DeadlineKind kind) {
        Instant now = clock.instant();
        return find(caseId, subjectId, kind)
                .filter(open -> !now.isBefore(open.remindAt()) && now.isBefore(open.dueAt()))
                .isPresent();
    }

    /** Whether the term is missed: open, and its last day is over. A timer knows neither, so each asks before it records. */
    @Transactional(readOnly = true)
    public boolean isMissed(String caseId, @Nullable String subjectId, DeadlineKind kind) {
        Instant now = clock.instant();
        return find(caseId, subjectId, kind)
                .filter(open -> !now.isBefore(open.dueAt()))
                .isPresent();
    }

    /** All deadlines of a case, closed ones too, in the order in which they were opened. */
    @Transactional(readOnly = true)
    public List<Deadline> of(String caseId) {
        return register.ofCase(caseId).stream().map(this::deadline).toList();
    }

    /** The open deadlines of many cases by case. */
    @Transactional(readOnly = true)
    public Map<String, List<Deadline>> openOf(Collection<String> caseIds) {
        return register.openOf(caseIds).stream().map(this::deadline).collect(Collectors.groupingBy(Deadline::caseId));
    }

    /** One deadline, or a refusal (404). */
    @Transactional(readOnly = true)
    public Deadline get(String id) {
        return register.byId(id)
                .map(this::deadline)
                .orElseThrow(() -> Refusal.notFound("没有这个期限。", "There is no such deadline."));
    }

    /** Closes a deadline because its work was done at this instant; on time only before its last day's 24:00. */
    public Deadline meet(String id, Instant at) {
        return meet(get(id), at);
    }

    private static DeadlineRow met(Deadline open, Instant at) {
        return open.row().closed(at.isBefore(open.dueAt()) ? DeadlineStatus.MET : DeadlineStatus.OVERDUE_MET, at);
    }

    /** The same for one that has just been read and not changed by anybody since. */
    public Deadline meet(Deadline open, Instant at) {
        return close(open, met(open, at));
    }

    /** Closes the newest open deadline of this kind because its work has just been done; none open is no error. */
    public void meetOpen(String caseId, @Nullable String subjectId, DeadlineKind kind) {
        find(caseId, subjectId, kind).ifPresent(open -> meet(open, clock.instant()));
    }

    /** Closes a deadline because nothing is owed any more. */
    public Deadline cancel(String id) {
        var open = requireOpen(get(id));
        return close(open, open.row().closed(DeadlineStatus.CANCELLED, clock.instant()));
    }

    private Deadline close(Deadline open, DeadlineRow closed) {
        register.close(requireOpen(open).row(), closed);
        var after = deadline(closed);
        events.publishEvent(new DeadlineClosed(after));
        return after;
    }

    /**
     * Lets the newest deadline of the case itself of this kind run on from its own due date, because what met it did not
     * do; none met is no error.
     */
    public void reopen(String caseId, DeadlineKind kind, String cause) {
        register.ofCase(caseId).stream()
                .filter(row -> row.kind() == kind && row.subjectId() == null)
                .reduce((earlier, later) -> later)
                .filter(row -> row.status() == DeadlineStatus.MET || row.status() == DeadlineStatus.OVERDUE_MET)
                .ifPresent(row -> {
                    register.reopen(row);
                    audit.record(
                            caseId,
                            "DEADLINE_RUNS_ON",
                            cause + "，" + kind.chinese() + "期限自原到期日 " + row.dueDate() + " 继续计算");
                    events.publishEvent(new DeadlineOpened(deadline(row.reopened())));
                });
    }

    /** Cancels every open deadline of a case, e.g. when the order is withdrawn (T18). */
    public void cancelAll(String caseId) {
        for (var row : register.ofCase(caseId)) {
            if (row.status() == DeadlineStatus.OPEN) {
                register.close(row, row.closed(DeadlineStatus.CANCELLED, clock.instant()));
            }
        }
    }

    /** Refuses, before anybody has to decide, a length or a reason with which no deadline can be extended. */
    @Transactional(readOnly = true)
    public void requireAskable(String caseId, int workingDays, String reason) {
        ExtensionRules.requireAskable(
                workingDays, rules.termOf(caseId, DeadlineKind.EXTENSION).amount(), reason);
    }

    /**
     * Extends an open deadline once, before it is due, by at most what D15 says for EXTENSION (T17, INV-18), and tells
     * the rooms above.
     */
    public Deadline extend(String id, int workingDays, String reason, String approver) {
        var before = get(id);
        ExtensionRules.requireExtensible(before, clock.instant());
        var most = rules.termOf(before.caseId(), DeadlineKind.EXTENSION).amount();
        ExtensionRules.requireReasoned(workingDays, most, reason, approver);
        var extension = new Extension(workingDays, reason.strip(), approver.strip(), clock.instant());
        var after = change(before, extended(before.row(), extension));
        audit.record(before.caseId(), "DEADLINE_EXTENDED", sentence(before, after, extension));
        events.publishEvent(new DeadlineMoved(before, after));
        return after;
    }

    /** How long D15 lets a term of this kind be in this case, in the unit it names there. */
    @Transactional(readOnly = true)
    public int lengthOf(String caseId, DeadlineKind kind) {
        return rules.termOf(caseId, kind).amount();
    }

    /**
     * The last day of a term that a party may use and nobody owes, so that it stands in no register; one that ends on a
     * day off ends on the next working day.
     */
    @Transactional(readOnly = true)
    public LocalDate endOf(String caseId, DeadlineKind kind, LocalDate from) {
        LocalDate last = rules.termOf(caseId, kind).after(from, calendar.get()).due();
        return calendar.get().isWorkingDay(last) ? last : calendar.get().nextWorkingDay(last);
    }

    private DeadlineRow extended(DeadlineRow row, Extension extension) {
        var later = calendar.get().dueAfter(row.dueDate(), extension.workingDays());
        return row.with(extension).due(later.due(), row.provisional() || later.provisional());
    }

    private Deadline add(String caseId, @Nullable String subjectId, DeadlineKind kind, LocalDate from, Term term) {
        var row = DeadlineRow.opened(UUID.randomUUID().toString(), caseId, subjectId, kind, from, term, calendar.get());
        register.insert(row);
        var opened = deadline(row);
        events.publishEvent(new DeadlineOpened(opened));
        return opened;
    }

    private static Deadline requireOpen(Deadline deadline) {
        if (deadline.status() != DeadlineStatus.OPEN) {
            throw Refusal.conflict(
                    "deadline-closed",
                    deadline.status(),
                    "该期限" + deadline.status().chinese() + "，不能再变更。",
                    "The deadline is closed.");
        }
        return deadline;
    }

    private Deadline change(Deadline before, DeadlineRow after) {
        register.update(before.row(), after);
        return deadline(after);
    }

    private Deadline deadline(DeadlineRow row) {
        return new Deadline(row, calendar.get());
    }

    private static String sentence(Deadline before, Deadline after, Extension extension) {
        return before.kind().chinese() + "期限延期 " + extension.workingDays() + " 个工作日，由 " + before.due() + " 改为 "
                + after.due() + "，批准人：" + extension.approver();
    }
}
