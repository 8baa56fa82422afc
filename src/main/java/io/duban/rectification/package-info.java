/**
 * 整改销号: owns the problems of an order from the finding to the look-back: rectify, prove in four groups, verify, sign
 * off, look back.
 */
@org.jspecify.annotations.NullMarked
package io.duban.rectification;
