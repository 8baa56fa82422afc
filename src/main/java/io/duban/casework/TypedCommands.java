package io.duban.casework;

import io.duban.form.Fields;
import io.duban.form.FormRegistry;
import io.duban.form.FormSchema;
import io.duban.form.Situation;
import io.duban.form.TypedContent;
import io.duban.organisation.People;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commands that come another way than through a form of the engine: carried out and kept in one transaction. */
@Component
@Transactional
public class TypedCommands {

    private final CaseEntries entries;
    private final FormRegistry forms;
    private final People people;

    TypedCommands(CaseEntries entries, FormRegistry forms, People people) {
        this.entries = entries;
        this.forms = forms;
        this.people = people;
    }

    /** What the start form of a process offers the current person to choose from. */
    public Map<String, Object> shown(String process) {
        return forms.binding(process)
                .view()
                .apply(new Situation(process, "", null, people.current().id()));
    }

    /**
     * A command that a start form carries out too.
     *
     * @param process the process the form starts
     * @param typed the fields, checked by the form
     * @param shown what the form offers to choose from
     * @param place where in the house the outcome of the command belongs
     */
    public <T> T carryOut(
            String process, Fields typed, Map<String, Object> shown, Supplier<T> command, Function<T, Place> place) {
        FormSchema form = forms.schema(forms.binding(process).form());
        return kept(process, form, TypedContent.of(form, typed, () -> shown), command, place);
    }

    /** A command without a form file. */
    public <T> T carryOut(DirectStep step, Fields typed, Supplier<T> command, Function<T, Place> place) {
        return kept(step.key(), step.form(), TypedContent.of(step.form(), typed, Map::of), command, place);
    }

    private <T> T kept(
            String step, FormSchema form, TypedContent content, Supplier<T> command, Function<T, Place> place) {
        T outcome = command.get();
        entries.add(place.apply(outcome), step, form, content, List::of);
        return outcome;
    }
}
