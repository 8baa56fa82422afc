package io.duban.order;

import io.duban.rectification.ProblemDraft;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转督办单 (D03, A22): a room above has found what an order should be about; here it becomes a draft like any other, which
 * keeps the opaque reference it came from and nothing else of it.
 */
@Service
@Transactional
public class OrderProposals {

    private final Orders orders;
    private final OrderOrigins origins;

    OrderProposals(Orders orders, OrderOrigins origins) {
        this.orders = orders;
        this.origins = origins;
    }

    /**
     * Drafts an order in the name of the person at work.
     *
     * @return the id of the draft
     * @throws io.duban.engine.Refusal if that person's office does not issue this instrument or it does not fit the unit
     */
    public String draft(Proposal proposal) {
        String id = orders.draft(new OrderDraft(
                proposal.instrument(),
                proposal.title(),
                proposal.addresseeUnit(),
                proposal.accusedUnit(),
                Optional.of(proposal.summary()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(proposal.basis()),
                Optional.empty(),
                false,
                proposal.problems()));
        origins.keep(id, proposal.originRef());
        return id;
    }

    /**
     * What the draft is to say.
     *
     * @param originRef the opaque reference of the lead
     * @param summary what has been found, without a word of the report or about who made it
     */
    public record Proposal(
            Instrument instrument,
            String title,
            String addresseeUnit,
            String accusedUnit,
            String summary,
            String basis,
            List<ProblemDraft> problems,
            String originRef) {}
}
