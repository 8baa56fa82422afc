/** 督办单: draft, issue, receive, investigate, review; discontinue, extend, escalate. */
@org.jspecify.annotations.NullMarked
package io.duban.order;
