package io.duban.ledger;

import io.duban.order.Instrument;
import io.duban.order.OrderState;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import io.duban.rectification.ProblemState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line as people read it.
 *
 * @param overdueDays calendar days since the term has passed; 0 if it has not
 */
record LedgerRow(
        String orderId,
        String number,
        String title,
        int problem,
        String instrument,
        String instrumentLabel,
        @Nullable String category,
        @Nullable String categoryLabel,
        String issuer,
        String addressee,
        String accusedUnit,
        String accused,
        String districtUnit,
        String district,
        String state,
        String stateLabel,
        String phase,
        String phaseLabel,
        LocalDate issuedOn,
        @Nullable LocalDate due,
        long overdueDays,
        boolean late,
        boolean relapsed,
        int round) {

    static LedgerRow of(LedgerLine line, Organisations organisations, LocalDate today) {
        var heading = line.heading();
        var standing = line.standing();
        boolean running = standing.due().isBefore(LedgerLine.NO_TERM);
        return new LedgerRow(
                line.orderId(),
                heading.number(),
                heading.title(),
                line.problemSeq(),
                heading.instrument(),
                Instrument.valueOf(heading.instrument()).label(),
                line.category().isEmpty() ? null : line.category(),
                line.category().isEmpty()
                        ? null
                        : ProblemCategory.valueOf(line.category()).label(),
                name(organisations, heading.issuerUnit()),
                name(organisations, heading.addresseeUnit()),
                heading.accusedUnit(),
                name(organisations, heading.accusedUnit()),
                heading.districtUnit(),
                name(organisations, heading.districtUnit()),
                standing.state(),
                label(line.kind(), standing.state()),
                standing.phase().name(),
                standing.phase().label(line.kind()),
                heading.issuedOn(),
                running ? standing.due() : null,
                running ? Math.max(0, ChronoUnit.DAYS.between(standing.due(), today)) : 0,
                standing.late(),
                standing.relapsed(),
                standing.round());
    }

    static String label(EntryKind kind, String state) {
        return kind == EntryKind.ORDER
                ? OrderState.valueOf(state).label()
                : ProblemState.valueOf(state).label();
    }

    private static String name(Organisations organisations, String unit) {
        return organisations.find(unit).map(Unit::name).orElse(unit);
    }
}
