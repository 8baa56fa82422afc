package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarOnPostgresIT {

    @Test
    void deadlines_and_uploads_work_on_postgresql_too() throws IOException {
        try (var postgres = EmbeddedPostgres.start();
                var room = new CalendarRoom(postgres.getPostgresDatabase())) {
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
}
