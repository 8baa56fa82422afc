package io.duban.order;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Unit;
import io.duban.rectification.LookBacks;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办单: draft, sign, issue, receive, and how its state follows from what happens to it. */
@Service
@Transactional
public class Orders {

    private final OrderRepository orders;
    private final OrderDrafters drafters;
    private final OrderPapers papers;
    private final OrderRules rules;
    private final Recusal recusal;
    private final Problems problems;
    private final LookBacks lookBacks;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final People people;
    private final SupervisionOrderProcess process;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(
            OrderRepository orders,
            OrderDrafters drafters,
            OrderPapers papers,
            OrderRules rules,
            Recusal recusal,
            Problems problems,
            LookBacks lookBacks,
            Deadlines deadlines,
            Organisations organisations,
            People people,
            SupervisionOrderProcess process,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.drafters = drafters;
        this.papers = papers;
        this.rules = rules;
        this.recusal = recusal;
        this.problems = problems;
        this.lookBacks = lookBacks;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.people = people;
        this.process = process;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** 拟稿: writes the draft down and starts its process. Answers the new order's id. */
    String draft(OrderDraft draft) {
        Person drafter = people.current();
        Unit issuer = rules.issuerFor(draft.instrument(), drafter);
        rules.requireMatching(draft, issuer);
        SupervisionOrder order = SupervisionOrder.drafted(
                draft,
                issuer.code(),
                organisations.districtOf(draft.addresseeUnit()).code(),
                drafter.id(),
                clock.instant());
        orders.insert(order);
        problems.draft(order.id(), draft.problems(), previous(draft));
        audit.record(order.id(), "ORDER_DRAFTED", "拟制" + draft.instrument().label() + "：" + draft.title());
        process.orderDrafted(order, organisations.get(order.accusedUnit()), organisations.get(order.addresseeUnit()));
        return order.id();
    }

    /** T25: an order may follow a closed one on the same unit; its problems keep their bulletins. */
    private Optional<String> previous(OrderDraft draft) {
        draft.previousOrder().map(orders::get).ifPresent(before -> {
            if (before.state() != OrderState.CLOSED || !before.accusedUnit().equals(draft.accusedUnit())) {
                throw Refusal.of(
                        "previousOrder",
                        "previous-order",
                        "T25",
                        "前一督办单须是同一被督办单位已办结归档的督办单，请改选或留空。",
                        "The previous order must be a closed one on the same unit.");
            }
        });
        return draft.previousOrder();
    }

    /** T1 提交签发: the paper is complete and names nobody who reported; for another unit it follows no earlier order (T25). */
    void submitForIssue(String id, OrderDraft draft, String person) {
        SupervisionOrder order = require(id, OrderState.DRAFTED);
        rules.requireMatching(draft, organisations.get(order.issuerUnit()));
        if (draft.instrument() != order.instrument()) {
            throw Refusal.of(
                    "instrument",
                    "instrument-fixed",
                    "F10",
                    "文种不能在拟稿中更换，请撤销后另行拟制。",
                    "The instrument of a draft cannot be changed.");
        }
        rules.requireSameDistrict(order, draft);
        draft.requireComplete();
        String previous = order.accusedUnit().equals(draft.accusedUnit()) ? order.previousOrder() : null;
        problems.draft(id, draft.problems(), Optional.ofNullable(previous));
        Unit addressee = organisations.get(draft.addresseeUnit());
        orders.change(order)
                .state(OrderState.PENDING_ISSUE)
                .set("title", draft.title())
                .set("addressee_unit", addressee.code())
                .set("accused_unit", draft.accusedUnit())
                .set("summary", draft.summary().orElse(null))
                .set("provisions", draft.provisions().orElse(null))
                .set("social_impact", draft.socialImpact().orElse(null))
                .set("basis", draft.basis().orElse(null))
                .set("masked", true)
                .set("previous_order", previous)
                .write();
        drafters.keep(order, person);
        if (!order.addresseeUnit().equals(draft.addresseeUnit())
                || !order.accusedUnit().equals(draft.accusedUnit())) {
            process.addresseeChosen(order.id(), addressee, organisations.get(draft.accusedUnit()));
        }
        audit.record(id, "ORDER_SUBMITTED", "拟稿送签");
    }

    /** T2 签发: by nobody who has drafted it; signed, numbered and out are one change of the order. */
    void issue(String id, String person) {
        SupervisionOrder order = require(id, OrderState.PENDING_ISSUE);
        drafters.requireOther(order, person);
        problems.requireDays(id);
        String number = papers.issue(order);
        orders.change(order)
                .state(OrderState.ISSUED)
                .set("issuer", person)
                .set("number", number)
                .set("issued_at", clock.instant())
                .write();
        audit.record(id, "ORDER_SIGNED", "签发");
    }

    /** T3 退回修改. */
    void returnToDrafter(String id, String reason) {
        orders.change(require(id, OrderState.PENDING_ISSUE))
                .state(OrderState.DRAFTED)
                .write();
        audit.record(id, "ORDER_RETURNED", "退回修改：" + reason);
    }

    /** Sends the signed order out under its number; answers how long its receipt may take (视同送达). */
    Published publish(String id) {
        SupervisionOrder order = require(id, OrderState.ISSUED);
        audit.record(
                id,
                "ORDER_ISSUED",
                "送达" + organisations.get(order.addresseeUnit()).name() + "，等待签收");
        return new Published(
                order.shownNumber(), deadlines.open(id, null, DeadlineKind.DEEMED_DELIVERY, LocalDate.now(clock)));
    }

    /** T4 签收: names the body that investigates; the five working days begin the day after. */
    void receive(String id, Optional<String> handlingUnit, String responsible, String person) {
        SupervisionOrder order = require(id, OrderState.ISSUED);
        String handling = handlingUnit.orElse(order.districtUnit());
        if (order.instrument().isInvestigated()) {
            recusal.requireAdmitted(order, "handlingUnit", organisations.require("handlingUnit", handling));
        }
        received(order, handling, Optional.of(responsible), Optional.of(person));
        audit.record(
                id, "ORDER_RECEIVED", "签收，承办单位 " + organisations.get(handling).name() + "，责任领导已明确");
    }

    /** The time for receipt has passed: the order counts as delivered on its last day (design, T4). */
    void deemReceived(String id) {
        SupervisionOrder order = require(id, OrderState.ISSUED);
        received(order, order.districtUnit(), Optional.empty(), Optional.empty());
        audit.record(id, "ORDER_DEEMED_RECEIVED", "逾期未签收，视同签收");
    }

    private void received(
            SupervisionOrder order, String handling, Optional<String> responsible, Optional<String> receiver) {
        Instant now = clock.instant();
        Optional<Deadline> waiting = deadlines.find(order.id(), null, DeadlineKind.DEEMED_DELIVERY);
        waiting.ifPresent(open -> deadlines.meet(open, now));
        Instant delivered = waiting.map(Deadline::dueAt)
                .filter(due -> !now.isBefore(due))
                .map(due -> due.minusMillis(1))
                .orElse(now);
        boolean investigated = order.instrument().isInvestigated();
        if (!investigated) {
            problems.takeAsVerified(order.id());
        }
        orders.change(order)
                .state(investigated ? OrderState.INVESTIGATING : OrderState.RECTIFYING)
                .set("handling_unit", handling)
                .set("responsible", responsible.orElse(null))
                .set("receiver", receiver.orElse(null))
                .set("received_at", delivered)
                .set("deemed_delivered", receiver.isEmpty())
                .write();
    }

    /** T12: all problems are signed off; answers when somebody looks back. */
    Deadline recordSignOff(String id) {
        SupervisionOrder order = orders.get(id);
        orders.change(order).state(OrderState.SIGNED_OFF).write();
        papers.confirmSignOff(order);
        audit.record(id, "ORDER_SIGNED_OFF", "全部问题销号，列入回头看");
        return lookBacks.schedule(id);
    }

    /** T15 归档. */
    void archive(String id) {
        end(id, OrderState.CLOSED);
        audit.record(id, "ORDER_CLOSED", "整改巩固，办结归档");
    }

    void end(String id, OrderState state) {
        orders.change(orders.get(id))
                .state(state)
                .set("closed_at", clock.instant())
                .write();
        deadlines.cancelAll(id);
        events.publishEvent(new OrderEnded(id, state));
    }

    /** The order, or a refusal naming its state when that is not the one this step needs (409). */
    SupervisionOrder require(String id, OrderState state) {
        SupervisionOrder order = orders.get(id);
        if (order.state() != state) {
            throw Refusal.conflict(
                    "order-state",
                    order.state(),
                    "督办单现为“" + order.state().label() + "”，不能办理此步骤，请刷新。",
                    "The order is in another state; refresh.");
        }
        return order;
    }

    /** A freshly issued order: its number and the time for its receipt. */
    record Published(String number, Deadline delivery) {}
}
