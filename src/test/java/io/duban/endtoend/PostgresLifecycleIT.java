package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.interview.InterviewProposal;
import io.duban.interview.Interviews;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The same on PostgreSQL: lifecycle, timers, restart, and races in which exactly one wins. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresLifecycleIT {

    private static final int ROUNDS = 8;
    private static EmbeddedPostgres postgres;
    private static Installation installation;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        installation = Installation.on(
                "postgres,demo",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        installation.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void aCaseGoesOnAfterARestartAsIfNothingHadHappened() {
        InterruptedCase.goesOn(installation);
    }

    @Test
    @Order(2)
    void timersUrgeAgainAndAgainAndLeadToOneInterview() {
        KeyOrder order = KeyOrder.drafted(installation.duban()).received();
        installation.duban().clockToMorningOf(order.due("INVESTIGATION").plusDays(1));
        assertThat(order.timeline()).contains("调查核实期限届满，记入逾期");
        installation.duban().clockByWorkingDays(10);

        assertThat(order.interviews()).hasSize(1);
        assertThat(order.dossier().path("reminders").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(order.state()).isEqualTo("INVESTIGATING");
    }

    @Test
    @Order(3)
    void ofTwoWhoClaimAtOnceOneGetsTheTask() {
        Duban duban = installation.duban();
        installation.account("second.investigator", "investigation-team.310104");
        for (int round = 0; round < ROUNDS; round++) {
            KeyOrder order = KeyOrder.drafted(duban).received();
            String task = order.team.task(order.id, "userTask_investigate");

            List<Answer> answers = atOnce(
                    () -> order.team.claim(task),
                    () -> duban.as("second.investigator").claim(task));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
            assertThat(lost(answers).text("rule")).isIn("lost-race", "assigned-to-other");
            assertThat(lost(answers).text("detail")).isNotBlank();
        }
    }

    @Test
    @Order(4)
    void ofTwoSubmissionsAtOnceOneIsHeard() {
        installation.account("second.investigator", "investigation-team.310104");
        for (int round = 0; round < ROUNDS; round++) {
            KeyOrder order = KeyOrder.drafted(installation.duban()).received();
            String task = order.team.task(order.id, "userTask_investigate");

            List<Answer> answers = atOnce(
                    () -> order.team.submit(task, Papers.report()), () -> order.team.submit(task, Papers.report()));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
            assertThat(lost(answers).text("state")).as("%s", lost(answers)).isEqualTo("INVESTIGATING");
            assertThat(installation
                            .jdbc()
                            .queryForObject(
                                    "select count(*) from investigation_report where order_id = ?",
                                    Integer.class,
                                    order.id))
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(5)
    void twentyOrdersSignedAtOnceGetTwentyNumbersWithoutAGap() {
        List<Integer> numbers = new SignedAtOnce(installation.duban())
                .numbers().stream()
                        .map(each -> Integer.valueOf(each.replaceAll(".*第（(\\d+)）号", "$1")))
                        .sorted()
                        .toList();

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.get(numbers.size() - 1) - numbers.get(0)).isEqualTo(SignedAtOnce.ORDERS - 1);
    }

    @Test
    @Order(6)
    void ofTwoInterviewsProposedAtOnceOneIsOpened() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyOrder order = KeyOrder.drafted(installation.duban()).received();
            var proposal = new InterviewProposal(
                    order.id,
                    order.number(),
                    "关于违规收取培训费用问题的督办",
                    "310000",
                    "310104",
                    "310104",
                    List.of("OVERDUE_REMINDED"),
                    "沪府教督办〔2021〕24号 五");
            Interviews interviews = installation.bean(Interviews.class);

            List<Optional<String>> opened =
                    atOnce(() -> interviews.propose(proposal), () -> interviews.propose(proposal));

            assertThat(opened.stream().filter(Optional::isPresent)).hasSize(1);
            assertThat(order.interviews()).hasSize(1);
            assertThat(order.lead.taskKeys(order.interviews().get(0).path("id").asText()))
                    .containsExactly("userTask_approveInterview");
        }
    }

    @Test
    @Order(7)
    void ofTwoRequestsForMoreTimeAtOnceOneIsTaken() {
        KeyOrder order = KeyOrder.drafted(installation.duban()).received();

        List<Answer> answers = atOnce(
                () -> order.government.asksForMoreTime(order.id, null, 2, "调查量较大"),
                () -> order.government.asksForMoreTime(order.id, null, 2, "调查量较大"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 422);
        assertThat(order.lead.taskKeys(order.id)).containsExactly("userTask_decideExtension");
    }

    private static Answer lost(List<Answer> answers) {
        return answers.stream().filter(each -> each.status() == 409).findFirst().orElseThrow();
    }

    /** Lets both go at the same moment. */
    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) {
        ExecutorService both = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : List.of(one, other)) {
                running.add(both.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        } finally {
            both.shutdown();
        }
    }
}
