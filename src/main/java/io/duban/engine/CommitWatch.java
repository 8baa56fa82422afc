package io.duban.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Knows of every request how its transactions ended. A commit that failed may have been carried out all the same: the
 * connection can be cut after the database has written and before it has said so.
 */
@Component
class CommitWatch implements TransactionExecutionListener {

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            RequestThread.undone();
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!transaction.isNested()) {
            RequestThread.committing();
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (transaction.isNested()) {
            // a savepoint that is given up again is no commit
            return;
        }
        if (failure != null) {
            RequestThread.commitFailed();
        } else {
            RequestThread.committed();
        }
    }

    /** Also after a commit that failed: then the rollback went over a connection that was cut, and means nothing. */
    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
        if (!transaction.isNested()) {
            RequestThread.undone();
        }
    }
}
