/**
 * 工作日 and 期限: which days count by the State Council's yearly arrangements, when a term ends, and the register of
 * every deadline of every case. Pure {@code java.time} below, no engine: timers and due dates of tasks are moved by the
 * rooms above, which hear {@link io.duban.calendar.DeadlineMoved}.
 */
@org.jspecify.annotations.NullMarked
package io.duban.calendar;
