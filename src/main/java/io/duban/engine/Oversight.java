package io.duban.engine;

import java.util.Collection;
import java.util.Set;

/**
 * Who watches the cases of a jurisdiction in the engine's own lists and in Cockpit. They hold the grants of one group of
 * which nobody is a member; whether a log-in has it is decided for each request, so that it needs no upkeep and whoever
 * must stand aside from cases of the own jurisdiction is without.
 */
public interface Oversight {

    /** The group that holds the grants. */
    String GROUP = "oversight";

    boolean isHeldBy(Collection<String> groups);

    /** The processes, by their ids in the models, whose cases are overseen. */
    Set<String> processes();
}
