package io.duban.order;

import io.duban.accountability.Accountabilities;
import io.duban.interview.InterviewEndings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What rests on an order is told when that ends without its work being done (撤销、移送、并案、查否办结); it is then up to those
 * who handle it.
 */
@Component
class EarlyEnds {

    private final InterviewEndings interviews;
    private final Accountabilities accountabilities;

    EarlyEnds(InterviewEndings interviews, Accountabilities accountabilities) {
        this.interviews = interviews;
        this.accountabilities = accountabilities;
    }

    @EventListener
    void orderEnded(OrderEnded ended) {
        if (ended.state().isEarlyEnd() || ended.state() == OrderState.CLOSED_UNFOUNDED) {
            interviews.orderEnded(ended.orderId(), ended.state().label());
            accountabilities.orderEnded(ended.orderId(), ended.state().label());
        }
    }
}
