package io.duban.interview;

import java.sql.Timestamp;
import java.time.Instant;

/** Who took a step, and when (经办人、经办时间). */
record Acted(String person, Instant at) {

    Timestamp timestamp() {
        return Timestamp.from(at);
    }
}
