package io.duban.casework;

import io.duban.form.FormSchema;
import io.duban.form.TypedContent;
import io.duban.organisation.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 办理记录: every version of everything that is typed at the steps of a case. What goes into the reporter vault is not in
 * it.
 */
@Component
public class CaseEntries {

    private final CaseEntryRepository entries;
    private final KeptForms forms;
    private final People people;
    private final Clock clock;

    CaseEntries(CaseEntryRepository entries, KeptForms forms, People people, Clock clock) {
        this.entries = entries;
        this.forms = forms;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Adds what the current person typed, in the transaction in which it takes effect; nothing, where all of it lies in
     * the vault.
     *
     * @param offered the groups the step is offered to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            Place place,
            String step,
            FormSchema form,
            TypedContent content,
            Supplier<? extends Collection<String>> offered) {
        if (!content.isEmpty()) {
            forms.keep(form);
            entries.insert(
                    place,
                    step,
                    form,
                    content,
                    Typist.of(people.current(), offered),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** Everything that was typed in a case, the oldest first; who may read which is decided by who asks. */
    @Transactional(readOnly = true)
    public List<CaseEntry> of(String caseId) {
        return entries.of(caseId);
    }
}
