package io.duban.ledger;

import java.time.LocalDate;

/** What lines have in common that are counted together: every column a figure can be asked by. */
record SumKey(
        EntryKind kind,
        String provinceUnit,
        String districtUnit,
        String month,
        String instrument,
        String category,
        Phase phase,
        String state,
        LocalDate due,
        boolean late,
        boolean relapsed) {

    static SumKey of(LedgerLine line) {
        return new SumKey(
                line.kind(),
                line.provinceUnit(),
                line.heading().districtUnit(),
                line.month().toString(),
                line.heading().instrument(),
                line.category(),
                line.standing().phase(),
                line.standing().state(),
                line.standing().due(),
                line.standing().late(),
                line.standing().relapsed());
    }

    SumKey ofAllMonths() {
        return new SumKey(
                kind, provinceUnit, districtUnit, "", instrument, category, phase, state, due, late, relapsed);
    }
}
