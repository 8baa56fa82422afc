package io.duban.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Every figure of 附件5 is what a second path through the raw rows counts, and is as long as the list it opens. */
class AnnexFivePropertyTest {

    static final ReturnPeriod YEAR = new ReturnPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    static final List<String> UNITS = ReturnsRoom.UNITS.stream()
            .map(line -> line.substring(0, line.indexOf(',')))
            .filter(code -> !code.contains("T"))
            .toList();
    private static final List<CellKey> CELLS = Stream.of(Figure.values())
            .flatMap(figure -> figure.columns().stream().map(column -> new CellKey(figure, column)))
            .toList();
    private static final ReturnsRoom ROOM = ReturnsRoom.open();

    @Property(tries = 100)
    void figures_are_what_the_raw_rows_say(
            @ForAll long seed, @ForAll @IntRange(max = 30) int orders, @ForAll @IntRange(max = 420) int start) {
        new GeneratedCases(ROOM.jdbc(), seed).write(orders);
        LocalDate from = LocalDate.of(2025, 12, 1).plusDays(start);
        for (ReturnPeriod period : List.of(YEAR, new ReturnPeriod(from, from.plusDays(seed & 127)))) {
            agree(ROOM, UNITS.get(Math.floorMod(seed, UNITS.size())), period);
        }
    }

    @Property(tries = 60)
    void what_happens_after_a_period_does_not_change_its_figures(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int orders,
            @ForAll @IntRange(max = 300) int start) {
        LocalDate from = LocalDate.of(2025, 12, 1).plusDays(start);
        ReturnPeriod past = new ReturnPeriod(from, from.plusDays(30 + (seed & 63)));
        Instant end = past.to().plusDays(1).atStartOfDay(ReturnsRoom.ZONE).toInstant();
        new GeneratedCases(ROOM.jdbc(), seed, end).write(orders);
        Map<CellKey, Integer> atItsEnd = rectified("310000", past);
        new GeneratedCases(ROOM.jdbc(), seed).write(orders);

        assertThat(rectified("310000", past)).isEqualTo(atItsEnd);
    }

    @Property(tries = 25)
    void every_problem_is_found_in_one_period(@ForAll long seed, @ForAll @IntRange(min = 5, max = 30) int orders) {
        new GeneratedCases(ROOM.jdbc(), seed).write(orders);
        ROOM.jdbc()
                .update("update supervision_order set state = 'CLOSED'"
                        + " where state in ('WITHDRAWN', 'TRANSFERRED', 'MERGED')");
        CellKey problems = new CellKey(Figure.PROBLEMS, Column.TOTAL);
        int quarters = IntStream.range(0, 4)
                .mapToObj(n -> LocalDate.of(2026, 1 + 3 * n, 1))
                .map(first -> new ReturnPeriod(first, first.plusMonths(3).minusDays(1)))
                .mapToInt(quarter -> rectified("310000", quarter).get(problems))
                .sum();

        assertThat(rectified("310000", YEAR).get(problems)).isEqualTo(quarters);
    }

    private static Map<CellKey, Integer> rectified(String unit, ReturnPeriod period) {
        ReturnsRoom.signIn("supervision-office.310000");
        Cells cells = ROOM.get(AnnexFive.class).of(unit, period).cells();
        return CELLS.stream()
                .filter(cell -> Figure.rectified().contains(cell.figure()))
                .collect(Collectors.toMap(Function.identity(), cells::get));
    }

    @Property(tries = 25)
    void a_figure_has_as_many_rows_as_it_says(@ForAll long seed, @ForAll @IntRange(min = 5, max = 30) int orders) {
        new GeneratedCases(ROOM.jdbc(), seed).write(orders);
        rowsAgree(ROOM, UNITS.get(Math.floorMod(seed, UNITS.size())));
    }

    static void agree(ReturnsRoom room, String unit, ReturnPeriod period) {
        ReturnsRoom.signIn("supervision-office.310000");
        AnnexFiveReturn shown = room.get(AnnexFive.class).of(unit, period);
        SecondPath second = new SecondPath(new NamedParameterJdbcTemplate(room.jdbc()));
        for (CellKey cell : CELLS) {
            assertThat(shown.cells().get(cell))
                    .as("%s of %s from %s to %s", cell.name(), unit, period.from(), period.to())
                    .isEqualTo(second.figure(cell, unit, period));
        }
        invariants(shown.cells());
    }

    private static void invariants(Cells cells) {
        for (Column column : Figure.PROBLEMS.columns()) {
            assertThat(cells.get(Figure.PROBLEMS, column))
                    .as("INV-01 %s", column)
                    .isEqualTo(cells.get(Figure.COMPLETED_PROBLEMS, column) + cells.get(Figure.OPEN_PROBLEMS, column));
            assertThat(cells.get(Figure.COMPLETED_SCHOOLS, column))
                    .as("INV-02 %s", column)
                    .isLessThanOrEqualTo(cells.get(Figure.PROBLEM_SCHOOLS, column));
        }
        Stream.of(Figure.values())
                .filter(figure -> figure.columns().contains(Column.DISTRICT_OFFICE))
                .forEach(figure -> assertThat(cells.get(figure, Column.DISTRICT_OFFICE))
                        .as("INV-03 %s", figure)
                        .isLessThanOrEqualTo(cells.get(figure, Column.TOTAL)));
        assertThat(cells.get(Figure.INSTITUTIONS, Column.TOTAL))
                .as("INV-04")
                .isEqualTo(cells.get(Figure.SUBJECT_INSTITUTIONS, Column.TOTAL)
                        + cells.get(Figure.OTHER_INSTITUTIONS, Column.TOTAL));
    }

    static void rowsAgree(ReturnsRoom room, String unit) {
        ReturnsRoom.signIn("supervision-office.310000");
        AnnexFiveRows rows = room.get(AnnexFiveRows.class);
        for (CellKey cell : CELLS) {
            List<CountedRows> pages = IntStream.iterate(0, page -> page + 1)
                    .mapToObj(page -> rows.of(unit, YEAR, cell, page, 7))
                    .takeWhile(page -> !page.rows().isEmpty())
                    .toList();
            int counted = pages.stream()
                    .flatMap(page -> page.rows().stream())
                    .mapToInt(row -> cell.figure().isTyped() ? Integer.parseInt(row.get(1)) : 1)
                    .sum();
            assertThat(counted)
                    .as("rows of %s of %s", cell.name(), unit)
                    .isEqualTo(rows.of(unit, YEAR, cell, 0, 1).total());
            assertThat(pages.stream().flatMap(page -> page.rows().stream()))
                    .as(cell.name())
                    .allMatch(row -> row.size() == pages.get(0).headings().size());
        }
    }
}
