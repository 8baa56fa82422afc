package io.duban.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duban.engine.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:clock;DB_CLOSE_DELAY=-1")
@DirtiesContext
class DemoClockTest extends WorklistTest {

    private static final String CLOCK = "/api/demo/clock";

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private JdbcTemplate jdbc;

    /** A public holiday, long before any period that this application has opened at the machine's date ends. */
    @BeforeEach
    void aMorningOnWhichNoPeriodEnds() {
        Duration offset = Duration.between(
                Instant.now(), OffsetDateTime.parse("2026-10-05T09:00:00+08:00").toInstant());
        jdbc.update("update demo_clock set offset_millis = ?", offset.toMillis());
        ((BusinessClock) clock).runAheadBy(offset);
    }

    @AfterAll
    static void backToTheMachinesTime() {
        ClockUtil.reset();
    }

    @Test
    void aChainOfDailyTimersSeesEachOfItsDaysInOrder() {
        Instant first = clock.instant().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        received.ticks.clear();
        String chained = cases.start("daily-" + first, far(), first);
        cases.start(far(), first.plus(36, ChronoUnit.HOURS));

        var moved = post(WorklistRoom.GOVERNMENT, CLOCK, to(first.plus(20, ChronoUnit.DAYS)));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body().path("firedTimers").asInt()).isEqualTo(6);
        assertThat(moved.body().path("failed")).isEmpty();
        var ticks = new ArrayList<>(received.ticks);
        assertThat(ticks).hasSize(5).isSorted();
        for (int day = 0; day < 5; day++) {
            assertThat(Duration.between(first.plus(day, ChronoUnit.DAYS), ticks.get(day)))
                    .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        }
        assertThat(clock.instant()).isAfterOrEqualTo(first.plus(20, ChronoUnit.DAYS));
        assertThat(taskOf(chained)).as("the other branch waits on").isNotNull();
    }

    @Test
    void aFailingTimerIsReportedAndTheOthersFireAllTheSame() {
        Instant due = clock.instant().plus(1, ChronoUnit.DAYS);
        String broken = cases.start("broken-" + due, far(), due);
        String healthy = cases.start(far(), due.plusSeconds(1));

        var moved = post(WorklistRoom.LEAD, CLOCK, to(due.plus(2, ChronoUnit.DAYS)));

        assertThat(moved.body().path("firedTimers").asInt()).isEqualTo(1);
        assertThat(moved.body().path("failed")).hasSize(1);
        assertThat(moved.body().path("failed").path(0).asText())
                .contains("testCase")
                .contains("intermediateTimer_tick");
        assertThat(runtimeService
                        .createExecutionQuery()
                        .processInstanceBusinessKey(healthy)
                        .activityId("intermediateTimer_tick")
                        .count())
                .isZero();
        remove(broken);
    }

    /** The job executor, at work again, may be trying the broken timer once more at this very moment. */
    private void remove(String broken) {
        String id = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(broken)
                .singleResult()
                .getId();
        await().ignoreException(OptimisticLockingException.class).until(() -> {
            runtimeService.deleteProcessInstancesIfExists(List.of(id), "test", true, true, true);
            return true;
        });
    }

    @Test
    void workingDaysSkipTheWeekendAndEndOneMinutePastMidnight() {
        var moved = post(WorklistRoom.OFFICE, CLOCK, "{\"workingDays\":5}");

        var now = OffsetDateTime.parse(moved.body().path("now").asText()).atZoneSameInstant(ZoneId.of("Asia/Shanghai"));
        assertThat(now.getHour()).isZero();
        assertThat(now.getMinute()).isEqualTo(1);
        assertThat(now.getDayOfWeek().getValue()).isLessThanOrEqualTo(7);
    }

    @Test
    void theClockNeverGoesBackAndSaysSo() {
        var refused = post(WorklistRoom.GOVERNMENT, CLOCK, to(clock.instant().minusSeconds(60)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("rule").asText()).isEqualTo("clock-forward");
        assertThat(post(WorklistRoom.GOVERNMENT, CLOCK, "{}").status()).isEqualTo(422);
        assertThat(post(WorklistRoom.GOVERNMENT, CLOCK, "{\"workingDays\":1.5}").status())
                .isEqualTo(400);
        assertThat(post(WorklistRoom.GOVERNMENT, CLOCK, "{\"workingDays\":0}").status())
                .isEqualTo(422);
        assertThat(post(WorklistRoom.GOVERNMENT, CLOCK, "{\"to\":\"2026-02-30\"}")
                        .status())
                .isEqualTo(422);
        assertThat(post(WorklistRoom.GOVERNMENT, CLOCK, to(clock.instant().plus(500, ChronoUnit.DAYS)))
                        .status())
                .isEqualTo(422);
    }

    private static String to(Instant instant) {
        return "{\"to\":\"" + instant.atOffset(java.time.ZoneOffset.ofHours(8)) + "\"}";
    }
}
