package io.duban.engine;

import java.util.Optional;

/** Tells the engine, which knows no units, in which tenant the cases of a unit lie. */
public interface UnitTenants {

    /** The tenant of the district, or of the city itself; empty if there is no such unit. */
    Optional<String> of(String unit);
}
