package io.duban.accountability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order's list of accountability cases (问责情况).
 *
 * @param proposedAt when it was proposed; null for a party, which was not told
 */
public record AccountabilitySummary(
        String id,
        String orderId,
        AccountabilityState state,
        String stateLabel,
        String grounds,
        @Nullable String number,
        @Nullable Instant proposedAt) {

    static AccountabilitySummary of(Accountability accountability) {
        return new AccountabilitySummary(
                accountability.id(),
                accountability.orderId(),
                accountability.state(),
                accountability.state().label(),
                AccountabilityGround.labels(accountability.grounds()),
                accountability.number(),
                accountability.proposedAt());
    }
}
