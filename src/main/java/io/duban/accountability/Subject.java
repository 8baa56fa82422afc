package io.duban.accountability;

import java.util.List;

/**
 * A unit or person that may be held to account (被问责对象).
 *
 * @param position its number within the case, from 1; the reference of its row in the forms
 * @param unit the code of the unit itself, or of the unit the person belongs to
 */
record Subject(
        String id,
        int position,
        String name,
        String unit,
        SubjectKind kind,
        Severity severity,
        List<AggravatingGround> aggravating) {

    String ref() {
        return Integer.toString(position);
    }

    boolean isAggravated() {
        return !aggravating.isEmpty();
    }

    boolean isSameAs(Subject other) {
        return name.equals(other.name) && unit.equals(other.unit) && kind == other.kind;
    }
}
