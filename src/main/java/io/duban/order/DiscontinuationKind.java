package io.duban.order;

import java.util.EnumSet;
import java.util.Set;

/** How an order ends early (T18–T20), from which states, and for which reasons. */
enum DiscontinuationKind {
    WITHDRAWAL("撤销", OrderState.WITHDRAWN, Set.of("DUPLICATE", "WRONGLY_ISSUED", "BASIS_LAPSED")),
    TRANSFER("移送", OrderState.TRANSFERRED, Set.of("NO_AUTHORITY", "CRIMINAL", "DISCIPLINARY", "MARKET_REGULATION")),
    MERGER("并案", OrderState.MERGED, Set.of("SAME_FACTS"));

    private static final Set<OrderState> BEFORE_INVESTIGATION_ENDS =
            EnumSet.of(OrderState.ISSUED, OrderState.INVESTIGATING);

    private final String label;
    private final OrderState end;
    private final Set<String> reasons;

    DiscontinuationKind(String label, OrderState end, Set<String> reasons) {
        this.label = label;
        this.end = end;
        this.reasons = reasons;
    }

    String label() {
        return label;
    }

    OrderState end() {
        return end;
    }

    boolean allows(String reason) {
        return reasons.contains(reason);
    }

    boolean isPossibleIn(OrderState state) {
        return switch (this) {
            case WITHDRAWAL -> !state.isEnd();
            case TRANSFER ->
                state.isOut() && !state.isEnd() && state != OrderState.SIGNED_OFF && state != OrderState.LOOKING_BACK;
            case MERGER -> BEFORE_INVESTIGATION_ENDS.contains(state);
        };
    }
}
