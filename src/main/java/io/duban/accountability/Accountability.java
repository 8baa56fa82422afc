package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One accountability case (问责) as its table holds it.
 *
 * @param round how often the facts have been asked for: 1, and one more each time the director returns the case
 * @param number the decision's number once it is allotted
 */
record Accountability(
        String id,
        String orderId,
        String orderNumber,
        String title,
        String issuerUnit,
        String districtUnit,
        String addresseeUnit,
        List<AccountabilityGround> grounds,
        String basis,
        AccountabilityState state,
        int round,
        boolean factFindingOverdue,
        @Nullable String number,
        Instant proposedAt,
        @Nullable Instant concludedAt) {

    static Accountability proposed(String id, AccountabilityProposal proposal, Instant at) {
        return new Accountability(
                id,
                proposal.orderId(),
                proposal.orderNumber(),
                proposal.title(),
                proposal.issuerUnit(),
                proposal.districtUnit(),
                proposal.addresseeUnit(),
                AccountabilityGround.of(proposal.groundsCodes()),
                proposal.basis().strip(),
                AccountabilityState.PROPOSED,
                1,
                false,
                null,
                at,
                null);
    }

    /** Refuses (409) when the step does not fit the state, e.g. because somebody else was quicker. */
    void require(AccountabilityState expected) {
        if (state != expected) {
            throw Refusal.conflict(
                    "accountability-state",
                    state,
                    "该问责案件当前为“" + state.label() + "”，不能办理此步骤，请刷新后重试。",
                    "The case is " + state.name() + ", not " + expected.name() + "; reload and try again.");
        }
    }
}
