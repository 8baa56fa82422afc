package io.duban.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the running transaction has changed so far; written in one call before its commit, so that both exist or neither. */
final class EntriesToCome implements TransactionSynchronization {

    private final LedgerEntries entries;
    private final List<LedgerEntry> pending = new ArrayList<>();
    private boolean written;

    private EntriesToCome(LedgerEntries entries) {
        this.entries = entries;
    }

    /** Those of this transaction; the first call joins it. */
    static EntriesToCome of(LedgerEntries entries) {
        if (TransactionSynchronizationManager.getResource(entries) instanceof EntriesToCome known) {
            return known;
        }
        EntriesToCome fresh = new EntriesToCome(entries);
        TransactionSynchronizationManager.bindResource(entries, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    void add(LedgerEntry entry) {
        pending.add(entry);
        if (written) {
            write();
        }
    }

    private void write() {
        entries.add(pending);
        pending.clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!pending.isEmpty()) {
            write();
        }
        written = true;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(entries);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(entries, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(entries);
    }
}
