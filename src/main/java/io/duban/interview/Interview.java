package io.duban.interview;

import io.duban.engine.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interview (约谈) as its table holds it; what each step added stands in records of its own.
 *
 * @param orderEnd how its order has ended without its work being done (撤销、移送、并案、查否办结) while the interview was open, if it has
 */
record Interview(
        String id,
        String orderId,
        String orderNumber,
        String title,
        String issuerUnit,
        String addresseeUnit,
        String districtUnit,
        List<InterviewReason> reasons,
        String basis,
        InterviewState state,
        Instant proposedAt,
        @Nullable Instant concludedAt,
        @Nullable String orderEnd) {

    static Interview proposed(String id, InterviewProposal proposal, Instant at) {
        return new Interview(
                id,
                proposal.orderId(),
                proposal.orderNumber(),
                proposal.title(),
                proposal.issuerUnit(),
                proposal.addresseeUnit(),
                proposal.districtUnit(),
                InterviewReason.of(proposal.reasonCodes()),
                proposal.basis().strip(),
                InterviewState.PROPOSED,
                at,
                null,
                null);
    }

    /** The title, and what has become of the order if that has ended early. */
    String shownTitle() {
        return orderEnd == null ? title : title + "（所依据的督办单已" + orderEnd + "）";
    }

    /** Refuses (409) when the step does not fit the state, e.g. because somebody else was quicker. */
    void require(InterviewState expected) {
        if (state != expected) {
            throw Refusal.conflict(
                    "interview-state",
                    state,
                    "该约谈当前为“" + state.label() + "”，不能办理此步骤，请刷新后重试。",
                    "The interview is " + state.name() + ", not " + expected.name() + "; reload and try again.");
        }
    }
}
