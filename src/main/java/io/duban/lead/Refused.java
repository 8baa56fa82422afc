package io.duban.lead;

import io.duban.engine.Refusal;

/** A refusal as a page shows it: the field it stands beside and the sentence. */
record Refused(String field, String sentence) {

    static Refused of(Refusal refusal) {
        String field = refusal.field();
        return new Refused(field == null ? "" : field.replaceAll("\\[.*", ""), String.valueOf(refusal.getMessage()));
    }

    public boolean concerns(String other) {
        return field.equals(other);
    }
}
