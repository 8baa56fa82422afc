package io.duban.order;

import java.util.Set;

/**
 * How a person stands to an order.
 *
 * @param issuer sees everything of it from its issuer or from above
 * @param whole sees everything of it since it went out
 * @param districtUnit the district it went to
 * @param told the problems of which the person's unit, which has to rectify, was told; empty for everybody else
 */
public record OrderSide(boolean issuer, boolean whole, String districtUnit, Set<String> told) {

    static final OrderSide NONE = new OrderSide(false, false, "", Set.of());

    public OrderSide {
        told = Set.copyOf(told);
    }
}
