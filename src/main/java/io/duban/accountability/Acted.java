package io.duban.accountability;

import io.duban.calendar.WorkingDays;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/** Who took a step, and when (经办人、经办时间). */
record Acted(String person, Instant at) {

    Timestamp timestamp() {
        return Timestamp.from(at);
    }

    LocalDate day() {
        return LocalDate.ofInstant(at, WorkingDays.ZONE);
    }
}
