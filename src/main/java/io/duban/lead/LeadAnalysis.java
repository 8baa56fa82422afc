package io.duban.lead;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 三级举报分析 (A08, R01): how many leads came in by source, category, district and unit. Below the city small numbers are
 * not shown, and where only one cell would be hidden the next smallest is hidden with it, so that no sum gives it away.
 */
@Component
@Transactional(readOnly = true)
class LeadAnalysis {

    private static final int REPEATED = 2;
    private static final String SCOPE = " from lead where received_on between :start and :end"
            + " and state <> 'NOT_ACCEPTED' and (receiving_unit = :unit or district_unit in (:districts))";

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final LeadSettings settings;

    LeadAnalysis(JdbcClient jdbc, Organisations organisations, LeadSettings settings) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.settings = settings;
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

    /** The exact counts of a unit's jurisdiction from one day to another, both included. */
    List<Cell> count(String unit, LocalDate start, LocalDate end) {
        return List.of(Dimension.values()).stream()
                .flatMap(dimension -> count(dimension, unit, start, end).stream())
                .toList();
    }

    private List<Cell> count(Dimension dimension, String unit, LocalDate start, LocalDate end) {
        List<String> districts = organisations.jurisdiction(unit).stream()
                .map(each -> each.code())
                .toList();
        return jdbc
                .sql("select " + dimension.column + " as code, count(*) as leads,"
                        + " sum(case when named then 1 else 0 end) as named,"
                        + " sum(case when conclusion in ('VALID', 'PARTLY') then 1 else 0 end) as valid" + SCOPE
                        + " and " + dimension.column + " is not null group by " + dimension.column)
                .param("start", start)
                .param("end", end)
                .param("unit", unit)
                .param("districts", districts.isEmpty() ? List.of(unit) : districts)
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

    /** One line as people see it. */
    record Line(String code, String label, String count, String named, String valid) {}

    /** The lines of one dimension as this unit may see them. */
    List<Line> shown(List<Cell> cells, Dimension dimension, String unit) {
        List<Cell> of =
                cells.stream().filter(cell -> cell.dimension() == dimension).toList();
        boolean city = isCity(unit);
        Optional<Integer> hidden = city ? Optional.empty() : threshold(of);
        return of.stream().map(cell -> line(cell, hidden, city)).toList();
    }

    boolean isCity(String unit) {
        AdminLevel level = organisations.get(unit).level();
        return level == AdminLevel.PROVINCE || level == AdminLevel.PREFECTURE || level == AdminLevel.NATIONAL;
    }

    /** The count up to which cells are hidden: the small ones, and with a single small one also the next above it. */
    private Optional<Integer> threshold(List<Cell> cells) {
        List<Integer> counts = cells.stream().map(Cell::leads).sorted().toList();
        long small = counts.stream().filter(this::isSmall).count();
        if (small == 0) {
            return Optional.empty();
        }
        int last = small == 1 && counts.size() > 1 ? 1 : (int) small - 1;
        return Optional.of(Math.max(counts.get(last), settings.smallCell() - 1));
    }

    private boolean isSmall(int count) {
        return count > 0 && count < settings.smallCell();
    }

    private Line line(Cell cell, Optional<Integer> hidden, boolean city) {
        boolean covered = hidden.filter(most -> cell.leads() <= most).isPresent();
        String label = labelOf(cell);
        return covered
                ? new Line(cell.code(), label, "—", "—", "—")
                : new Line(
                        cell.code(),
                        label,
                        String.valueOf(cell.leads()),
                        part(cell.named(), cell.leads(), city),
                        part(cell.valid(), cell.leads(), city));
    }

    /** A part of a shown number is hidden if itself or the rest is small. */
    private String part(int part, int whole, boolean city) {
        return !city && (isSmall(part) || isSmall(whole - part)) ? "—" : String.valueOf(part);
    }

    private String labelOf(Cell cell) {
        return switch (cell.dimension()) {
            case SOURCE -> SourceLevel.valueOf(cell.code()).label();
            case CATEGORY ->
                io.duban.rectification.ProblemCategory.valueOf(cell.code()).label();
            case DISTRICT, UNIT ->
                organisations.find(cell.code()).map(unit -> unit.name()).orElse(cell.code());
        };
    }

    /** All dimensions as this unit may see them, by dimension name in lower case. */
    Map<String, List<Line>> tables(List<Cell> cells, String unit) {
        Map<String, List<Line>> tables = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            tables.put(dimension.name().toLowerCase(java.util.Locale.ROOT), shown(cells, dimension, unit));
        }
        return tables;
    }

    /** The total as this unit may see it. */
    String total(List<Cell> cells, String unit) {
        int total = cells.stream()
                .filter(cell -> cell.dimension() == Dimension.SOURCE)
                .mapToInt(Cell::leads)
                .sum();
        return !isCity(unit) && isSmall(total) ? "少于 " + settings.smallCell() : String.valueOf(total);
    }

    /** How many leads that came in within the period and proved valid after a day name the unit. */
    int validOn(String accused, LocalDate start, LocalDate end, LocalDate after) {
        return jdbc.sql("select count(*) from lead where accused_unit = ? and conclusion in ('VALID', 'PARTLY')"
                        + " and received_on between ? and ? and concluded_on > ?")
                .params(accused, start, end, after)
                .query(Integer.class)
                .single();
    }
}
