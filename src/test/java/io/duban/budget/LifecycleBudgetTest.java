package io.duban.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The life of one 重点问题督办单 with one problem, ours against a bare engine with the same models: begin, eleven tasks,
 * each claimed and then completed, one timer. What both sides do is counted after two lives of warm-up.
 */
@CountedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleBudgetTest {

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

    private BareLife bare;
    private Map<String, Tally> theirs;
    private Map<String, Tally> ours;
    private Map<String, Tally> oursInOneCall;

    @BeforeAll
    void live() {
        Life own = new OurLife(engine, trips, new Accounts(provider), door, json);
        bare = BareLife.with(engine.getRepositoryService(), trips);
        for (int warm = 0; warm < 2; warm++) {
            bare.live(true);
            own.live(true);
        }
        theirs = bare.live(true);
        ours = own.live(true);
        oursInOneCall = own.live(false);
        Figures.lifecycle(theirs, ours, oursInOneCall);
    }

    @AfterAll
    void close() {
        bare.close();
    }

    @Test
    void a_life_takes_at_most_15_percent_more_round_trips_than_on_a_bare_engine() {
        assertThat(Life.sum(ours).executes())
                .isLessThanOrEqualTo((int) (Life.sum(theirs).executes() * 1.15));
    }

    @Test
    void a_life_commits_as_often_as_on_a_bare_engine() {
        assertThat(Life.sum(ours).writeCommits())
                .isEqualTo(Life.sum(theirs).writeCommits());
    }

    @Test
    void a_life_updates_at_most_60_rows() {
        assertThat(Life.sum(ours).rowsUpdated()).isLessThanOrEqualTo(60);
    }
}
