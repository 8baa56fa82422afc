package io.duban.reporter;

import io.duban.organisation.Person;
import java.util.Optional;
import java.util.Set;

/** What the vault must know about a lead before it lets anybody ask who reported; the lead's room answers. */
public interface DisclosureGround {

    /** Why this person may ask at all: empty unless the person handles the lead now. */
    Optional<Ground> ground(String leadRef, Person person);

    /**
     * The handling of a lead as far as a disclosure is concerned.
     *
     * @param unit the unit in whose name the person handles it
     * @param involvedUnits all units that handle or have handled it; none of them decides about a disclosure
     * @param accusedUnit 被举报单位: its code; a lead without one is not ripe for a disclosure
     */
    record Ground(String unit, Set<String> involvedUnits, Optional<String> accusedUnit) {

        public Ground {
            involvedUnits = Set.copyOf(involvedUnits);
        }
    }
}
