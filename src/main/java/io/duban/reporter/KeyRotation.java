package io.duban.reporter;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 密钥轮换: wraps every data key anew, a few in each transaction; what an interrupted run has done stays done, and the next
 * one goes on with the rest. The sealed values themselves are not touched.
 */
@Component
class KeyRotation {

    private static final int BATCH = 100;

    private final KeyRing ring;
    private final VaultKeys keys;
    private final TransactionTemplate transaction;

    KeyRotation(KeyRing ring, VaultKeys keys, PlatformTransactionManager transactions) {
        this.ring = ring;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes through all keys under the previous key-encryption key; answers how many it has wrapped anew. */
    int rotate() {
        String old = ring.previous()
                .orElseThrow(() -> new IllegalStateException("duban.vault.rotate-from names no old key"))
                .id();
        int done = 0;
        int batch;
        do {
            batch = step(old);
            done += batch;
        } while (batch > 0);
        return done;
    }

    private int step(String old) {
        Integer count = transaction.execute(open -> {
            List<VaultKeys.Wrapped> some = keys.lockWrappedBy(old, BATCH);
            some.forEach(keys::rewrap);
            return some.size();
        });
        return count == null ? 0 : count;
    }
}
