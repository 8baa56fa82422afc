package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Postgres;
import io.duban.engine.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CalendarOnPostgresIT {

    @Test
    void deadlines_and_uploads_work_on_postgresql_too() {
        try (var room = new CalendarRoom(Postgres.empty().database())) {
            room.clock.set("2026-12-26T10:00:00");
            var deadlines = room.deadlines();
            var received = LocalDate.of(2026, 12, 25);
            var whole = deadlines.open("order-1", null, DeadlineKind.INVESTIGATION, received);
            var problem = deadlines.open("order-1", "problem-1", DeadlineKind.INVESTIGATION, received);
            assertThat(deadlines.find("order-1", null, DeadlineKind.INVESTIGATION))
                    .contains(whole);
            assertThat(deadlines.find("order-1", "problem-1", DeadlineKind.INVESTIGATION))
                    .contains(problem);
            deadlines.extend(problem.id(), 2, "理由", "王主任");
            deadlines.cancel(deadlines
                    .open("order-1", null, DeadlineKind.STATEMENT, received)
                    .id());

            var uploads = room.bean(CalendarUploads.class);
            var file = Arrangement2027.withLongNewYear();
            uploads.store(2027, file, uploads.preview(2027, file, "admin").digest(), "admin");
            assertThat(deadlines.of("order-1"))
                    .extracting(Deadline::due)
                    .containsExactly(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 7), LocalDate.of(2027, 1, 4));
            assertThat(deadlines.get(whole.id()).dueAt()).isEqualTo("2027-01-05T16:00:00Z");
            room.bean(DeadlineMoves.class).recountProvisional();
            assertThat(room.sentences("calendar")).hasSize(1);
        }
    }

    /** A deadline ends once, and whoever comes too late to extend or to end it is told so. */
    @Test
    void of_many_who_end_or_extend_a_deadline_at_once_only_one_ends_it() throws Exception {
        try (var room = new CalendarRoom(Postgres.empty().database())) {
            room.clock.set("2026-12-26T10:00:00");
            var deadlines = room.deadlines();
            for (int round = 0; round < 20; round++) {
                String id = deadlines
                        .open("order-" + round, null, DeadlineKind.INVESTIGATION, LocalDate.of(2026, 12, 25))
                        .id();
                List<Callable<Boolean>> attempts = List.of(
                        () -> done(() -> deadlines.meet(id, room.clock.instant())),
                        () -> done(() -> deadlines.cancel(id)),
                        () -> done(() -> deadlines.meet(id, room.clock.instant())),
                        () -> done(() -> deadlines.extend(id, 2, "理由", "王主任")));
                long ended = together(attempts).subList(0, 3).stream()
                        .filter(each -> each)
                        .count();
                var after = deadlines.get(id);
                assertThat(after.status() == DeadlineStatus.OPEN ? 0 : 1).isEqualTo((int) ended);
                assertThat(ended == 1 || after.row().extension() != null)
                        .as("only an extension in between keeps all from ending it")
                        .isTrue();
            }
        }
    }

    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal tooLate) {
            assertThat(tooLate.rule()).isIn("deadline-changed", "deadline-closed", "extension-closed");
            return false;
        }
    }

    private static List<Boolean> together(List<Callable<Boolean>> attempts) throws Exception {
        var pool = Executors.newFixedThreadPool(attempts.size());
        try {
            List<Boolean> answers = new ArrayList<>();
            for (var each : pool.invokeAll(attempts)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
