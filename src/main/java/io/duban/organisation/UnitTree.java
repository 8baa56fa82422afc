package io.duban.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An immutable picture of all units (单位树), so that questions about who stands above whom cost no database access. */
final class UnitTree {

    /** Levels strictly fall from parent to child, so no line of ancestors is longer than this. */
    private static final int DEPTH = AdminLevel.values().length;

    private final NavigableMap<String, Unit> byCode = new TreeMap<>();
    private final Map<String, List<Unit>> byParent;
    private final Map<String, List<Unit>> byOperator;

    UnitTree(Collection<Unit> units) {
        units.forEach(unit -> byCode.put(unit.code(), unit));
        byParent = byCode.values().stream()
                .filter(unit -> unit.parent() != null)
                .collect(Collectors.groupingBy(unit -> Objects.requireNonNull(unit.parent())));
        byOperator = byCode.values().stream()
                .filter(unit -> unit.operator() != null)
                .collect(Collectors.groupingBy(unit -> Objects.requireNonNull(unit.operator())));
    }

    Optional<Unit> find(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    /** All units, closed ones included, by code. */
    Collection<Unit> units() {
        return List.copyOf(byCode.values());
    }

    /** The units that are still open, by code. */
    Stream<Unit> active() {
        return byCode.values().stream().filter(Unit::active);
    }

    List<Unit> children(String code) {
        return byParent.getOrDefault(code, List.of());
    }

    /** The unit and everything below it, closed units included; empty if unknown. */
    List<Unit> within(String code) {
        var found = new ArrayList<Unit>();
        find(code).ifPresent(found::add);
        for (int i = 0; i < found.size(); i++) {
            found.addAll(children(found.get(i).code()));
        }
        return found;
    }

    /** The unit and its ancestors, nearest first; empty if unknown. */
    List<Unit> lineage(String code) {
        var line = new ArrayList<Unit>();
        for (var unit = find(code);
                unit.isPresent() && line.size() < DEPTH;
                unit = find(unit.get().parent())) {
            line.add(unit.get());
        }
        return line;
    }

    boolean isWithin(String code, String ancestor) {
        return lineage(code).stream().anyMatch(unit -> unit.code().equals(ancestor));
    }

    /** 举办者: the codes of the units that run this one, the operator's operator included, nearest first. */
    Set<String> operators(String code) {
        var chain = new LinkedHashSet<String>();
        var operator = find(code).map(Unit::operator);
        while (operator.isPresent() && chain.add(operator.get())) {
            operator = find(operator.get()).map(Unit::operator);
        }
        return chain;
    }

    Relation relation(String body, String accused) {
        if (body.equals(accused)) {
            return Relation.SAME;
        }
        if (isWithin(body, accused) || operators(body).stream().anyMatch(runner -> isWithin(runner, accused))) {
            return Relation.SUBORDINATE;
        }
        return operators(accused).stream().anyMatch(operator -> isWithin(body, operator))
                ? Relation.OPERATOR
                : Relation.NONE;
    }

    /** The codes of all units to which this body has a relation that {@link #relation} does not call {@code NONE}. */
    Set<String> entangledWith(String body) {
        var found = new LinkedHashSet<String>();
        var bodies = new ArrayList<>(List.of(body));
        bodies.addAll(operators(body));
        bodies.forEach(each -> lineage(each).forEach(above -> found.add(above.code())));
        var run = new LinkedHashSet<String>();
        lineage(body).forEach(operator -> addRunBy(operator.code(), run));
        found.addAll(run);
        return found;
    }

    private void addRunBy(String operator, Set<String> run) {
        byOperator.getOrDefault(operator, List.of()).forEach(unit -> {
            if (run.add(unit.code())) {
                addRunBy(unit.code(), run);
            }
        });
    }

    /** The county at or above the unit; where there is none, the nearest unit above county level. */
    Optional<Unit> districtOf(String code) {
        return lineage(code).stream()
                .filter(unit -> !AdminLevel.COUNTY.isAbove(unit.level()))
                .findFirst();
    }

    /** The open counties below the unit; for a county and everything below it, that county. */
    List<Unit> jurisdiction(String code) {
        var unit = find(code);
        if (unit.isEmpty()) {
            return List.of();
        }
        if (unit.get().level().isAbove(AdminLevel.COUNTY)) {
            return active().filter(county -> county.is(AdminLevel.COUNTY) && isWithin(county.code(), code))
                    .toList();
        }
        return districtOf(code).filter(county -> county.is(AdminLevel.COUNTY)).stream()
                .toList();
    }
}
