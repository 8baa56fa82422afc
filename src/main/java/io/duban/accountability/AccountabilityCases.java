package io.duban.accountability;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves cases from state to state, one at a time, and writes the trail of both the case and its order. */
@Component
class AccountabilityCases {

    /** How a line about such a case begins in the trail of its order. */
    private static final String IN_ORDERS_TRAIL = "问责：";

    private final AccountabilityRepository repository;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountabilityCases(
            AccountabilityRepository repository, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Adds the case unless its order has an open one. */
    boolean open(Accountability accountability) {
        return repository.insertIfAlone(accountability);
    }

    List<Accountability> all(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : repository.all(ids);
    }

    List<String> open(Collection<String> orders, Collection<String> units) {
        return repository.open(orders, units);
    }

    Optional<Accountability> find(String id) {
        return repository.find(id);
    }

    /** The case; refuses (404) an unknown one. */
    Accountability get(String id) {
        return repository
                .find(id)
                .orElseThrow(() -> Refusal.notFound("没有这个问责案件。", "There is no such accountability case."));
    }

    /** The case in the state the step needs; refuses (409) when it stands elsewhere. */
    Accountability at(String id, AccountabilityState expected) {
        var accountability = get(id);
        accountability.require(expected);
        return accountability;
    }

    List<Accountability> ofOrder(String orderId) {
        return repository.ofOrder(orderId);
    }

    /** Moves on from the state that was read; refuses (409) when somebody else was quicker. */
    void move(Accountability accountability, AccountabilityState to) {
        requireMoved(accountability, repository.move(accountability.id(), accountability.state(), to));
    }

    void returnToFacts(Accountability accountability) {
        requireMoved(accountability, repository.returnToFacts(accountability.id()));
    }

    /** Ends the case, so that its order may have another one, and tells the rooms above. */
    void conclude(Accountability accountability, AccountabilityState end) {
        requireMoved(
                accountability, repository.conclude(accountability.id(), accountability.state(), end, clock.instant()));
        boolean decided = end == AccountabilityState.ARCHIVED;
        events.publishEvent(new AccountabilityConcluded(accountability.id(), accountability.orderId(), decided));
    }

    void markFactFindingOverdue(Accountability accountability) {
        repository.markFactFindingOverdue(accountability.id());
    }

    void number(Accountability accountability, String number) {
        repository.number(accountability.id(), number);
    }

    /** Writes one line each for the case and its order; names of persons stay out of both. */
    void record(Accountability accountability, String action, String sentence) {
        audit.record(accountability.id(), action, sentence);
        audit.record(accountability.orderId(), action, IN_ORDERS_TRAIL + sentence);
    }

    Acted by(String person) {
        return new Acted(person, clock.instant());
    }

    LocalDate today() {
        return by("").day();
    }

    private void requireMoved(Accountability accountability, boolean moved) {
        if (!moved) {
            get(accountability.id()).require(accountability.state());
        }
    }
}
