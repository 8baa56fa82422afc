package io.duban.order;

import io.duban.rectification.LookBackOpened;
import io.duban.rectification.Problem;
import io.duban.rectification.ProblemOverdue;
import io.duban.rectification.ProblemReopened;
import io.duban.rectification.ProblemState;
import io.duban.rectification.Problems;
import io.duban.rectification.ProblemsChanged;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** While problems are rectified, the order's state follows from theirs: one in work, and it is 整改中 (T11–T16). */
@Component
class OrderStateFollows {

    private final OrderRepository orders;
    private final Problems problems;
    private final OrderPapers papers;
    private final ApplicationEventPublisher events;

    OrderStateFollows(OrderRepository orders, Problems problems, OrderPapers papers, ApplicationEventPublisher events) {
        this.orders = orders;
        this.problems = problems;
        this.papers = papers;
        this.events = events;
    }

    @EventListener
    void problemsChanged(ProblemsChanged changed) {
        SupervisionOrder order = orders.get(changed.orderId());
        List<ProblemState> open = problems.of(changed.orderId()).stream()
                .map(Problem::state)
                .filter(ProblemState::isOpen)
                .toList();
        if (open.isEmpty() || order.state().isEnd()) {
            return;
        }
        OrderState next = open.contains(ProblemState.RECTIFYING) ? OrderState.RECTIFYING : OrderState.SIGN_OFF_REVIEW;
        if (next != order.state()) {
            orders.change(order).state(next).write();
        }
    }

    @EventListener
    void lookBackOpened(LookBackOpened opened) {
        orders.change(orders.get(opened.orderId()))
                .state(OrderState.LOOKING_BACK)
                .write();
    }

    @EventListener
    void problemOverdue(ProblemOverdue overdue) {
        events.publishEvent(new EscalationInputsChanged(overdue.orderId()));
    }

    @EventListener
    void problemReopened(ProblemReopened reopened) {
        papers.revokeSignOff(orders.get(reopened.orderId()));
        events.publishEvent(new EscalationInputsChanged(reopened.orderId()));
    }
}
