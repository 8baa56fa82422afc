package io.duban.lead;

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

    @Override
    public String toString() {
        return "LeadTriageForm[…]";
    }
}
