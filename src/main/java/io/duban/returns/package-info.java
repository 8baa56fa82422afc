/** 报送: the returns a unit hands in, counted live from what exists; so far 附件5, the annual statistics of a school, district or city. */
@org.jspecify.annotations.NullMarked
package io.duban.returns;
