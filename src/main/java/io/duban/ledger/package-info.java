/** 工作台账 (A10): what has happened to orders and problems, where each stands, how many there are; nothing is decided here. */
@org.jspecify.annotations.NullMarked
package io.duban.ledger;
