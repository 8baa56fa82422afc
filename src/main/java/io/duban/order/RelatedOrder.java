package io.duban.order;

/** An order that another one goes on from, goes on in or was merged into: its heading and nothing more. */
public record RelatedOrder(String id, String number, String title, String stateLabel) {}
