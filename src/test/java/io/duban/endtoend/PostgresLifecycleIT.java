package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Postgres;
import io.duban.endtoend.Visitor.Attachment;
import io.duban.interview.InterviewProposal;
import io.duban.interview.Interviews;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
    private static final Postgres POSTGRES = Postgres.empty();
    private static final String[] ON_IT = {
        "--spring.datasource.url=" + POSTGRES.url(),
        "--spring.datasource.username=postgres",
        "--spring.datasource.password=postgres"
    };
    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.on("postgres,demo", ON_IT);
    }

    @AfterAll
    static void stop() {
        installation.close();
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

    @Test
    @Order(8)
    void wrongPasswordsLockAndTheConsoleFreesWhileTheApplicationRuns() throws Exception {
        String account = "training-division.310000";
        List<Callable<Integer>> guesses =
                Collections.nCopies(12, () -> signIn(account, "wrong").statusCode());
        assertThat(atOnce(guesses)).contains(401).isSubsetOf(401, 429);
        assertThat(signIn(account, "duban-demo").statusCode()).isEqualTo(429);

        int code = KilledProcess.ended(
                Path.of(System.getProperty("duban.home")),
                Stream.concat(
                                Arrays.stream(ON_IT),
                                Stream.of("--spring.profiles.active=postgres,demo", "--duban.admin.unlock=" + account))
                        .toArray(String[]::new));

        assertThat(code).isZero();
        assertThat(signIn(account, "duban-demo").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(9)
    void aTableThatWasImportedBeforeIsAskedAbout() {
        Visitor office = new Visitor(installation.duban()).signedIn("petition-office.310104");
        office.get("/intake/import");
        byte[] table = "收到日期,来源层级,被举报单位,问题类别,举报内容,姓名,电话\n2026-09-01,区域,310104T001,,周末在商场四楼补数学收费,,\n"
                .getBytes(StandardCharsets.UTF_8);
        List<Attachment> file = List.of(new Attachment("file", "table.csv", table));
        assertThat(office.upload("/intake/import", Map.of(), file).body()).contains("已导入 <b>1</b> 条草稿");
        assertThat(office.upload("/intake/import", Map.of(), file).statusCode()).isEqualTo(409);
        assertThat(office.upload("/intake/import", Map.of("again", "true"), file)
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> signIn(String account, String password) {
        String words = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Duban.exchanged(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(installation.duban().address() + "/api/tasks"))
                        .header("Authorization", "Basic " + words)
                        .build());
    }

    private static Answer lost(List<Answer> answers) {
        return answers.stream().filter(each -> each.status() == 409).findFirst().orElseThrow();
    }

    /** Lets all go at the same moment. */
    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) {
        return atOnce(List.of(one, other));
    }

    private static <T> List<T> atOnce(List<Callable<T>> all) {
        ExecutorService people = Executors.newFixedThreadPool(all.size());
        CyclicBarrier start = new CyclicBarrier(all.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : all) {
                running.add(people.submit(() -> {
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
            people.shutdown();
        }
    }
}
