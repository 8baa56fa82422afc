/**
 * 问责: holding units and persons to account by 《教育督导问责办法》, from the working group to the filed decision. Knows
 * the order only by the reference it was proposed with.
 */
@org.jspecify.annotations.NullMarked
package io.duban.accountability;
