package io.duban.engine;

/** Marks a bean that models may ask in an expression; service tasks need no mark. No other bean is within their reach. */
public interface AskedByModels {}
