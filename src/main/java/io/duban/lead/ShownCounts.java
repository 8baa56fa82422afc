package io.duban.lead;

import io.duban.lead.LeadAnalysis.Cell;
import io.duban.lead.LeadAnalysis.Dimension;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 小数隐去: what a unit sees of its counts. Below the city none and few look alike: every code has its line, small counts
 * are a dash, and as many of the next are dashes as it takes until what is hidden together is no small count itself; of
 * units only those with larger counts have a line.
 */
@Component
class ShownCounts {

    private static final String HIDDEN = "—";

    private final Organisations organisations;
    private final LeadSettings settings;

    ShownCounts(Organisations organisations, LeadSettings settings) {
        this.organisations = organisations;
        this.settings = settings;
    }

    /** One line as people see it. */
    record Line(String code, String label, String count, String named, String valid) {}

    /** All dimensions as this unit may see them, by dimension name in lower case. */
    Map<String, List<Line>> tables(List<Cell> cells, String unit) {
        Map<String, List<Line>> tables = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            tables.put(dimension.name().toLowerCase(Locale.ROOT), lines(cells, dimension, unit));
        }
        return tables;
    }

    /** The lines of one dimension as this unit may see them. */
    List<Line> lines(List<Cell> cells, Dimension dimension, String unit) {
        List<Cell> counted =
                cells.stream().filter(cell -> cell.dimension() == dimension).toList();
        if (isCity(unit)) {
            return counted.stream().map(this::exact).toList();
        }
        if (dimension == Dimension.UNIT) {
            return counted.stream()
                    .filter(cell -> !isSmall(cell.leads()))
                    .map(this::parted)
                    .toList();
        }
        List<Cell> all = withNone(counted, dimension, unit);
        int most = hiddenUpTo(all);
        return all.stream()
                .map(cell -> cell.leads() <= most ? hidden(cell) : parted(cell))
                .sorted(Comparator.comparing((Line line) -> HIDDEN.equals(line.count())))
                .toList();
    }

    /** The total as this unit may see it. */
    String total(List<Cell> cells, String unit) {
        int total = cells.stream()
                .filter(cell -> cell.dimension() == Dimension.SOURCE)
                .mapToInt(Cell::leads)
                .sum();
        return !isCity(unit) && isSmall(total) ? "少于 " + settings.smallCell() : String.valueOf(total);
    }

    boolean isCity(String unit) {
        AdminLevel level = organisations.get(unit).level();
        return level == AdminLevel.PROVINCE || level == AdminLevel.PREFECTURE || level == AdminLevel.NATIONAL;
    }

    /** What was counted and, in the order of their codes, what was not: hidden lines are in the same order in any case. */
    private List<Cell> withNone(List<Cell> counted, Dimension dimension, String unit) {
        Map<String, Cell> known = counted.stream().collect(Collectors.toMap(Cell::code, Function.identity()));
        Set<String> codes = codes(dimension, unit).collect(Collectors.toSet());
        List<Cell> all = new ArrayList<>(
                counted.stream().filter(cell -> !isSmall(cell.leads())).toList());
        codes.stream()
                .sorted()
                .map(code -> known.getOrDefault(code, new Cell(dimension, code, 0, 0, 0)))
                .filter(cell -> isSmall(cell.leads()))
                .forEach(all::add);
        return all;
    }

    private Stream<String> codes(Dimension dimension, String unit) {
        return switch (dimension) {
            case SOURCE -> Stream.of(SourceLevel.values()).map(Enum::name);
            case CATEGORY -> Stream.of(ProblemCategory.values()).map(Enum::name);
            default -> organisations.jurisdiction(unit).stream().map(Unit::code);
        };
    }

    /** The count up to which cells are hidden, −1 if none is. */
    private int hiddenUpTo(List<Cell> cells) {
        List<Integer> counts = cells.stream().map(Cell::leads).sorted().toList();
        int most = -1;
        int together = 0;
        int hidden = 0;
        for (int count : counts) {
            boolean enough = hidden == 0 || hidden > 1 && !isSmall(together);
            if (!isSmall(count) && enough && count > most) {
                return most;
            }
            most = count;
            together += count;
            hidden++;
        }
        return most;
    }

    private boolean isSmall(int count) {
        return count < settings.smallCell();
    }

    private Line hidden(Cell cell) {
        return new Line(cell.code(), labelOf(cell), HIDDEN, HIDDEN, HIDDEN);
    }

    private Line exact(Cell cell) {
        return new Line(
                cell.code(),
                labelOf(cell),
                String.valueOf(cell.leads()),
                String.valueOf(cell.named()),
                String.valueOf(cell.valid()));
    }

    private Line parted(Cell cell) {
        return new Line(
                cell.code(),
                labelOf(cell),
                String.valueOf(cell.leads()),
                part(cell.named(), cell.leads()),
                part(cell.valid(), cell.leads()));
    }

    /** A part of a shown number is hidden if itself or the rest is small. */
    private String part(int part, int whole) {
        return isSmall(part) || isSmall(whole - part) ? HIDDEN : String.valueOf(part);
    }

    private String labelOf(Cell cell) {
        return switch (cell.dimension()) {
            case SOURCE -> SourceLevel.valueOf(cell.code()).label();
            case CATEGORY -> ProblemCategory.valueOf(cell.code()).label();
            case DISTRICT, UNIT ->
                organisations.find(cell.code()).map(Unit::name).orElse(cell.code());
        };
    }
}
