package io.duban.order;

import org.jspecify.annotations.Nullable;

/**
 * An order has another state (督办单状态变更); published in the transaction that wrote it, right after the row.
 *
 * @param before the order as it was read; its units and instrument hold on
 * @param number its number by now, if it has one
 */
public record OrderMoved(
        SupervisionOrder before, OrderState state, @Nullable String number) {}
