package io.duban.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InterviewProposalTest {

    private static LadderRooms rooms;

    @BeforeAll
    static void open() {
        rooms = LadderRooms.open();
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    private final Interviews interviews = rooms.get(Interviews.class);

    @Test
    void anOrderHasAtMostOneOpenInterview() {
        var proposal = InterviewCase.proposal("order-once");

        var first = interviews.propose(proposal);
        var second = interviews.propose(proposal);

        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        assertThat(interviews.ofOrder("order-once")).hasSize(1);
        assertThat(rooms.trail("order-once")).containsExactly("INTERVIEW_PROPOSED");
    }

    @Test
    void ofTwoProposalsAtTheSameTimeExactlyOneIsStarted() throws Exception {
        for (int round = 0; round < 20; round++) {
            var orderId = "order-race-" + round;
            var answers = bothAtOnce(() -> interviews.propose(InterviewCase.proposal(orderId)));

            assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
            assertThat(interviews.ofOrder(orderId)).hasSize(1);
        }
    }

    @Test
    void whoeverComesSecondWaitsForTheFirstToEndAndThenKnowsWhoWon() throws Exception {
        assertThat(secondAnswerWhenTheFirst(true, "order-committed")).isEmpty();
        assertThat(secondAnswerWhenTheFirst(false, "order-rolled-back")).isPresent();
    }

    private Optional<String> secondAnswerWhenTheFirst(boolean commits, String orderId) throws Exception {
        var inserted = new CountDownLatch(1);
        var second = CompletableFuture.supplyAsync(() -> {
            awaitQuietly(inserted);
            return interviews.propose(InterviewCase.proposal(orderId));
        });
        new TransactionTemplate(rooms.get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            assertThat(interviews.propose(InterviewCase.proposal(orderId))).isPresent();
            inserted.countDown();
            assertThat(second.copy()
                            .completeOnTimeout(Optional.of("waiting"), 300, TimeUnit.MILLISECONDS)
                            .join())
                    .contains("waiting");
            if (!commits) {
                status.setRollbackOnly();
            }
        });
        return second.get(5, TimeUnit.SECONDS);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void whoeverLosesTheRaceInsideALongerTransactionCanGoOnInIt() {
        var transaction = new TransactionTemplate(rooms.get(PlatformTransactionManager.class));
        var repository = rooms.get(InterviewRepository.class);
        var id = UUID.randomUUID().toString();
        var now = java.time.Instant.now();
        repositoryInsert(transaction, repository, Interview.proposed(id, InterviewCase.proposal("order-tx"), now));

        Boolean lost = transaction.execute(status -> {
            boolean inserted = repository.insertIfAlone(
                    Interview.proposed(UUID.randomUUID().toString(), InterviewCase.proposal("order-tx"), now));
            rooms.get(JdbcClient.class)
                    .sql("update interview set title = '仍可继续' where id = ?")
                    .param(id)
                    .update();
            return !inserted;
        });

        assertThat(lost).isTrue();
        assertThat(repository.find(id).orElseThrow().title()).isEqualTo("仍可继续");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theProcessStartsByMessageWithIdsAndUnitsOnly() {
        var builder = Mockito.mock(MessageCorrelationBuilder.class, Mockito.RETURNS_SELF);
        when(rooms.get(RuntimeService.class).createMessageCorrelation("interviewProposed"))
                .thenReturn(builder);

        var id = interviews.propose(InterviewCase.proposal("order-start")).orElseThrow();

        ArgumentCaptor<java.util.Map<String, Object>> variables = ArgumentCaptor.forClass(java.util.Map.class);
        Mockito.verify(builder).processInstanceBusinessKey(id);
        Mockito.verify(builder).setVariables(variables.capture());
        Mockito.verify(builder).correlateStartMessage();
        assertThat(variables.getValue())
                .containsOnly(
                        java.util.Map.entry("caseId", id),
                        java.util.Map.entry("issuerUnit", "310000"),
                        java.util.Map.entry("answererGroup", "government.310101"),
                        java.util.Map.entry("districtUnit", "310101"));
    }

    @Test
    void whenTheProcessCannotStartThereIsNoInterview() {
        var builder = Mockito.mock(MessageCorrelationBuilder.class, Mockito.RETURNS_SELF);
        when(builder.correlateStartMessage()).thenThrow(new IllegalStateException("engine stopped"));
        when(rooms.get(RuntimeService.class).createMessageCorrelation(ArgumentMatchers.any()))
                .thenReturn(builder);

        assertThatThrownBy(() -> interviews.propose(InterviewCase.proposal("order-broken")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(interviews.ofOrder("order-broken")).isEmpty();
        assertThat(rooms.trail("order-broken")).isEmpty();
        Mockito.doReturn(Mockito.mock(MessageCorrelationBuilder.class, Mockito.RETURNS_SELF))
                .when(rooms.get(RuntimeService.class))
                .createMessageCorrelation(ArgumentMatchers.any());
    }

    @Test
    void aProposalNamesKnownReasonsAndItsBasis() {
        Refused.naming("reasonCodes", "interview-reason", () -> propose(List.of(), "依据"));
        Refused.naming("reasonCodes", "interview-reason", () -> propose(List.of("BORED"), "依据"));
        Refused.naming("basis", "interview-basis", () -> propose(List.of("FALSIFIED"), " "));
        Refused.naming("basis", "interview-basis", () -> propose(List.of("FALSIFIED"), "长".repeat(2001)));
        assertThat(interviews.isOpen("order-bad")).isFalse();
    }

    private void propose(List<String> reasons, String basis) {
        interviews.propose(
                new InterviewProposal("order-bad", "1号", "标题", "310000", "310101", "310101", reasons, basis));
    }

    private static void repositoryInsert(
            TransactionTemplate transaction, InterviewRepository repository, Interview interview) {
        transaction.executeWithoutResult(
                status -> assertThat(repository.insertIfAlone(interview)).isTrue());
    }

    static <T> List<T> bothAtOnce(Callable<T> step) throws Exception {
        var barrier = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(people.submit(() -> {
                    barrier.await();
                    return step.call();
                }));
            }
            return List.of(running.get(0).get(), running.get(1).get());
        } finally {
            people.shutdown();
        }
    }
}
