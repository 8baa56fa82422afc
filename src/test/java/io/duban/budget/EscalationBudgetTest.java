package io.duban.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.BusinessClock;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What a morning costs on which an overdue order is urged (T2): its timer fires, the order is assessed and urged, the timer is set.
 * Thirty was the aim; the engine alone takes 28 for the event-based gateway with its timer, message and five changed
 * variables, the case nine reads (two of them what leads and notices say of the unit and its district),
 * three writes, and the 催办单 with its number three more. It is the dearest of three mornings: the other two urge nobody.
 */
@CountedApplication
class EscalationBudgetTest {

    private static final int MOST_EXECUTES =
            46; // a timer asks the register; the urging note asks for its template before its number is locked
    private static final String TIMER = "intermediateTimer_nextWorkingDay";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RoundTrips trips;

    @Autowired
    private AuthenticationProvider provider;

    @Autowired
    private MockMvc door;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void backToday() {
        clock.runAheadBy(Duration.ZERO);
    }

    @Test
    void a_morning_of_an_overdue_order_is_one_commit_and_few_statements() {
        OurLife life = new OurLife(engine, trips, new Accounts(provider), door, json);
        morning(life);
        Tally cost = morning(life);

        Figures.note("one escalation timer", cost);
        Figures.trips("one escalation timer", cost);
        assertThat(cost.writeCommits()).isEqualTo(1);
        assertThat(cost.executes()).isLessThanOrEqualTo(MOST_EXECUTES);
    }

    private Tally morning(OurLife life) {
        clock.runAheadBy(Duration.ZERO);
        String order = life.liveUntil("userTask_investigate");
        clock.runAheadBy(Duration.ofDays(28));
        engine.getManagementService().executeJob(life.job(order, "investigation", "boundaryTimer_investigationDue"));
        clock.runAheadBy(Duration.ofDays(35));
        String job = life.job(order, "escalation", TIMER);
        Tally cost = trips.during(() -> engine.getManagementService().executeJob(job));
        assertThat(jdbc.queryForObject("select count(*) from reminder where order_id = ?", Integer.class, order))
                .as("urged on both days")
                .isEqualTo(2);
        return cost;
    }
}
