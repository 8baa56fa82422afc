package io.duban.returns;

import io.duban.engine.Refusal;

/** A refusal as the page shows it: the field it stands beside and the sentence. */
record RefusedReturn(String field, String sentence) {

    static RefusedReturn of(Refusal refusal) {
        String field = refusal.field();
        return new RefusedReturn(
                field == null ? "" : field.replaceAll("\\[.*", ""), String.valueOf(refusal.getMessage()));
    }

    public boolean concerns(String other) {
        return field.equals(other);
    }
}
