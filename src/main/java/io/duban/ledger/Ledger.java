package io.duban.ledger;

import io.duban.engine.Refusal;
import io.duban.ledger.LedgerSearch.Place;
import io.duban.ledger.Statistics.Figure;
import io.duban.ledger.Statistics.Line;
import io.duban.ledger.Statistics.Table;
import io.duban.order.Instrument;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 工作台账 for whoever reads it: rows, figures that agree with them, and what happened to one order. */
@Service
class Ledger {

    private final LedgerFold fold;
    private final LedgerVisibility visibility;
    private final LedgerSearch search;
    private final LedgerFigures figures;
    private final LedgerEntries entries;
    private final LedgerLines lines;
    private final Organisations organisations;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    Ledger(
            LedgerFold fold,
            LedgerVisibility visibility,
            LedgerSearch search,
            LedgerFigures figures,
            LedgerEntries entries,
            LedgerLines lines,
            Organisations organisations,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.fold = fold;
        this.visibility = visibility;
        this.search = search;
        this.figures = figures;
        this.entries = entries;
        this.lines = lines;
        this.organisations = organisations;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Does several reads on one and the same state of the ledger, with everything committed by now in it. */
    <T> T together(Supplier<T> reads) {
        visibility.scope();
        fold.catchUp();
        return java.util.Objects.requireNonNull(snapshot.execute(status -> reads.get()));
    }

    /** What the current person asks, within what they may see. */
    Asked ask(Wanted wanted) {
        LedgerScope scope = visibility.scope();
        LocalDate today = LocalDate.now(clock);
        Optional<Unit> unit = wanted.unit().map(organisations::get);
        if (unit.isEmpty()) {
            return new Asked(wanted, scope, null, today);
        }
        Set<String> codes = visibility.within(scope, unit.get());
        return switch (unit.get().level()) {
            case NATIONAL -> new Asked(wanted, scope, null, today);
            case PROVINCE -> new Asked(wanted, new LedgerScope(codes, Set.of()), null, today);
            case PREFECTURE, COUNTY -> new Asked(wanted, new LedgerScope(Set.of(), codes), null, today);
            default -> new Asked(wanted, scope, codes, today);
        };
    }

    /** One row more than asked for tells whether there is another page. */
    List<LedgerLine> page(Asked asked, @Nullable Place after, int size) {
        return search.page(asked, after, size + 1);
    }

    Statistics statistics(Asked asked) {
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
        return Column.of(kind).stream().map(column -> column.label(kind)).toList();
    }

    private static Line line(String key, String label, Counts counts, Wanted wanted) {
        return new Line(
                key,
                label,
                Column.of(wanted.kind()).stream()
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

    /** The lines and the entries of one order, oldest first; answers as if it did not exist to whoever may not see it. */
    History history(String orderId) {
        LedgerScope scope = visibility.scope();
        Collection<LedgerLine> found = lines.ofOrders(Set.of(orderId));
        LedgerLine order = found.stream()
                .filter(each -> each.kind() == EntryKind.ORDER)
                .filter(scope::holds)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("台账中没有这份督办单，或您无权查看。", "There is no such order that you may see."));
        return new History(order, List.copyOf(found), entries.of(orderId));
    }

    /** What the ledger knows of one order. */
    record History(LedgerLine order, List<LedgerLine> lines, List<LedgerEntry> entries) {}
}
