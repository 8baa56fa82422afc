package io.duban.order;

import io.duban.rectification.ProblemDraft;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;

    OrderProposals(Orders orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
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
        jdbc.sql("insert into order_origin (order_id, origin_ref) values (?, ?)")
                .params(id, proposal.originRef())
                .update();
        return id;
    }

    /** The opaque references an order came from; for its issuing side only, the accused unit never learns of them. */
    @Transactional(readOnly = true)
    public List<String> originsOf(String orderId) {
        return jdbc.sql("select origin_ref from order_origin where order_id = ? order by origin_ref")
                .param(orderId)
                .query(String.class)
                .list();
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
