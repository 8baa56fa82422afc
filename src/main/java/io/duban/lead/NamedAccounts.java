package io.duban.lead;

import io.duban.order.NamedPersons;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whom leads name, for every step of every order. Nearly nobody is, so the accounts are remembered; a name is given when a
 * lead is triaged, long before there is an order, and another node knows of it within a minute.
 */
@Component
class NamedAccounts implements NamedPersons {

    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final LeadRepository leads;
    private volatile @Nullable Known known;

    NamedAccounts(LeadRepository leads) {
        this.leads = leads;
    }

    private record Known(Set<String> accounts, long since) {}

    @Override
    public Collection<String> naming(String account) {
        Known now = known;
        if (now == null || System.nanoTime() - now.since() > LONGEST) {
            now = new Known(Set.copyOf(leads.namedAccounts()), System.nanoTime());
            known = now;
        }
        return now.accounts().contains(account) ? leads.naming(account) : List.of();
    }

    /** Once the running transaction, which names somebody else, is over. */
    void forget() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known = null;
            }
        });
    }
}
