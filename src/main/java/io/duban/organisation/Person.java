package io.duban.organisation;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever is at the other end of a request, with the groups the log-in gave: role ids ({@code supervision-lead}) and
 * roles in units ({@code supervision-lead.310000}).
 */
public record Person(String id, Set<String> groups) {

    public Person {
        groups = Set.copyOf(groups);
    }

    /** Whether the person holds the role anywhere. */
    public boolean has(Role role) {
        return groups.contains(role.id());
    }

    /** Whether the person holds the role in this very unit. */
    public boolean has(Role role, String unitCode) {
        return groups.contains(role.group(unitCode));
    }

    /** The units in which the person holds a known role, sorted by code. */
    public Set<String> units() {
        return groups.stream().flatMap(group -> unitOf(group).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The units the person answers for; what those are told of themselves the person reads. */
    public Set<String> answersFor() {
        return units().stream()
                .filter(unit -> Stream.of(Role.values()).anyMatch(role -> role.answers() && has(role, unit)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same person as far as they work in these units. */
    public Person in(Set<String> units) {
        Set<String> held = groups.stream()
                .filter(group -> unitOf(group).filter(units::contains).isPresent())
                .collect(Collectors.toSet());
        Set<String> roles = held.stream()
                .map(group -> group.substring(0, group.indexOf('.')))
                .collect(Collectors.toSet());
        return new Person(
                id,
                groups.stream()
                        .filter(group -> held.contains(group) || roles.contains(group) || isUnitless(group))
                        .collect(Collectors.toSet()));
    }

    public boolean isAdmin() {
        return has(Role.ADMIN);
    }

    private static boolean isUnitless(String group) {
        return Role.byId(group).filter(Role::isUnitless).isPresent();
    }

    private static Optional<String> unitOf(String group) {
        int dot = group.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Role.byId(group.substring(0, dot))
                        .filter(role -> !role.isUnitless())
                        .map(role -> group.substring(dot + 1));
    }
}
