package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The connection is cut in the moment of the commit, before the database has carried it out or after. All doors answer
 * failures in one of two places: the advice of the controllers and the filter around the engine's own interfaces.
 */
class LostAnswerTest {

    private static final String NOTHING_CHANGED = "未作任何更改";
    private static final String UNKNOWN = "不能确定所办事项是否已经生效";

    private final Cut source = new Cut(new DriverManagerDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=50", "sa", ""));
    private final JdbcTemplate jdbc = new NotedWrites(source);
    private final TransactionTemplate transaction;
    private final MockMvc web;

    LostAnswerTest() {
        var manager = new JdbcTransactionManager(source);
        manager.addListener(new CommitWatch());
        transaction = new TransactionTemplate(manager);
        web = MockMvcBuilders.standaloneSetup(new Door())
                .setControllerAdvice(new ProblemAdvice())
                .addFilters((request, response, chain) -> inRequest(() -> chain.doFilter(request, response)))
                .build();
    }

    @BeforeEach
    void create() {
        jdbc.execute("create table work (id integer primary key)");
        jdbc.execute("insert into work values (0)");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.When.class,
            names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void whoLosesTheAnswerToACommitIsToldThatTheOutcomeIsUnknownAndWhereToLook(Cut.When when) throws Exception {
        source.when = when;
        assertThat(answerOf("/write")).contains(UNKNOWN, "待办或案件卷宗", "reference").doesNotContain(NOTHING_CHANGED);
        assertThat(answerOfTheEngine("/write")).contains(UNKNOWN).doesNotContain(NOTHING_CHANGED);
        source.when = Cut.When.NEVER;
        assertThat(rows()).isEqualTo(when == Cut.When.AFTER_COMMIT ? 3 : 1);
    }

    @Test
    void whatFailsInsideItsTransactionHasChangedNothingAndSaysSo() throws Exception {
        source.when = Cut.When.IN_STATEMENT;
        assertThat(answerOf("/write")).contains(NOTHING_CHANGED).doesNotContain(UNKNOWN);
        assertThat(answerOfTheEngine("/write")).contains(NOTHING_CHANGED).doesNotContain(UNKNOWN);
        source.when = Cut.When.NEVER;
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatFailsAfterItsTransactionMayHaveTakenEffect() throws Exception {
        assertThat(answerOf("/write-then-fail")).contains(UNKNOWN).doesNotContain(NOTHING_CHANGED);
        assertThat(answerOfTheEngine("/write-then-fail")).contains(UNKNOWN);
    }

    /** Where one transaction is carried out and the next one of the same request is undone. */
    @Test
    void whatAnEarlierTransactionOfTheRequestHasDoneIsNotCalledNothing() throws Exception {
        assertThat(answerOf("/write-then-undo")).contains(UNKNOWN).doesNotContain(NOTHING_CHANGED);
        assertThat(answerOfTheEngine("/write-then-undo")).contains(UNKNOWN).doesNotContain(NOTHING_CHANGED);
        assertThat(rows()).as("the first row, and one of each request").isEqualTo(3);
    }

    @Test
    void whatWasOnlyReadBeforeTheWorkWasUndoneHasChangedNothing() throws Exception {
        assertThat(answerOf("/read-then-undo")).contains(NOTHING_CHANGED).doesNotContain(UNKNOWN);
        assertThat(rows()).isEqualTo(1);
    }

    /** What was written behind a savepoint goes with its transaction. */
    @Test
    void whatWasWrittenInASavepointOfWorkThatWasUndoneHasChangedNothing() throws Exception {
        assertThat(answerOf("/save-then-undo")).contains(NOTHING_CHANGED).doesNotContain(UNKNOWN);
        assertThat(answerOfTheEngine("/save-then-undo")).contains(NOTHING_CHANGED);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whoeverOnlyReadsHasChangedNothing() throws Exception {
        String answer = web.perform(get("/write-then-fail"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer).contains(NOTHING_CHANGED);
    }

    @Test
    void aConstraintThatIsFoundAtTheCommitHasUndoneTheWork() throws Exception {
        source.when = Cut.When.REFUSED;
        assertThat(answerOf("/write")).doesNotContain(UNKNOWN);
    }

    @Test
    void whoWaitsInVainForARowIsToldToTryAgainAndThatNothingWasChanged() throws Exception {
        transaction.executeWithoutResult(open -> {
            jdbc.queryForList("select id from work where id = 0 for update");
            var waiting = new Thread(() -> {
                try {
                    var answer = web.perform(post("/wait")).andReturn().getResponse();
                    waited = answer.getStatus()
                            + answer.getContentAsString(StandardCharsets.UTF_8)
                            + answerOfTheEngine("/wait");
                } catch (Exception failed) {
                    waited = failed.toString();
                }
            });
            waiting.start();
            try {
                waiting.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(waited).startsWith("503").contains("请稍后重试", NOTHING_CHANGED).doesNotContain("系统故障");
    }

    private volatile String waited = "";

    private int rows() {
        return jdbc.queryForObject("select count(*) from work", Integer.class);
    }

    private String answerOf(String path) throws Exception {
        return web.perform(post(path)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** The engine's REST interface has lost the cause when its answer comes back. */
    private String answerOfTheEngine(String path) throws Exception {
        var response = new MockHttpServletResponse();
        FilterChain engine = (request, answer) -> {
            try {
                RequestThread.acts();
                new Door().work(path);
            } catch (RuntimeException failure) {
                RequestThread.failed(new ProcessEngineException("wrapped", failure));
                ((HttpServletResponse) answer).setStatus(500);
            }
        };
        inRequest(
                () -> new QuietErrors().doFilter(new MockHttpServletRequest("POST", "/engine-rest"), response, engine));
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private interface Answering {
        void answer() throws java.io.IOException, jakarta.servlet.ServletException;
    }

    private static void inRequest(Answering work) throws java.io.IOException, jakarta.servlet.ServletException {
        RequestThread.begin();
        try {
            work.answer();
        } finally {
            RequestThread.end();
        }
    }

    @RestController
    @TestComponent
    private class Door {

        @RequestMapping({"/write", "/write-then-fail", "/write-then-undo", "/read-then-undo", "/save-then-undo", "/wait"
        })
        void any(HttpServletRequest request) {
            work(request.getRequestURI());
        }

        private void work(String path) {
            transaction.executeWithoutResult(open -> {
                if ("/wait".equals(path)) {
                    jdbc.queryForList("select id from work where id = 0 for update");
                } else if ("/save-then-undo".equals(path)) {
                    var nested = new TransactionTemplate(transaction.getTransactionManager());
                    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
                    nested.executeWithoutResult(inner -> jdbc.update("insert into work select max(id) + 1 from work"));
                    throw new IllegalStateException("after the savepoint");
                } else if ("/read-then-undo".equals(path)) {
                    jdbc.queryForList("select id from work");
                } else {
                    jdbc.update("insert into work select max(id) + 1 from work");
                }
            });
            if (path.endsWith("-then-undo")) {
                transaction.executeWithoutResult(open -> {
                    jdbc.update("insert into work select max(id) + 1 from work");
                    throw new IllegalStateException("the second half of it");
                });
            }
            if ("/write-then-fail".equals(path)) {
                throw new IllegalStateException("the answer cannot be written");
            }
        }
    }

    /** A database whose connection breaks at a moment of the test's choice. */
    private static final class Cut extends DelegatingDataSource {

        enum When {
            NEVER,
            IN_STATEMENT,
            BEFORE_COMMIT,
            AFTER_COMMIT,
            REFUSED
        }

        private volatile When when = When.NEVER;

        Cut(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Cut.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        boolean commit = "commit".equals(method.getName());
                        if (commit && when == When.BEFORE_COMMIT
                                || when == When.IN_STATEMENT && method.getName().endsWith("Statement")) {
                            throw new SQLException("cut", "08006");
                        }
                        if (commit && when == When.REFUSED) {
                            throw new SQLException("a constraint", "23503");
                        }
                        Object result = called(real, method, arguments);
                        if (commit && when == When.AFTER_COMMIT) {
                            throw new SQLException("cut", "08006");
                        }
                        return result;
                    });
        }

        private static Object called(Connection real, java.lang.reflect.Method method, Object[] arguments)
                throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }
    }
}
