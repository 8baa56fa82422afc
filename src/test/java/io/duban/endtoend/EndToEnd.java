package io.duban.endtoend;

import io.duban.engine.BusinessClock;
import io.duban.engine.OneProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application with its real models, forms and demo accounts, one context for all end-to-end tests. Every test
 * begins on the morning of 5 October 2026, a public holiday, whatever the machine's date; time moves only when a test
 * moves it, and nothing is kept in order behind its back.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:endtoend;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            "duban.papers.office-home=/no/office",
            "duban.ledger.fold-every=PT24H",
            "duban.audit.seal-every=PT24H",
            "duban.session.rights-read-every=PT2S",
            "duban.sign-in.wrong-passwords-of-one-source=1000",
            "duban.report.per-minute=1000",
            "duban.report.per-hour=10000",
            "duban.report.all-per-minute=1000",
            "duban.report.all-per-hour=10000"
        })
@ActiveProfiles("demo")
abstract class EndToEnd {

    static final String START = "2026-10-05T09:00:00+08:00";

    @LocalServerPort
    private int port;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcTemplate jdbc;

    Duban duban;

    @BeforeEach
    void takeBackTheProcess() {
        OneProcess.isOf(engine);
    }

    @BeforeEach
    void begin() {
        duban = new Duban(port);
        setClock(START);
    }

    /** What a test has left running would fire its timers in the next one. */
    @AfterEach
    void clearAway() {
        runtimeService.createProcessInstanceQuery().rootProcessInstances().listPage(0, 2000).stream()
                .map(each -> each.getProcessInstanceId())
                .toList()
                .forEach(each -> runtimeService.deleteProcessInstance(each, "end of the test", true, true));
    }

    @AfterAll
    static void backToTheMachinesTime() {
        ClockUtil.reset();
    }

    /** Sets the clock, also back, as no user can. */
    void setClock(String time) {
        Duration offset =
                Duration.between(Instant.now(), OffsetDateTime.parse(time).toInstant());
        jdbc.update("update demo_clock set offset_millis = ?", offset.toMillis());
        clock.runAheadBy(offset);
    }

    Person as(String account) {
        return duban.as(account);
    }
}
