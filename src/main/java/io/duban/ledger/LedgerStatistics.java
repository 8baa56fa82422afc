package io.duban.ledger;

import io.duban.ledger.Statistics.Figure;
import io.duban.ledger.Statistics.Line;
import io.duban.ledger.Statistics.Table;
import io.duban.order.Instrument;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tables of figures beside the rows; each figure is put together with the filter that finds its rows. */
@Component
class LedgerStatistics {

    private final LedgerFigures figures;
    private final Organisations organisations;

    LedgerStatistics(LedgerFigures figures, Organisations organisations) {
        this.figures = figures;
        this.organisations = organisations;
    }

    Statistics of(Asked asked) {
        Asked base = asked.instead(asked.wanted().base());
        EntryKind kind = base.wanted().kind();
        Counts all = figures.total(base);
        List<Table> tables = new ArrayList<>();
        tables.add(table("district", "按区县", base, "district_unit", this::nameOf, this::inDistrict));
        tables.add(table(
                "instrument",
                "按文种",
                base,
                "instrument",
                key -> Instrument.valueOf(key).label(),
                (wanted, key) -> wanted.instrument(Instrument.valueOf(key))));
        if (kind == EntryKind.PROBLEM) {
            tables.add(table(
                    "category",
                    "按问题类别",
                    base,
                    "category",
                    key -> ProblemCategory.valueOf(key).label(),
                    (wanted, key) -> wanted.category(ProblemCategory.valueOf(key))));
        }
        tables.add(table(
                "month",
                "按印发月份",
                base,
                LedgerFigures.MONTH,
                Function.identity(),
                (wanted, key) -> wanted.month(YearMonth.parse(key))));
        boolean narrowed = !asked.wanted().equals(base.wanted());
        return new Statistics(
                narrowed ? total(asked) : all.all(),
                new Table("summary", "合计", columns(kind), rates(kind), List.of(line("", "合计", all, base.wanted()))),
                ageing(base.wanted(), all),
                tables);
    }

    long total(Asked asked) {
        return figures.total(asked).all();
    }

    private Table table(
            String key,
            String title,
            Asked base,
            String column,
            Function<String, String> label,
            BiFunction<Wanted, String, Wanted> narrow) {
        EntryKind kind = base.wanted().kind();
        List<Line> found = new ArrayList<>();
        for (Map.Entry<String, Counts> each : figures.by(column, base).entrySet()) {
            if (each.getValue().all() > 0) {
                found.add(line(
                        each.getKey(),
                        label.apply(each.getKey()),
                        each.getValue(),
                        narrow.apply(base.wanted(), each.getKey())));
            }
        }
        return new Table(key, title, columns(kind), rates(kind), found);
    }

    private static List<String> columns(EntryKind kind) {
        return StatisticsColumn.of(kind).stream()
                .map(column -> column.label(kind))
                .toList();
    }

    private static Line line(String key, String label, Counts counts, Wanted wanted) {
        return new Line(
                key,
                label,
                StatisticsColumn.of(wanted.kind()).stream()
                        .map(column -> new Figure(
                                column.label(wanted.kind()),
                                column.count(counts),
                                column.narrow(wanted).query()))
                        .toList(),
                wanted.kind() == EntryKind.ORDER
                        ? List.of()
                        : List.of(
                                percent(counts.of(Phase.DONE), counts.existing()),
                                percent(counts.relapsed(), counts.onceSignedOff())));
    }

    /** 销号率 is 已完成整改 of 存在问题, 反弹率 is 反弹 of 曾销号 (R09). */
    private static List<String> rates(EntryKind kind) {
        return kind == EntryKind.ORDER ? List.of() : List.of("销号率", "反弹率");
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    private static Table ageing(Wanted base, Counts all) {
        List<Line> found = Stream.of(Lateness.values())
                .filter(each -> each != Lateness.OVERDUE && each != Lateness.LATE)
                .map(each -> new Line(
                        each.name(),
                        each.label(),
                        List.of(new Figure(
                                "在办", all.of(each), base.lateness(each).query())),
                        List.of()))
                .toList();
        return new Table("ageing", "在办账龄", List.of("在办"), List.of(), found);
    }

    private String nameOf(String unit) {
        return organisations.find(unit).map(Unit::name).orElse(unit);
    }

    /** A filter for one school stays one: its district is the only line. */
    private Wanted inDistrict(Wanted wanted, String district) {
        boolean below = wanted.unit()
                .flatMap(organisations::find)
                .filter(unit -> AdminLevel.COUNTY.isAbove(unit.level()))
                .isPresent();
        return below ? wanted : wanted.unit(district);
    }
}
