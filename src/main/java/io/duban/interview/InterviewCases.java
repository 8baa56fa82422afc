package io.duban.interview;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Moves interviews from state to state, one at a time, and writes the trail of both the interview and its order. */
@Component
class InterviewCases {

    /** How a line about an interview begins in the trail of its order. */
    private static final String IN_ORDERS_TRAIL = "约谈：";

    private final InterviewRepository repository;
    private final AuditTrail audit;
    private final Clock clock;

    InterviewCases(InterviewRepository repository, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds the interview unless its order has an open one. */
    boolean open(Interview interview) {
        return repository.insertIfAlone(interview);
    }

    List<Interview> all(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : repository.all(ids);
    }

    Map<String, Integer> heldOf(Collection<String> orderIds) {
        return orderIds.isEmpty() ? Map.of() : repository.heldOf(orderIds);
    }

    Optional<Interview> find(String id) {
        return repository.find(id);
    }

    /** The interview; refuses (404) an unknown one. */
    Interview get(String id) {
        return repository.find(id).orElseThrow(() -> Refusal.notFound("没有这次约谈。", "There is no such interview."));
    }

    List<String> open(Collection<String> orders, Collection<String> units) {
        return repository.open(orders, units);
    }

    /** The interview in the state the step needs; refuses (409) when it stands elsewhere. */
    Interview at(String id, InterviewState expected) {
        var interview = get(id);
        interview.require(expected);
        return interview;
    }

    List<Interview> ofOrder(String orderId) {
        return repository.ofOrder(orderId);
    }

    /** Moves on from the state that was read; refuses (409) when somebody else was quicker. */
    void move(Interview interview, InterviewState to) {
        if (!repository.move(interview.id(), interview.state(), to)) {
            get(interview.id()).require(interview.state());
        }
    }

    /** Ends the interview, so that its order may have another one. */
    void conclude(Interview interview, InterviewState end) {
        if (!repository.conclude(interview.id(), interview.state(), end, clock.instant())) {
            get(interview.id()).require(interview.state());
        }
    }

    void orderEnded(Interview interview, String how) {
        repository.orderEnded(interview.id(), how);
    }

    void record(Interview interview, String action, String sentence) {
        audit.record(interview.id(), action, sentence);
        audit.record(interview.orderId(), action, IN_ORDERS_TRAIL + sentence);
    }
}
