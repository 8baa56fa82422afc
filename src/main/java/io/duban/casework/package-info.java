/**
 * 事项: what every kind of case has in common. So far it keeps what people typed at its steps, every version of it, in
 * an append-only table.
 */
@org.jspecify.annotations.NullMarked
package io.duban.casework;
