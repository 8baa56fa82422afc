package io.duban.rectification;

import org.jspecify.annotations.Nullable;

/**
 * A problem was written down or written anew (问题变更); published in the transaction that wrote it, right after the row.
 *
 * @param before its state before; null when it is new or was not read by this transaction
 */
public record ProblemMoved(Problem problem, @Nullable ProblemState before) {}
