package io.duban.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Effort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    static IntStream hundred() {
        return draws(100);
    }

    static IntStream sixty() {
        return draws(60);
    }

    static IntStream thirty() {
        return draws(30);
    }

    private static IntStream draws(int all) {
        return IntStream.rangeClosed(1, Effort.of(all));
    }

    @ParameterizedTest
    @MethodSource("hundred")
    void figures_are_what_the_raw_rows_say(int seed) {
        Random draw = new Random(seed);
        new GeneratedCases(ROOM.jdbc(), seed).write(draw.nextInt(31));
        LocalDate from = LocalDate.of(2025, 12, 1).plusDays(draw.nextInt(421));
        for (ReturnPeriod period : List.of(YEAR, new ReturnPeriod(from, from.plusDays(draw.nextInt(128))))) {
            agree(ROOM, UNITS.get(seed % UNITS.size()), period);
        }
    }

    @ParameterizedTest
    @MethodSource("sixty")
    void what_happens_after_a_period_does_not_change_its_figures(int seed) {
        Random draw = new Random(seed);
        int orders = 1 + draw.nextInt(12);
        LocalDate from = LocalDate.of(2025, 12, 1).plusDays(draw.nextInt(301));
        ReturnPeriod past = new ReturnPeriod(from, from.plusDays(30 + draw.nextInt(64)));
        Instant end = past.to().plusDays(1).atStartOfDay(ReturnsRoom.ZONE).toInstant();
        new GeneratedCases(ROOM.jdbc(), seed, end).write(orders);
        Map<CellKey, Integer> atItsEnd = rectified("310000", past);
        new GeneratedCases(ROOM.jdbc(), seed).write(orders);

        assertThat(rectified("310000", past)).isEqualTo(atItsEnd);
    }

    @ParameterizedTest
    @MethodSource("thirty")
    void every_problem_is_found_in_one_period(int seed) {
        new GeneratedCases(ROOM.jdbc(), seed).write(5 + new Random(seed).nextInt(26));
        ROOM.jdbc()
                .update("update supervision_order set state = 'CLOSED'"
                        + " where state in ('WITHDRAWN', 'TRANSFERRED', 'MERGED')");
        CellKey problems = new CellKey(Figure.PROBLEMS, ReturnColumn.TOTAL);
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

    @ParameterizedTest
    @MethodSource("thirty")
    void a_figure_has_as_many_rows_as_it_says(int seed) {
        new GeneratedCases(ROOM.jdbc(), seed).write(5 + new Random(seed).nextInt(26));
        rowsAgree(ROOM, UNITS.get(seed % UNITS.size()));
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
        for (ReturnColumn column : Figure.PROBLEMS.columns()) {
            assertThat(cells.get(Figure.PROBLEMS, column))
                    .as("INV-01 %s", column)
                    .isEqualTo(cells.get(Figure.COMPLETED_PROBLEMS, column) + cells.get(Figure.OPEN_PROBLEMS, column));
            assertThat(cells.get(Figure.COMPLETED_SCHOOLS, column))
                    .as("INV-02 %s", column)
                    .isLessThanOrEqualTo(cells.get(Figure.PROBLEM_SCHOOLS, column));
        }
        Stream.of(Figure.values())
                .filter(figure -> figure.columns().contains(ReturnColumn.DISTRICT_OFFICE))
                .forEach(figure -> assertThat(cells.get(figure, ReturnColumn.DISTRICT_OFFICE))
                        .as("INV-03 %s", figure)
                        .isLessThanOrEqualTo(cells.get(figure, ReturnColumn.TOTAL)));
        assertThat(cells.get(Figure.INSTITUTIONS, ReturnColumn.TOTAL))
                .as("INV-04")
                .isEqualTo(cells.get(Figure.SUBJECT_INSTITUTIONS, ReturnColumn.TOTAL)
                        + cells.get(Figure.OTHER_INSTITUTIONS, ReturnColumn.TOTAL));
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
