package io.duban.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.test.web.servlet.MockMvc;

/** What a page of the worklist costs: the same for three tasks and for a page full of them. */
@CountedApplication
class TaskPageBudgetTest {

    /** Two of them ask once for each list whether there is a case the reader must stand aside from. */
    private static final int MOST_EXECUTES = 18;

    private static final String LEAD = "supervision-lead.310000";

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

    @Test
    void a_page_of_20_tasks_costs_no_more_statements_than_a_page_of_3() {
        OurLife life = new OurLife(engine, trips, new Accounts(provider), door, json);
        for (int i = 0; i < 3; i++) {
            life.liveUntil("userTask_issueOrder");
        }
        life.page(LEAD, 20);
        Tally few = trips.during(() -> life.page(LEAD, 20));
        for (int i = 0; i < 22; i++) {
            life.liveUntil("userTask_issueOrder");
        }
        Tally many = trips.during(() -> life.page(LEAD, 20));

        assertThat(life.page(LEAD, 20)).contains("\"hasMore\":true").contains("以研学名义");
        Figures.note("page of 20 tasks, executes", many.executes());
        Figures.trips("page of 20 tasks", many);
        assertThat(many.executes()).isLessThanOrEqualTo(few.executes()).isLessThanOrEqualTo(MOST_EXECUTES);
        assertThat(many.writeCommits()).isZero();
    }
}
