package io.duban.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * 统计范围: what a figure of a return is counted over; the rooms count and list by the same scope, so that a figure and its
 * rows agree.
 *
 * @param units the codes of the units a figure concerns, open or closed
 * @param from the first day
 * @param to the last day, included
 * @param initiators 其中: only what these units have initiated; empty for whatever anybody has
 * @param without the orders of which whoever reads the figure may not know; nothing that came of them counts
 */
public record CountScope(
        Set<String> units, LocalDate from, LocalDate to, Optional<Set<String>> initiators, Set<String> without) {

    /** No database is asked about nothing: this belongs to no unit and to no order. */
    private static final String NOBODY = "-";

    public CountScope {
        units = units.isEmpty() ? Set.of(NOBODY) : Set.copyOf(units);
        initiators = initiators.map(codes -> codes.isEmpty() ? Set.of(NOBODY) : Set.copyOf(codes));
        without = without.isEmpty() ? Set.of(NOBODY) : Set.copyOf(without);
    }

    /** The same scope, with only what the units have initiated. */
    public CountScope initiatedBy(Set<String> codes) {
        return new CountScope(units, from, to, Optional.of(codes), without);
    }

    /** The same days for other units. */
    public CountScope of(Set<String> codes) {
        return new CountScope(codes, from, to, initiators, without);
    }
}
