package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duban.engine.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 9, 18);

    private CalendarRoom room;
    private Deadlines deadlines;

    @BeforeEach
    void open() {
        room = CalendarRoom.onH2();
        deadlines = room.deadlines();
        room.clock.set("2026-09-18T10:00:00");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void an_investigation_is_due_five_working_days_after_receipt() {
        var deadline = investigation();
        assertThat(deadline.due()).isEqualTo("2026-09-24");
        assertThat(deadline.dueAt()).isEqualTo("2026-09-24T16:00:00Z");
        assertThat(deadline.remindAt()).isEqualTo("2026-09-23T01:00:00Z");
        assertThat(deadline.status()).isEqualTo(DeadlineStatus.OPEN);
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadlines.get(deadline.id())).isEqualTo(deadline);
    }

    @Test
    void a_rectification_is_due_after_thirty_days_of_the_calendar() {
        var deadline = deadlines.open("order-1", "problem-1", DeadlineKind.RECTIFICATION, RECEIVED);
        assertThat(deadline.due()).isEqualTo("2026-10-18");
        assertThat(deadline.unit()).isEqualTo(TermUnit.CALENDAR_DAYS);
        assertThat(deadline.subjectId()).isEqualTo("problem-1");
        assertThat(deadline.explain(LocalDate.of(2026, 9, 20))).isEqualTo("第 2 / 30 个自然日，10月18日 24:00 到期");
    }

    @Test
    void the_newest_open_deadline_of_a_kind_and_subject_is_found() {
        var older = investigation();
        var newer = investigation();
        deadlines.open("order-1", "problem-1", DeadlineKind.INVESTIGATION, RECEIVED);
        deadlines.open("order-2", null, DeadlineKind.INVESTIGATION, RECEIVED);
        assertThat(deadlines.find("order-1", null, DeadlineKind.INVESTIGATION)).contains(newer);
        deadlines.cancel(newer.id());
        assertThat(deadlines.find("order-1", null, DeadlineKind.INVESTIGATION)).contains(older);
        assertThat(deadlines.find("order-1", "problem-2", DeadlineKind.INVESTIGATION))
                .isEmpty();
        assertThat(deadlines.of("order-1")).hasSize(3);
    }

    @Test
    void work_done_before_24_00_is_on_time_and_at_24_00_is_late() {
        var onTime = deadlines.meet(investigation().id(), Instant.parse("2026-09-24T15:59:59.999Z"));
        assertThat(onTime.status()).isEqualTo(DeadlineStatus.MET);
        assertThat(onTime.overdueWorkingDays(LocalDate.of(2026, 12, 1))).isZero();
        assertThat(onTime.explain(RECEIVED)).isEqualTo("9月24日按期完成");
        var late = deadlines.meet(investigation().id(), Instant.parse("2026-09-24T16:00:00Z"));
        assertThat(late.status()).isEqualTo(DeadlineStatus.OVERDUE_MET);
    }

    @Test
    void overdue_days_are_working_days_and_freeze_when_the_work_is_done() {
        var deadline = investigation();
        assertThat(deadline.overdueWorkingDays(LocalDate.of(2026, 9, 24))).isZero();
        assertThat(deadline.isOverdue(LocalDate.of(2026, 9, 24))).isFalse();
        assertThat(deadline.isOverdue(LocalDate.of(2026, 9, 25))).isTrue();
        assertThat(deadline.status(LocalDate.of(2026, 9, 24))).isEqualTo(DeadlineStatus.OPEN);
        assertThat(deadline.status(LocalDate.of(2026, 9, 25))).isEqualTo(DeadlineStatus.OVERDUE);
        assertThat(deadline.status()).as("as it is stored").isEqualTo(DeadlineStatus.OPEN);
        assertThat(deadline.overdueWorkingDays(LocalDate.of(2026, 9, 27))).isZero();
        assertThat(deadline.explain(LocalDate.of(2026, 9, 27)))
                .as("late, by no working day yet")
                .isEqualTo("已逾期，9月24日 24:00 到期");
        assertThat(deadline.overdueWorkingDays(LocalDate.of(2026, 9, 29))).isEqualTo(2);
        assertThat(deadline.explain(LocalDate.of(2026, 9, 29))).isEqualTo("已逾期 2 个工作日，9月24日 24:00 到期");
        var met = deadlines.meet(deadline.id(), Instant.parse("2026-09-29T02:00:00Z"));
        assertThat(met.status(LocalDate.of(2026, 12, 1))).isEqualTo(DeadlineStatus.OVERDUE_MET);
        assertThat(met.overdueWorkingDays(LocalDate.of(2026, 12, 1))).isEqualTo(2);
        assertThat(met.explain(LocalDate.of(2026, 12, 1))).isEqualTo("9月29日逾期完成，逾期 2 个工作日");
    }

    @Test
    void a_closed_deadline_cannot_be_met_or_cancelled_again() {
        var id = deadlines.cancel(investigation().id()).id();
        refused(() -> deadlines.meet(id, room.clock.instant()), "deadline-closed", "CANCELLED");
        refused(() -> deadlines.cancel(id), "deadline-closed", "CANCELLED");
        assertThat(deadlines.get(id).explain(RECEIVED)).isEqualTo("期限已取消");
    }

    @Test
    void cancelling_a_case_closes_what_is_open_and_leaves_what_is_met() {
        var met = investigation();
        deadlines.meet(met.id(), room.clock.instant());
        investigation();
        deadlines.open("order-1", "problem-1", DeadlineKind.RECTIFICATION, RECEIVED);
        deadlines.cancelAll("order-1");
        assertThat(deadlines.of("order-1"))
                .extracting(Deadline::status)
                .containsExactly(DeadlineStatus.MET, DeadlineStatus.CANCELLED, DeadlineStatus.CANCELLED);
    }

    @Test
    void people_may_set_the_day_within_two_years() {
        var due = LocalDate.of(2026, 10, 20);
        var deadline = deadlines.openUntil("order-1", null, DeadlineKind.RECTIFICATION, RECEIVED, due);
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.unit()).isEqualTo(TermUnit.FIXED_DATE);
        assertThat(deadline.amount()).isEqualTo(32);
        assertThat(deadline.explain(RECEIVED)).isEqualTo("10月20日 24:00 到期（指定日期）");
        assertThat(until(RECEIVED).due()).isEqualTo(RECEIVED);
        assertThat(until(RECEIVED.plusYears(2)).due()).isEqualTo("2028-09-18");
        refused(() -> until(RECEIVED.minusDays(1)), "due-date-range", null);
        refused(() -> until(RECEIVED.plusYears(2).plusDays(1)), "due-date-range", null);
    }

    @Test
    void a_change_based_on_an_old_reading_is_refused() {
        var register = room.bean(DeadlineRepository.class);
        var old = investigation().row();
        deadlines.cancel(old.id());
        refused(
                () -> register.close(old, old.closed(DeadlineStatus.MET, room.clock.instant())),
                "deadline-changed",
                "CANCELLED");
        refused(() -> register.update(old, old.due(RECEIVED, false)), "deadline-changed", "CANCELLED");
    }

    @Test
    void an_unknown_deadline_is_not_found() {
        refused(() -> deadlines.get("nothing"), "not-found", null);
    }

    @Test
    void a_deadline_into_an_unknown_year_is_provisional() {
        var deadline = deadlines.open("order-1", null, DeadlineKind.INVESTIGATION, LocalDate.of(2026, 12, 25));
        assertThat(deadline.due()).isEqualTo("2027-01-04");
        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.explain(LocalDate.of(2027, 1, 5))).startsWith("已逾期 1 个工作日，1月4日 24:00 到期（暂定");
    }

    private Deadline investigation() {
        return deadlines.open("order-1", null, DeadlineKind.INVESTIGATION, RECEIVED);
    }

    private Deadline until(LocalDate due) {
        return deadlines.openUntil("order-1", null, DeadlineKind.RECTIFICATION, RECEIVED, due);
    }

    private static void refused(ThrowingCallable attempt, String rule, String state) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(attempt).satisfies(refusal -> {
            assertThat(refusal.rule()).isEqualTo(rule);
            assertThat(refusal.english()).isNotBlank();
            assertThat(refusal.particulars().get("state")).isEqualTo(state);
        });
    }
}
