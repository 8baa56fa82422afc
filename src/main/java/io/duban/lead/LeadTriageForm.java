package io.duban.lead;

import io.duban.form.Fields;
import io.duban.rectification.ProblemCategory;
import java.util.List;
import java.util.Optional;

/** 研判单: what the office enters when it triages a lead. */
record LeadTriageForm(
        String summary,
        Optional<String> accusedUnit,
        Optional<ProblemCategory> category,
        Optional<LeadTopic> topic,
        boolean inScope,
        boolean concrete,
        Optional<String> duplicateOf,
        boolean severe,
        boolean vile,
        boolean leaderConcern,
        boolean publicReaction,
        List<String> namedPersons) {

    LeadTriageForm {
        namedPersons = List.copyOf(namedPersons);
    }

    static LeadTriageForm from(Fields fields) {
        return new LeadTriageForm(
                fields.optionalText("summary").orElse(""),
                fields.optionalText("accusedUnit"),
                fields.optionalOption("category", ProblemCategory.class),
                fields.optionalOption("topic", LeadTopic.class),
                fields.yesNo("inScope"),
                fields.yesNo("concrete"),
                fields.optionalText("duplicateOf"),
                fields.yesNo("severe"),
                fields.yesNo("vile"),
                fields.yesNo("leaderConcern"),
                fields.yesNo("publicReaction"),
                fields.choices("namedPersons"));
    }

    @Override
    public String toString() {
        return "LeadTriageForm[…]";
    }
}
