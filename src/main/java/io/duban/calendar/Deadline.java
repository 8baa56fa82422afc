package io.duban.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of a case (期限, domain rows A50 and T21) as it stood when it was read, together with the calendar it
 * was counted by; a value, so asking it never changes anything.
 */
public final class Deadline {

    private static final LocalTime REMINDER = LocalTime.of(9, 0);

    private final DeadlineRow row;
    private final WorkingDayCalendar calendar;

    Deadline(DeadlineRow row, WorkingDayCalendar calendar) {
        this.row = row;
        this.calendar = calendar;
    }

    public String id() {
        return row.id();
    }

    public String caseId() {
        return row.caseId();
    }

    /** What within the case it is about, e.g. one problem; null when it is about the case itself. */
    public @Nullable String subjectId() {
        return row.subjectId();
    }

    public DeadlineKind kind() {
        return row.kind();
    }

    /** The day before the first that counts, e.g. the day of receipt. */
    public LocalDate startDate() {
        return row.startDate();
    }

    /** The length in {@link #unit()}, without an extension. */
    public int amount() {
        return row.term().amount();
    }

    public TermUnit unit() {
        return row.term().unit();
    }

    /** The last day, an extension included. */
    public LocalDate due() {
        return row.dueDate();
    }

    /** The last day's 24:00 in Chinese time; what is done at this instant is late. */
    public Instant dueAt() {
        return DueDate.endOf(row.dueDate());
    }

    /** 09:00 of the working day on which people are reminded; of a short term this may be before it was opened. */
    public Instant remindAt() {
        return calendar.minusWorkingDays(row.dueDate(), row.term().reminderWorkingDays())
                .atTime(REMINDER)
                .atZone(WorkingDays.ZONE)
                .toInstant();
    }

    /** 暂定: the arrangement of a year it runs through is not known, so the due date may still move. */
    public boolean provisional() {
        return row.provisional();
    }

    /** As it is stored: open until it is met or cancelled. */
    public DeadlineStatus status() {
        return row.status();
    }

    /** As people are told it on that day: past its last day an open deadline is overdue. */
    public DeadlineStatus status(LocalDate today) {
        return isOverdue(today) ? DeadlineStatus.OVERDUE : row.status();
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(row.closedAt());
    }

    public Optional<Extension> extension() {
        return Optional.ofNullable(row.extension());
    }

    public boolean extended() {
        return row.extension() != null;
    }

    /** Grows with every change of the register's line. */
    public int version() {
        return row.version();
    }

    /** Whether it is open and its last day is over. */
    public boolean isOverdue(LocalDate today) {
        return row.status() == DeadlineStatus.OPEN && today.isAfter(row.dueDate());
    }

    /**
     * By how many working days it is overdue (逾期工作日数), or was when it was met late; 0 on time, when cancelled, and on
     * days off directly after the last day.
     */
    public int overdueWorkingDays(LocalDate today) {
        return switch (row.status()) {
            case OPEN, OVERDUE -> calendar.workingDaysBetween(row.dueDate(), today);
            case OVERDUE_MET -> calendar.workingDaysBetween(row.dueDate(), closedDay());
            case MET, CANCELLED -> 0;
        };
    }

    /** The reckoning in one Chinese sentence as seen on this day. */
    public String explain(LocalDate today) {
        return switch (row.status()) {
            case OPEN, OVERDUE -> open(today);
            case MET -> Explanation.day(closedDay(), today) + "按期完成";
            case OVERDUE_MET -> Explanation.day(closedDay(), today) + "逾期完成" + metLate(today);
            case CANCELLED -> "期限已取消";
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Deadline that && row.equals(that.row);
    }

    @Override
    public int hashCode() {
        return row.hashCode();
    }

    @Override
    public String toString() {
        return row.toString();
    }

    DeadlineRow row() {
        return row;
    }

    private String open(LocalDate today) {
        var extension = row.extension();
        var extended = extension == null ? "" : "（已延期 " + extension.workingDays() + " 个工作日）";
        var provisional = row.provisional() ? Explanation.PROVISIONAL : "";
        if (isOverdue(today)) {
            return late(today) + "，" + Explanation.end(row.dueDate(), today) + extended + provisional;
        }
        if (row.term().unit() == TermUnit.FIXED_DATE) {
            return Explanation.end(row.dueDate(), today) + "（指定日期）" + extended;
        }
        if (row.term().unit() == TermUnit.CALENDAR_DAYS && extension != null) {
            return Explanation.end(row.dueDate(), today) + extended + provisional;
        }
        var reckoning = row.reckoning(calendar);
        return reckoning.explain(today) + extended;
    }

    /** On the days off directly after the last day nobody is late by a working day yet. */
    private String late(LocalDate today) {
        int days = overdueWorkingDays(today);
        return days == 0 ? "已逾期" : "已逾期 " + days + " 个工作日";
    }

    private String metLate(LocalDate today) {
        int days = overdueWorkingDays(today);
        return days == 0 ? "" : "，逾期 " + days + " 个工作日";
    }

    private LocalDate closedDay() {
        var closedAt = row.closedAt();
        return closedAt == null ? row.dueDate() : LocalDate.ofInstant(closedAt, WorkingDays.ZONE);
    }
}
