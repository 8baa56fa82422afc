package io.duban.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction has said so far. It is written as the last thing before the commit: either both exist or
 * neither, and the chains are held for the shortest time there is.
 */
final class LinesToCome implements TransactionSynchronization {

    private final AuditChain chain;
    private final ChainLocks locks;
    private final List<AuditLine> lines = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private final Map<String, AuditChain.End> ends = new HashMap<>();
    private boolean written;

    private LinesToCome(AuditChain chain, ChainLocks locks) {
        this.chain = chain;
        this.locks = locks;
    }

    /** Those of this transaction; the first call joins it. */
    static LinesToCome of(AuditChain chain, ChainLocks locks) {
        if (TransactionSynchronizationManager.getResource(chain) instanceof LinesToCome known) {
            return known;
        }
        LinesToCome fresh = new LinesToCome(chain, locks);
        TransactionSynchronizationManager.bindResource(chain, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    static @Nullable LinesToCome known(AuditChain chain) {
        return TransactionSynchronizationManager.getResource(chain) instanceof LinesToCome known ? known : null;
    }

    void add(AuditLine line) {
        lines.add(line);
        if (written) {
            write();
        }
    }

    List<AuditLine> of(String caseId) {
        return lines.stream().filter(line -> line.caseId().equals(caseId)).toList();
    }

    private void write() {
        held.add(locks.take(lines.stream().map(AuditLine::caseId).toList()));
        ends.putAll(chain.append(lines, ends));
        lines.clear();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!lines.isEmpty()) {
            write();
        }
        written = true;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(chain);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(chain, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(chain);
        chain.ended(ends, status == STATUS_COMMITTED);
        held.forEach(Runnable::run);
        held.clear();
    }
}
