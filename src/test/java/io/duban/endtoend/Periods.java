package io.duban.endtoend;

import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** The periods in which leads are gathered and conferred about, begun anew at the time of the test. */
final class Periods {

    private Periods() {}

    static void begin(JdbcTemplate jdbc, ApplicationRunner runningPeriods) {
        List.of(
                        "notice_lead",
                        "supervision_notice",
                        "lead_consolidation",
                        "consultation_count",
                        "consultation_assignment",
                        "consultation")
                .forEach(table -> jdbc.update("delete from " + table));
        jdbc.update("update lead set state = 'CLOSED' where state = 'REPLIED'");
        try {
            runningPeriods.run(null);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
