package io.duban.ledger;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A filter together with where it may look and on which day; what both lines and sums are selected by.
 *
 * @param accused the units the lines are about, if it asks for a school or an institution
 */
record Asked(Wanted wanted, LedgerScope scope, @Nullable Collection<String> accused, LocalDate today) {

    Criteria criteria() {
        return Criteria.of(wanted, accused, today);
    }

    Asked instead(Wanted other) {
        return new Asked(other, scope, accused, today);
    }
}
