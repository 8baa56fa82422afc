package io.duban.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a repository has read in the running transaction, so that one step reads its case once however many rules look at
 * it. Whoever writes a row has it forgotten; the end of the transaction forgets everything; without a transaction nothing
 * is kept.
 */
public final class ReadOnce<V> {

    /** The row as this transaction has read it, else as {@code read} finds it now. */
    public V get(String key, Function<String, V> read) {
        Map<String, V> known = known();
        if (known == null) {
            return read.apply(key);
        }
        V value = known.get(key);
        if (value == null) {
            value = read.apply(key);
            known.put(key, value);
        }
        return value;
    }

    /** Keeps what was read in another way, e.g. with a lock. */
    public V keep(String key, V value) {
        Map<String, V> known = known();
        if (known != null) {
            known.put(key, value);
        }
        return value;
    }

    /** The row if this transaction has read it and nobody has written it since. */
    public @Nullable V peek(String key) {
        Map<String, V> known = known();
        return known == null ? null : known.get(key);
    }

    public void forget(String key) {
        Map<String, V> known = known();
        if (known != null) {
            known.remove(key);
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<String, V> known() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<String, V>) bound;
        }
        Map<String, V> fresh = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new Forgetting(this, fresh));
        return fresh;
    }

    /** Takes the memory away with its transaction, and aside while another transaction runs within. */
    private record Forgetting(Object owner, Map<String, ?> memory) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(owner);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(owner, memory);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(owner);
        }
    }
}
