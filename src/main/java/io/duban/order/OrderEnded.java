package io.duban.order;

/** An order has come to an end, whichever: what was still asked for it is void, nobody is urged any more. */
record OrderEnded(String orderId, OrderState state) {}
