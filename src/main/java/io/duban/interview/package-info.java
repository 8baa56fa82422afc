/**
 * 约谈: an admonishing talk with those responsible, with a written record, a deadline for putting things right and a
 * notice to party committee and government. Knows the order only by the reference it was proposed with.
 */
@org.jspecify.annotations.NullMarked
package io.duban.interview;
