package io.duban.order;

import io.duban.engine.Refusal;
import io.duban.order.Discontinuations.Asked;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 并案 (T20): what an order may be merged into – another on the same unit that is out and still open. */
@Component
class Mergers {

    private final OrderRepository orders;

    Mergers(OrderRepository orders) {
        this.orders = orders;
    }

    void requireTarget(Asked asked, SupervisionOrder order) {
        String target = asked.targetOrder()
                .orElseThrow(() -> Refusal.of(
                        "targetOrder", "required", "T20", "并案须选择并入的督办单。", "Choose the order to merge into."));
        SupervisionOrder into = orders.get(target);
        if (!into.accusedUnit().equals(order.accusedUnit()) || into.id().equals(order.id())) {
            throw Refusal.of(
                    "targetOrder",
                    "same-unit-same-facts",
                    "T20",
                    "只能并入同一被督办单位的另一份在办督办单，请改选。",
                    "Choose an open order on the same unit.");
        }
        requireOpen(into);
    }

    /** Keeps both orders as they are until it is decided, always in the same order so that nobody waits in a circle. */
    void requireOpenStill(Asked asked) {
        Stream.concat(Stream.of(asked.orderId()), asked.targetOrder().stream())
                .sorted()
                .forEach(orders::lock);
        asked.targetOrder().map(orders::get).ifPresent(Mergers::requireOpen);
    }

    private static void requireOpen(SupervisionOrder into) {
        if (!into.isOut() || into.state().isEnd()) {
            throw Refusal.conflict(
                    "target-state",
                    into.state(),
                    "所选并入的督办单" + into.shownNumber() + "现为“" + into.state().label() + "”，不能并入；只能并入已印发且在办的督办单，请改选或不予并案。",
                    "The order to merge into is not open; choose another or refuse the request.");
        }
    }
}
