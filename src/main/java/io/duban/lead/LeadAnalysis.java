package io.duban.lead;

import io.duban.engine.Accounts;
import io.duban.organisation.Organisations;
import io.duban.organisation.Person;
import io.duban.organisation.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 三级举报分析 (A08, R01): how many leads came in by source, category, district and unit. Only leads count that the unit
 * received or handles, or a district below it, and from which nobody it is counted for has to stand aside: a figure tells
 * nothing of a lead that its reader may not know of. What is shown of it: {@link ShownCounts}.
 */
@Component
@Transactional(readOnly = true)
class LeadAnalysis {

    private static final int REPEATED = 2;
    private static final String OURS = " from lead where received_on between :start and :end"
            + " and state <> 'NOT_ACCEPTED' and (receiving_unit in (:units) or handling_unit in (:units))";
    private static final String SCOPE = OURS
            + " and (accused_unit is null or accused_unit not in (:entangled))"
            + " and not exists (select 1 from lead_named_person named where named.lead_ref = lead.lead_ref"
            + " and named.account in (:accounts))";

    /** No list of values may be empty. */
    private static final Set<String> NOBODY = Set.of("");

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Accounts accounts;

    LeadAnalysis(JdbcClient jdbc, Organisations organisations, Accounts accounts) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    /** By which the leads are counted. */
    enum Dimension {
        SOURCE("source_level"),
        CATEGORY("category"),
        DISTRICT("district_unit"),
        UNIT("accused_unit");

        private final String column;

        Dimension(String column) {
            this.column = column;
        }
    }

    /** 一格: the counts behind one code; exact, as they are kept. */
    record Cell(Dimension dimension, String code, int leads, int named, int valid) {}

    /** The exact counts of a unit's jurisdiction from one day to another, both included, as far as the person may know. */
    List<Cell> count(String unit, LocalDate start, LocalDate end, Person reader) {
        return count(new Scope(unit, start, end, reader.units(), Set.of(reader.id())));
    }

    /** The same for whoever works in the unit: without leads from which one of them has to stand aside. */
    List<Cell> count(String unit, LocalDate start, LocalDate end) {
        return count(everybodyOf(unit, start, end));
    }

    /** How many leads on a body that came in within the period proved valid after a day, for whoever works in the unit. */
    int validOn(String unit, String accused, LocalDate start, LocalDate end, LocalDate after) {
        return counted(
                        "select count(*)" + SCOPE + " and accused_unit = :accused"
                                + " and conclusion in ('VALID', 'PARTLY') and concluded_on > :after",
                        everybodyOf(unit, start, end))
                .param("accused", accused)
                .param("after", after)
                .query(Integer.class)
                .single();
    }

    /** Whoever counts, and who must stand aside. */
    private record Scope(String unit, LocalDate start, LocalDate end, Set<String> bodies, Set<String> accounts) {}

    private Scope everybodyOf(String unit, LocalDate start, LocalDate end) {
        Scope open = new Scope(unit, start, end, Set.of(unit), Set.of());
        return new Scope(unit, start, end, Set.of(unit), namedIn(open));
    }

    private List<Cell> count(Scope scope) {
        return Stream.of(Dimension.values())
                .flatMap(dimension -> count(dimension, scope).stream())
                .toList();
    }

    private List<Cell> count(Dimension dimension, Scope scope) {
        return counted(
                        "select " + dimension.column + " as code, count(*) as leads,"
                                + " sum(case when named then 1 else 0 end) as named,"
                                + " sum(case when conclusion in ('VALID', 'PARTLY') then 1 else 0 end) as valid" + SCOPE
                                + " and " + dimension.column + " is not null group by " + dimension.column,
                        scope)
                .query((row, n) -> new Cell(
                        dimension,
                        row.getString("code"),
                        row.getInt("leads"),
                        row.getInt("named"),
                        row.getInt("valid")))
                .list()
                .stream()
                .filter(cell -> dimension != Dimension.UNIT || cell.leads() >= REPEATED)
                .sorted(Comparator.comparingInt(Cell::leads).reversed().thenComparing(Cell::code))
                .toList();
    }

    /** Those of the unit's own people whom one of its leads names. */
    private Set<String> namedIn(Scope scope) {
        return within(
                        "select distinct account from lead_named_person where lead_ref in (select lead_ref" + OURS
                                + ")",
                        scope)
                .query(String.class)
                .list()
                .stream()
                .filter(account -> new Person(account, Set.copyOf(accounts.groupsOf(account)))
                        .units()
                        .contains(scope.unit()))
                .collect(Collectors.toSet());
    }

    private JdbcClient.StatementSpec counted(String sql, Scope scope) {
        return within(sql, scope)
                .param("entangled", orNobody(organisations.entangledWith(scope.bodies())))
                .param("accounts", orNobody(scope.accounts()));
    }

    private JdbcClient.StatementSpec within(String sql, Scope scope) {
        Set<String> units = organisations.jurisdiction(scope.unit()).stream()
                .map(Unit::code)
                .collect(Collectors.toSet());
        units.removeIf(code -> !organisations.isWithin(code, scope.unit()));
        units.add(scope.unit());
        return jdbc.sql(sql)
                .param("start", scope.start())
                .param("end", scope.end())
                .param("units", units);
    }

    private static Collection<String> orNobody(Set<String> values) {
        return values.isEmpty() ? NOBODY : values;
    }
}
