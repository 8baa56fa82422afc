package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.duban.engine.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarUploadsTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 12, 25);

    private CalendarRoom room;
    private CalendarUploads uploads;
    private Deadlines deadlines;

    @BeforeEach
    void open() {
        room = CalendarRoom.onH2();
        uploads = room.bean(CalendarUploads.class);
        deadlines = room.deadlines();
        room.clock.set("2026-12-26T10:00:00");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_preview_says_what_would_move_and_changes_nothing() {
        var deadline = investigation();
        var preview = uploads.preview(2027, Arrangement2027.withWorkingSunday(), "admin");
        assertThat(preview.stored()).isFalse();
        assertThat(preview.moved()).isEqualTo(1);
        assertThat(preview.becomeFirm()).isEqualTo(1);
        assertThat(preview.becomeOverdue()).isZero();
        assertThat(preview.digest()).hasSize(64);
        assertThat(preview.moves())
                .containsExactly(new CalendarChange.Move(
                        deadline.id(),
                        "order-1",
                        null,
                        DeadlineKind.INVESTIGATION,
                        "调查核实",
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2027, 1, 3),
                        false));
        assertNothingChanged(deadline);
    }

    @Test
    void a_confirmed_file_moves_deadlines_tells_the_rooms_above_and_leaves_a_trail() {
        var before = investigation();
        var change = store(Arrangement2027.withWorkingSunday());
        assertThat(change.stored()).isTrue();
        assertThat(change.moved()).isEqualTo(1);
        var after = deadlines.get(before.id());
        assertThat(after.due()).isEqualTo("2027-01-03");
        assertThat(after.provisional()).isFalse();
        assertThat(room.heard()).containsExactly(new DeadlineMoved(before, after));
        assertThat(room.heard().get(0).after().remindAt()).isEqualTo("2026-12-31T01:00:00Z");
        assertThat(room.sentences("order-1"))
                .containsExactly("DEADLINE_MOVED 因载入 2027 年放假安排，调查核实期限由 2027-01-04 改为 2027-01-03");
        assertThat(room.sentences("calendar"))
                .containsExactly("CALENDAR_UPLOADED 载入 2027 年放假安排：关于2027年部分节假日安排的通知（测试用，并非真实通知），变更期限 1 项");
        assertThat(room.bean(WorkingDays.class).isWorkingDay(LocalDate.of(2027, 1, 3)))
                .isTrue();
    }

    @Test
    void a_file_that_moves_nothing_still_makes_deadlines_firm() {
        var deadline = investigation();
        var change = store(Arrangement2027.plain());
        assertThat(change.moved()).isZero();
        assertThat(change.becomeFirm()).isEqualTo(1);
        assertThat(deadlines.get(deadline.id()).provisional()).isFalse();
        assertThat(room.heard()).isEmpty();
        assertThat(room.sentences("order-1")).isEmpty();
    }

    @Test
    void a_deadline_that_moves_before_today_becomes_overdue() {
        investigation();
        room.clock.set("2027-01-04T10:00:00");
        var preview = uploads.preview(2027, Arrangement2027.withWorkingSunday(), "admin");
        assertThat(preview.becomeOverdue()).isEqualTo(1);
        assertThat(preview.moves().get(0).becomesOverdue()).isTrue();
    }

    @Test
    void met_cancelled_and_set_deadlines_and_days_of_the_calendar_stay() {
        var met = deadlines.meet(investigation().id(), Instant.parse("2026-12-28T02:00:00Z"));
        var cancelled = deadlines.cancel(investigation().id());
        var set = deadlines.openUntil("order-1", null, DeadlineKind.RECTIFICATION, RECEIVED, LocalDate.of(2027, 1, 4));
        var rectification = deadlines.open("order-1", null, DeadlineKind.RECTIFICATION, RECEIVED);
        var before = deadlines.open("order-1", null, DeadlineKind.INVESTIGATION, LocalDate.of(2026, 12, 1));
        var change = store(Arrangement2027.withLongNewYear());
        assertThat(change.moved()).isZero();
        assertThat(deadlines.of("order-1")).containsExactly(met, cancelled, set, rectification, before);
    }

    @Test
    void the_reminder_before_a_day_that_stays_moves_with_the_calendar() {
        var set = deadlines.openUntil("order-1", null, DeadlineKind.RECTIFICATION, RECEIVED, LocalDate.of(2027, 2, 5));
        assertThat(set.remindAt()).isEqualTo("2027-02-04T01:00:00Z");
        var change = store((Arrangement2027.CSV + "2027-02-04,OFF,春节\n").getBytes(StandardCharsets.UTF_8));
        assertThat(change.moved()).isZero();
        assertThat(room.heard()).hasSize(1);
        assertThat(room.heard().get(0).dueMoved()).isFalse();
        assertThat(room.heard().get(0).after().remindAt()).isEqualTo("2027-02-03T01:00:00Z");
        assertThat(room.sentences("order-1")).isEmpty();
    }

    @Test
    void working_days_added_to_a_day_that_people_have_set_are_counted_again() {
        var set =
                deadlines.openUntil("order-1", null, DeadlineKind.RECTIFICATION, RECEIVED, LocalDate.of(2026, 12, 31));
        var extended = deadlines.extend(set.id(), 1, "理由", "王主任");
        assertThat(extended.due()).isEqualTo("2027-01-04");
        assertThat(extended.provisional()).isTrue();
        assertThat(store(Arrangement2027.withLongNewYear()).moved()).isEqualTo(1);
        assertThat(deadlines.get(set.id()).due()).isEqualTo("2027-01-05");
        assertThat(deadlines.get(set.id()).provisional()).isFalse();
    }

    @Test
    void an_extended_deadline_keeps_its_extension() {
        var extended = deadlines.extend(investigation().id(), 2, "理由", "王主任");
        assertThat(extended.due()).isEqualTo("2027-01-06");
        store(Arrangement2027.withLongNewYear());
        var moved = deadlines.get(extended.id());
        assertThat(moved.due()).isEqualTo("2027-01-07");
        assertThat(moved.extended()).isTrue();
        assertThat(moved.provisional()).isFalse();
    }

    @Test
    void a_later_file_takes_the_place_of_an_earlier_one() {
        var deadline = investigation();
        store(Arrangement2027.withWorkingSunday());
        store(Arrangement2027.withLongNewYear());
        assertThat(deadlines.get(deadline.id()).due()).isEqualTo("2027-01-05");
        assertThat(room.bean(WorkingDays.class).isWorkingDay(LocalDate.of(2027, 1, 3)))
                .isFalse();
    }

    @Test
    void more_deadlines_than_one_batch_are_all_moved() {
        room.inTransaction(() -> {
            for (int i = 0; i < 1001; i++) {
                deadlines.open("order-" + i, null, DeadlineKind.INVESTIGATION, RECEIVED);
            }
            return true;
        });
        var change = store(Arrangement2027.withLongNewYear());
        assertThat(change.moved()).isEqualTo(1001);
        assertThat(change.moves()).hasSize(500);
        assertThat(room.heard()).hasSize(1001);
    }

    @Test
    void a_confirmation_of_another_file_is_refused() {
        var deadline = investigation();
        var digest = uploads.preview(2027, Arrangement2027.plain(), "admin").digest();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> uploads.store(2027, Arrangement2027.withWorkingSunday(), digest, "admin"))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("calendar-confirm"));
        assertNothingChanged(deadline);
    }

    @Test
    void a_malformed_file_or_a_year_out_of_range_changes_nothing() {
        var deadline = investigation();
        var malformed = (Arrangement2027.CSV + "2027-01-04,FREE,元旦\n").getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> uploads.store(2027, malformed, "", "admin"))
                .withMessageContaining("第 16 行");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> uploads.preview(2100, Arrangement2027.plain(), "admin"))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("calendar-range"));
        assertNothingChanged(deadline);
    }

    @Test
    void an_upload_whose_timers_cannot_be_moved_does_not_happen() {
        var deadline = investigation();
        room.listenersFail();
        assertThatIllegalStateException().isThrownBy(() -> store(Arrangement2027.withWorkingSunday()));
        assertNothingChanged(deadline);
        assertThat(room.sentences("calendar")).isEmpty();
    }

    @Test
    void another_node_sees_an_upload_within_a_minute() {
        var otherNode = new CurrentCalendar(room.bean(CalendarRepository.class), room.clock);
        assertThat(otherNode.get().year(2027).provisional()).isTrue();
        store(Arrangement2027.plain());
        assertThat(otherNode.get().year(2027).provisional()).isTrue();
        room.clock.set("2026-12-26T10:01:00");
        assertThat(otherNode.get().year(2027).provisional()).isFalse();
    }

    @Test
    void a_release_that_brings_an_arrangement_makes_provisional_deadlines_firm_at_start_up() {
        var deadline = investigation();
        var file = CalendarFile.read(2027, Arrangement2027.withLongNewYear());
        room.inTransaction(() -> {
            var repository = room.bean(CalendarRepository.class);
            repository.replace(
                    new YearArrangement(
                            2027, YearArrangement.Source.UPLOADED, "通知", file.days(), "admin", room.clock.instant()),
                    "0");
            return true;
        });
        room.bean(CurrentCalendar.class).forget();
        room.bean(DeadlineMoves.class).recountProvisional();
        assertThat(deadlines.get(deadline.id()).due()).isEqualTo("2027-01-05");
        assertThat(deadlines.get(deadline.id()).provisional()).isFalse();
        assertThat(room.heard()).hasSize(1);
    }

    private Deadline investigation() {
        return deadlines.open("order-1", null, DeadlineKind.INVESTIGATION, RECEIVED);
    }

    private CalendarChange store(byte[] content) {
        return uploads.store(
                2027, content, uploads.preview(2027, content, "admin").digest(), "admin");
    }

    private void assertNothingChanged(Deadline deadline) {
        assertThat(deadlines.get(deadline.id())).isEqualTo(deadline);
        assertThat(room.heard()).isEmpty();
        assertThat(room.bean(CurrentCalendar.class).get().year(2027).provisional())
                .isTrue();
    }
}
