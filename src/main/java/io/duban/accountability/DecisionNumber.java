package io.duban.accountability;

/** The number of an accountability decision (问责决定编号): counted per issuing unit and year, from 1. */
record DecisionNumber(int year, int sequence) {

    String text() {
        return "问责决定〔" + year + "〕" + sequence + "号";
    }
}
