package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.duban.engine.Refusal;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineExtensionTest {

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
    void an_extension_moves_the_due_date_keeps_its_reason_and_tells_the_rooms_above() {
        var before = investigation();
        var after = deadlines.extend(before.id(), 3, " 当事人住院 ", "王主任");
        assertThat(after.due()).isEqualTo("2026-09-30");
        assertThat(after.extension()).contains(new Extension(3, "当事人住院", "王主任", room.clock.instant()));
        assertThat(deadlines.get(before.id())).isEqualTo(after);
        assertThat(room.heard()).containsExactly(new DeadlineMoved(before, after));
        assertThat(room.sentences("order-1"))
                .containsExactly("DEADLINE_EXTENDED 调查核实期限延期 3 个工作日，由 2026-09-24 改为 2026-09-30，批准人：王主任");
        assertThat(after.explain(LocalDate.of(2026, 9, 28)))
                .isEqualTo("第 6 / 8 个工作日，9月30日 24:00 到期；跳过：9月19日 周六、9月25日—27日 中秋节（已延期 3 个工作日）");
    }

    @Test
    void an_extension_of_days_of_the_calendar_and_of_a_set_day_counts_working_days() {
        var rectification = deadlines.open("order-1", null, DeadlineKind.RECTIFICATION, RECEIVED);
        var longer = deadlines.extend(rectification.id(), 1, "理由", "王主任");
        assertThat(longer.due()).isEqualTo("2026-10-19");
        assertThat(longer.explain(RECEIVED)).isEqualTo("10月19日 24:00 到期（已延期 1 个工作日）");
        var fixed = deadlines.extend(until(LocalDate.of(2026, 12, 31)).id(), 1, "理由", "王主任");
        assertThat(fixed.due()).isEqualTo("2027-01-04");
        assertThat(fixed.provisional())
                .as("nobody knows yet which days of 2027 are off")
                .isTrue();
    }

    @Test
    void a_deadline_is_extended_only_once() {
        var id = investigation().id();
        deadlines.extend(id, 1, "理由", "王主任");
        refused(() -> deadlines.extend(id, 1, "理由", "王主任"), "extension-once", "OPEN");
    }

    @Test
    void a_deadline_is_extended_only_before_it_is_due() {
        var id = investigation().id();
        room.clock.set("2026-09-25T00:00:00");
        refused(() -> deadlines.extend(id, 1, "理由", "王主任"), "extension-after-due", "OVERDUE");
        room.clock.set("2026-09-24T23:59:59");
        assertThat(deadlines.extend(id, 1, "理由", "王主任").due()).isEqualTo("2026-09-28");
    }

    @Test
    void a_closed_deadline_is_not_extended() {
        var id = investigation().id();
        deadlines.meet(id, room.clock.instant());
        refused(() -> deadlines.extend(id, 1, "理由", "王主任"), "extension-closed", "MET");
    }

    @Test
    void an_extension_needs_a_length_a_reason_and_an_approver() {
        var id = investigation().id();
        refused(() -> deadlines.extend(id, 0, "理由", "王主任"), "extension-length", null);
        refused(() -> deadlines.extend(id, 6, "理由", "王主任"), "extension-length", null);
        refused(() -> deadlines.extend(id, 1, " ", "王主任"), "extension-reason", null);
        refused(() -> deadlines.extend(id, 1, "理".repeat(501), "王主任"), "extension-reason", null);
        refused(() -> deadlines.extend(id, 1, "理由", ""), "extension-approver", null);
        refused(() -> deadlines.extend(id, 1, "理由", "王".repeat(101)), "extension-approver", null);
        assertThat(room.heard()).isEmpty();
        assertThat(deadlines.get(id).extended()).isFalse();
    }

    @Test
    void an_extension_whose_timer_cannot_be_moved_does_not_happen() {
        var before = investigation();
        room.listenersFail();
        assertThatIllegalStateException().isThrownBy(() -> deadlines.extend(before.id(), 1, "理由", "王主任"));
        assertThat(deadlines.get(before.id())).isEqualTo(before);
        assertThat(room.sentences("order-1")).isEmpty();
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
