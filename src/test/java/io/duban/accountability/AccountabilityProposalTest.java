package io.duban.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.interview.LadderRooms;
import io.duban.interview.Refused;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

class AccountabilityProposalTest {

    private static LadderRooms rooms;

    @BeforeAll
    static void open() {
        rooms = LadderRooms.open();
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    private final Accountabilities accountabilities = rooms.get(Accountabilities.class);

    @Test
    void anOrderHasAtMostOneOpenCaseAndMayHaveAnotherOnceThatEnded() {
        var first = new AccountabilityCase(rooms).grouped();

        assertThat(accountabilities.propose(AccountabilityCase.proposal(first.orderId)))
                .isEmpty();
        rooms.get(FactFindings.class).establish(first.id, AccountabilityCase.facts(false), "investigator");

        assertThat(accountabilities.isOpen(first.orderId)).isFalse();
        assertThat(accountabilities.propose(AccountabilityCase.proposal(first.orderId)))
                .isPresent();
        assertThat(accountabilities.ofOrder(first.orderId))
                .extracting(AccountabilitySummary::state)
                .containsExactly(AccountabilityState.NOT_STARTED, AccountabilityState.PROPOSED);
    }

    @Test
    void ofTwoProposalsAtTheSameTimeExactlyOneIsStarted() {
        for (int round = 0; round < 20; round++) {
            var proposal = AccountabilityCase.proposal("order-race-" + round);
            var barrier = new CyclicBarrier(2);
            var one = CompletableFuture.supplyAsync(() -> proposeTogether(proposal, barrier));
            boolean other = proposeTogether(proposal, barrier);

            assertThat(List.of(one.join(), other)).containsExactlyInAnyOrder(true, false);
            assertThat(accountabilities.ofOrder("order-race-" + round)).hasSize(1);
        }
    }

    private boolean proposeTogether(AccountabilityProposal proposal, CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (java.util.concurrent.BrokenBarrierException | InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return accountabilities.propose(proposal).isPresent();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theProcessStartsByMessageWithTheEndOfTheSixtyDays() {
        var builder = Mockito.mock(MessageCorrelationBuilder.class, Mockito.RETURNS_SELF);
        when(rooms.get(RuntimeService.class).createMessageCorrelation("accountabilityProposed"))
                .thenReturn(builder);

        var id = accountabilities
                .propose(AccountabilityCase.proposal("order-start"))
                .orElseThrow();

        var deadline = rooms.get(Deadlines.class)
                .find(id, null, DeadlineKind.ACCOUNTABILITY_FACT_FINDING)
                .orElseThrow();
        assertThat(deadline.due()).isEqualTo(LadderRooms.TODAY.plusDays(60));
        ArgumentCaptor<Map<String, Object>> variables = ArgumentCaptor.forClass(Map.class);
        Mockito.verify(builder).processInstanceBusinessKey(id);
        Mockito.verify(builder).setVariables(variables.capture());
        Mockito.verify(builder).correlateStartMessage();
        assertThat(variables.getValue())
                .containsOnly(
                        Map.entry("caseId", id),
                        Map.entry("issuerUnit", "310000"),
                        Map.entry("factFindingDue", Date.from(deadline.dueAt())));
    }

    @Test
    void aProposalNamesKnownGroundsAndItsBasis() {
        Refused.naming("groundsCodes", "accountability-ground", () -> propose(List.of(), "依据"));
        Refused.naming("groundsCodes", "accountability-ground", () -> propose(List.of("BORED"), "依据"));
        Refused.naming("basis", "accountability-basis", () -> propose(List.of("BAD_SOCIAL_IMPACT"), " "));
        assertThat(accountabilities.isOpen("order-bad")).isFalse();
    }

    private void propose(List<String> grounds, String basis) {
        accountabilities.propose(
                new AccountabilityProposal("order-bad", "1号", "标题", "310000", "310101", "310101", grounds, basis));
    }
}
