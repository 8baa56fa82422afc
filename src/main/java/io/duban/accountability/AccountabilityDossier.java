package io.duban.accountability;

import java.util.List;

/** Everything about one accountability case as people read it (问责案情). */
public record AccountabilityDossier(
        String id,
        String orderId,
        String number,
        String title,
        AccountabilityState state,
        String stateLabel,
        List<Fact> facts,
        List<Person> subjects) {

    /** One labelled value, in Chinese. */
    public record Fact(String label, String value) {}

    /** One unit or person held to account (被问责对象), with what was decided so far. */
    public record Person(String id, String name, String kind, String severity, String sanctions) {}
}
