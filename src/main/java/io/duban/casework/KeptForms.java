package io.duban.casework;

import io.duban.form.FormRegistry;
import io.duban.form.FormSchema;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The forms entries are typed into, each state once. Those the product comes with are kept before anybody can type; a
 * form deployed later with its first entry.
 */
@Component
class KeptForms implements SmartInitializingSingleton {

    private final CaseEntryRepository entries;
    private final FormRegistry registry;
    private final ObjectProvider<DirectStep> direct;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    KeptForms(CaseEntryRepository entries, FormRegistry registry, ObjectProvider<DirectStep> direct) {
        this.entries = entries;
        this.registry = registry;
        this.direct = direct;
    }

    @Override
    public void afterSingletonsInstantiated() {
        kept.addAll(entries.forms());
        registry.schemas().values().forEach(this::keepNow);
        direct.stream().map(DirectStep::form).forEach(this::keepNow);
    }

    /** Keeps a form with the entry that is written into it; known from then on only if both are committed. */
    void keep(FormSchema form) {
        if (kept.contains(name(form))) {
            return;
        }
        entries.insert(form);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept.add(name(form));
            }
        });
    }

    private void keepNow(FormSchema form) {
        if (kept.add(name(form))) {
            entries.insert(form);
        }
    }

    private static String name(FormSchema form) {
        return form.id() + "/" + form.version();
    }
}
