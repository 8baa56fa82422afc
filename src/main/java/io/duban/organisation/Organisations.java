package io.duban.organisation;

import io.duban.engine.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 单位: which units exist and how they relate, answered from memory. Lists for choosing hold open units only; questions
 * about one unit also answer for closed ones, which old cases name.
 */
@Component
public class Organisations {

    /** No list for choosing is longer than this. */
    static final int PAGE = 100;

    private final UnitRepository repository;
    private volatile @Nullable Snapshot snapshot;

    Organisations(UnitRepository repository) {
        this.repository = repository;
    }

    /** The unit with this code, open or closed; refuses naming the field {@code unit} when there is none. */
    public Unit get(String code) {
        return find(code).orElseThrow(() -> unknown("unit", code));
    }

    /** The open unit with this code; refuses with rule {@code unknown-unit}, naming the given field. */
    public Unit require(String field, String code) {
        return find(code).filter(Unit::active).orElseThrow(() -> unknown(field, code));
    }

    /** The unit with this code, open or closed. */
    public Optional<Unit> find(String code) {
        return tree().find(code);
    }

    /** The open units directly below, by code. */
    public List<Unit> children(String code) {
        return tree().children(code).stream().filter(Unit::active).toList();
    }

    /** The unit and everything below it, closed units included, which old cases name; empty if unknown. */
    public List<Unit> within(String code) {
        return tree().within(code);
    }

    /** The unit and those above it, nearest first; empty if unknown. */
    public List<Unit> lineage(String code) {
        return tree().lineage(code);
    }

    /** The codes of all units of one level, closed ones included. */
    public Set<String> codes(AdminLevel level) {
        return tree().units().stream()
                .filter(unit -> unit.is(level))
                .map(Unit::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The open units of one level, by code. */
    public List<Unit> all(AdminLevel level) {
        return tree().active().filter(unit -> unit.is(level)).toList();
    }

    /**
     * Of the open units that pass the filter and whose name holds the text or whose code starts with it, those that fit
     * best: the very name or code first, then names that begin with it, so that no unit is hidden behind others.
     *
     * @param limit never more than 100
     */
    public List<Unit> best(String text, Predicate<Unit> filter, int limit) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return matching(wanted)
                .filter(filter)
                .sorted(Comparator.comparing((Unit unit) -> !unit.code().equalsIgnoreCase(wanted)
                                && !unit.name().strip().equalsIgnoreCase(wanted))
                        .thenComparing(
                                unit -> !unit.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                        .thenComparing(Unit::code))
                .limit(bounded(limit))
                .toList();
    }

    /** Whether the unit is the other one or stands below it; false if unknown. */
    public boolean isWithin(String code, String ancestor) {
        return tree().isWithin(code, ancestor);
    }

    /** 回避: how a body that would handle a case relates to the accused unit; refuses if either is unknown (INV-05). */
    public Relation relation(String body, String accused) {
        return tree().relation(get(body).code(), get(accused).code());
    }

    /** 回避: the codes of all units, open or closed, whose cases at least one of these bodies must not handle (INV-05). */
    public Set<String> entangledWith(Set<String> bodies) {
        UnitTree known = tree();
        return bodies.stream()
                .flatMap(body -> known.entangledWith(body).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The county at or above the unit; for a unit outside every county the nearest unit above that level, e.g. itself. */
    public Unit districtOf(String code) {
        return tree().districtOf(get(code).code()).orElseGet(() -> get(code));
    }

    /** 辖区: the open counties below the unit; for a county and everything below it, that county. */
    public List<Unit> jurisdiction(String code) {
        return tree().jurisdiction(get(code).code());
    }

    List<Unit> search(String text, Predicate<Unit> filter, String after, int limit) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return matching(wanted)
                .filter(filter)
                .filter(unit -> unit.code().compareTo(after) > 0)
                .limit(bounded(limit))
                .toList();
    }

    static int bounded(int limit) {
        return Math.max(1, Math.min(limit, PAGE));
    }

    UnitTree tree() {
        var known = snapshot;
        return known == null ? reload() : known.tree();
    }

    /**
     * Reads inside the lock, so that the last of two reloads has seen both changes. The revision is read first: what
     * changes after it is noticed the next time.
     */
    synchronized UnitTree reload() {
        long revision = repository.revision();
        var read = repository.read();
        snapshot = new Snapshot(revision, read);
        return read;
    }

    /** Reads the units again if any node has changed them since. */
    void refresh() {
        var known = snapshot;
        if (known != null && known.revision() != repository.revision()) {
            reload();
        }
    }

    /** The units as they stood at a revision of the list. */
    private record Snapshot(long revision, UnitTree tree) {}

    private Stream<Unit> matching(String wanted) {
        return tree().active()
                .filter(unit -> unit.code().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || unit.name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Refusal unknown(String field, String code) {
        return Refusal.of(
                field,
                "unknown-unit",
                "unit-list",
                "单位“" + code + "”不存在或已停用，请从单位列表中选择。",
                "The unit \"" + code + "\" does not exist or has closed; choose one from the list of units.");
    }
}
