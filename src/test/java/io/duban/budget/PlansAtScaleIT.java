package io.duban.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.SignedIn;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What PostgreSQL touches when there is much: 100,000 pending timers, 100,000 open tasks, a quarter of them of one group. The
 * rows are copies of one real timer and one real task; the statements are the engine's own, taken down while it sends them.
 */
@CountedApplication
@ActiveProfiles({"demo", "postgres"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class PlansAtScaleIT {

    private static final int MANY = 100_000;
    private static final int DUE = 10_000;
    private static final int ROWS_FOR_EACH_TASK = 10;
    private static final int BUFFERS_FOR_EACH_TASK = 5;
    private static final String SMALL_GROUP = "supervision-office.310000";
    /** Of no overseer: what they ask is narrowed to their own. */
    private static final String OTHER_GROUP = "petition-office.310000";

    private static final String GROUP = "committee-director.310000";
    private static final String LARGE_GROUP = "supervision-lead.310000";
    private static final int CAPPED = 1_001;
    private static final Postgres POSTGRES = Postgres.empty();

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
    private JdbcTemplate jdbc;

    private OurLife life;
    private Plans plans;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        POSTGRES.serve(properties);
    }

    @BeforeAll
    void fill() throws Exception {
        life = new OurLife(engine, trips, new Accounts(provider), door, json);
        plans = new Plans(jdbc, json);
        life.liveUntil("userTask_receiveOrder");
        life.liveUntil("userTask_issueOrder");
        plans.copy(
                "act_ru_job",
                "handler_type_ = 'timer-transition'",
                MANY,
                Map.of(
                        "id_",
                        "'j' || n",
                        "process_instance_id_",
                        "'p' || n",
                        "duedate_",
                        "now() + n * interval '1 minute' + interval '1 day'"));
        String task = "task_def_key_ = 'userTask_issueOrder'";
        String oldest = "(select id_ from act_ru_task where " + task + " order by id_ limit 1)";
        String group = "case when n % 4 = 0 then '" + LARGE_GROUP + "' when n % 40 = 1 then '" + GROUP
                + "' when n % 40 = 3 then '" + OTHER_GROUP
                + "' when n % 1000 = 2 then '" + SMALL_GROUP + "' else 'group-' || n % 100 end";
        plans.copy(
                "act_ru_identitylink",
                "task_id_ = " + oldest,
                MANY,
                Map.of("id_", "'l' || n", "group_id_", group, "task_id_", "null"));
        plans.copy(
                "act_ru_task",
                task,
                MANY,
                Map.of("id_", "'t' || n", "due_date_", "now() + n % 5000 * interval '1 minute'"));
        jdbc.update(
                "update act_ru_identitylink set task_id_ = 't' || substr(id_, 2) where id_ like 'l%' and task_id_ is null");
        jdbc.execute("vacuum analyze");
    }

    @Test
    void looking_for_due_timers_touches_next_to_nothing_when_none_is_due() {
        int buffers = plans.buffers(acquisition());
        Figures.note("acquisition, " + MANY + " timers pending, none due, buffers", buffers);
        assertThat(buffers).isLessThanOrEqualTo(20);
    }

    @Test
    void looking_for_due_timers_touches_little_when_many_are_due() {
        jdbc.update("update act_ru_job set duedate_ = duedate_ - interval '400 days' where id_ in"
                + " (select id_ from act_ru_job order by duedate_ limit " + DUE + ")");
        jdbc.execute("vacuum analyze act_ru_job");
        Tally acquisition = trips.during(() -> {});
        try {
            acquisition = acquisition();
        } finally {
            int buffers = plans.buffers(acquisition);
            jdbc.update("update act_ru_job set duedate_ = duedate_ + interval '400 days', lock_owner_ = null,"
                    + " lock_exp_time_ = null where duedate_ < now()");
            jdbc.execute("vacuum analyze act_ru_job");
            Figures.note("acquisition, " + MANY + " timers pending, " + DUE + " due, buffers", buffers);
            assertThat(buffers).isLessThanOrEqualTo(1_000);
        }
    }

    /** Q1 for a post with a hundred tasks. */
    @Test
    void a_page_of_a_group_touches_little_among_many_tasks() {
        life.page(SMALL_GROUP, 20);
        int buffers = plans.buffers(trips.during(() -> life.page(SMALL_GROUP, 20)));
        Figures.note("page of 20, group has " + MANY / 1000 + " of " + MANY + " tasks, buffers", buffers);
        assertThat(buffers).isLessThanOrEqualTo(2_000);
    }

    @Test
    void pages_and_counts_of_a_group_process_rows_in_proportion_to_its_tasks() {
        within(GROUP, MANY / 40, "page of 20", () -> life.page(GROUP, 20));
        within(LARGE_GROUP, MANY / 4, "page of 20", () -> life.page(LARGE_GROUP, 20));
        for (String person : List.of(GROUP, LARGE_GROUP)) {
            int tasks = person.equals(GROUP) ? MANY / 40 : MANY / 4;
            within(person, tasks, "filter's list", () -> as(person, () -> firstOf(pile(person))));
            within(
                    person,
                    tasks,
                    "filter's count",
                    () -> as(person, () -> assertThat(pile(person).count()).isEqualTo(CAPPED)));
        }
    }

    /** GET and POST task of the engine's interface: whoever oversees nothing is shown what a filter of the groups shows. */
    @Test
    void whoever_asks_for_all_tasks_pays_for_the_own_ones() {
        within(OTHER_GROUP, MANY / 40, "plain list", () -> as(OTHER_GROUP, () -> firstOf(tasks())));
        within(
                OTHER_GROUP,
                MANY / 40,
                "plain list by name",
                () -> as(OTHER_GROUP, () -> tasks().orderByTaskName().asc().listPage(0, 15)));
    }

    /** 全部可见: in proportion to all tasks there are, since all are seen. */
    @Test
    void the_list_of_whoever_oversees_all_processes_rows_in_proportion_to_all() {
        within(LARGE_GROUP, MANY, "overseer's list", () -> as(LARGE_GROUP, () -> firstOf(tasks())));
        within(
                LARGE_GROUP,
                MANY,
                "overseer's count",
                () -> as(LARGE_GROUP, () -> assertThat(tasks().count()).isEqualTo(CAPPED)));
    }

    private static void firstOf(TaskQuery query) {
        query.orderByDueDate().asc().orderByTaskId().asc().listPage(0, 15);
    }

    private TaskQuery tasks() {
        return engine.getTaskService().createTaskQuery();
    }

    private TaskQuery pile(String group) {
        return tasks().taskCandidateGroupIn(List.of(group)).includeAssignedTasks();
    }

    private void as(String person, Runnable work) {
        SecurityContextHolder.getContext().setAuthentication(new Accounts(provider).signedIn(person));
        SignedIn known = SignedIn.required();
        engine.getIdentityService().setAuthentication(known.person(), known.groups(), known.tenants());
        try {
            work.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }

    private void within(String person, int tasks, String what, Runnable work) {
        work.run();
        Tally tally = trips.during(work);
        long rows = plans.rows(tally);
        Figures.note(what + ", " + tasks + " of " + MANY + " tasks, rows processed", (int) rows);
        int buffers = plans.buffers(tally);
        Figures.note(what + ", " + tasks + " of " + MANY + " tasks, buffers", buffers);
        assertThat(rows).as(what + " of " + person).isLessThanOrEqualTo((long) tasks * ROWS_FOR_EACH_TASK);
        assertThat(buffers)
                .as(what + " of " + person + ", buffers")
                .isLessThanOrEqualTo(Math.max(2_000, tasks * BUFFERS_FOR_EACH_TASK));
    }

    private Tally acquisition() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return trips.during(() -> configuration
                .getCommandExecutorTxRequired()
                .execute(new AcquireJobsCmd(configuration.getJobExecutor())));
    }
}
