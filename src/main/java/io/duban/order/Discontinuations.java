package io.duban.order;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤销、移送、并案: asked for by the issuing office, decided by who signs its orders (T18–T20). */
@Service
@Transactional
public class Discontinuations {

    private final OrderRepository orders;
    private final Orders cases;
    private final OrderSearch search;
    private final DiscontinuationRepository requests;
    private final Mergers mergers;
    private final OrderVisibility visibility;
    private final DiscontinuationProcess process;
    private final SupervisionOrderProcess orderProcess;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    Discontinuations(
            OrderRepository orders,
            Orders cases,
            OrderSearch search,
            DiscontinuationRepository requests,
            Mergers mergers,
            OrderVisibility visibility,
            DiscontinuationProcess process,
            SupervisionOrderProcess orderProcess,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.search = search;
        this.requests = requests;
        this.mergers = mergers;
        this.visibility = visibility;
        this.process = process;
        this.orderProcess = orderProcess;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The open orders the current person's office has issued, as options of a select field. */
    List<Map<String, String>> options() {
        return search.openOfIssuer(people.current().units()).stream()
                .map(order -> Map.of(
                        "value",
                        order.id(),
                        "label",
                        order.shownNumber() + " " + order.title() + "（"
                                + order.state().label() + "）"))
                .toList();
    }

    /** Asks to end an order early. */
    String request(Asked asked) {
        SupervisionOrder order = orders.lock(asked.orderId());
        visibility.requireVisible(order);
        visibility.requireIssuer(order);
        if (!asked.kind().isPossibleIn(order.state())) {
            throw Refusal.conflict(
                    "discontinuation-state",
                    order.state(),
                    "督办单现为“" + order.state().label() + "”，不能" + asked.kind().label() + "。",
                    "The order's state does not allow this.");
        }
        if (!asked.kind().allows(asked.reason())) {
            throw Refusal.of(
                    "reason",
                    "reason-of-kind",
                    "T18、T19",
                    "所选理由不适用于" + asked.kind().label() + "，请改选。",
                    "This reason does not fit.");
        }
        requireTarget(asked, order);
        Person person = people.current();
        String id = UUID.randomUUID().toString();
        requests.insert(id, asked, person.id(), clock.instant());
        audit.record(
                order.id(), "DISCONTINUATION_REQUESTED", "申请" + asked.kind().label());
        process.discontinuationRequested(id, order);
        return id;
    }

    private void requireTarget(Asked asked, SupervisionOrder order) {
        if (asked.kind() == DiscontinuationKind.TRANSFER
                && asked.receivingBody().isEmpty()) {
            throw Refusal.of("receivingBody", "required", "T19", "移送须写明接收机关。", "Name the receiving body.");
        }
        if (asked.kind() == DiscontinuationKind.MERGER) {
            mergers.requireTarget(asked, order);
        }
    }

    void decide(String id, boolean granted, String note, String person) {
        if (requests.get(id).requestedBy().equals(person)) {
            throw Refusal.forbidden("requester-not-decider", "T18", "申请人不得审批自己的申请。", "Who asks must not decide.");
        }
        Asked asked = requests.get(id).asked();
        if (granted && asked.kind() == DiscontinuationKind.MERGER) {
            mergers.requireOpenStill(asked);
        }
        requests.decide(id, granted, note, person);
    }

    /** Ends the order; its open tasks go, its number is never used again. */
    void discontinue(String id) {
        Asked asked = requests.get(id).asked();
        SupervisionOrder order = orders.get(asked.orderId());
        if (!asked.kind().isPossibleIn(order.state())) {
            refuse(id);
            return;
        }
        cases.end(order.id(), asked.kind().end());
        requests.close(id);
        audit.record(order.id(), "ORDER_" + asked.kind().end(), asked.kind().label() + sentence(asked));
        switch (asked.kind()) {
            case WITHDRAWAL -> orderProcess.orderWithdrawn(order.id());
            case TRANSFER -> orderProcess.orderTransferred(order.id());
            case MERGER -> {
                SupervisionOrder merged = orders.get(order.id());
                orders.change(merged)
                        .set("merged_into", asked.targetOrder().orElse(null))
                        .write();
                orderProcess.orderMerged(order.id());
            }
        }
    }

    void refuse(String id) {
        Asked asked = requests.get(id).asked();
        requests.close(id);
        audit.record(
                asked.orderId(), "DISCONTINUATION_REFUSED", "不同意" + asked.kind().label() + "，继续督办");
    }

    DiscontinuationRepository.Request get(String id) {
        return requests.get(id);
    }

    private String sentence(Asked asked) {
        return switch (asked.kind()) {
            case WITHDRAWAL -> "，编号不再使用";
            case TRANSFER -> "至 " + asked.receivingBody().orElse("");
            case MERGER ->
                "至 "
                        + asked.targetOrder()
                                .map(orders::get)
                                .map(SupervisionOrder::shownNumber)
                                .orElse("");
        };
    }

    /** What is asked for. */
    record Asked(
            String orderId,
            DiscontinuationKind kind,
            String reason,
            String explanation,
            Optional<String> receivingBody,
            Optional<String> targetOrder) {

        @Nullable
        String receiving() {
            return receivingBody.orElse(null);
        }
    }
}
