package io.duban.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.duban.lead.LeadAnalysis.Cell;
import io.duban.lead.LeadAnalysis.Dimension;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownCountsTest {

    private static final String DISTRICT = "310104";

    private final Organisations organisations = mock();
    private final LeadSettings settings = mock();
    private final ShownCounts shown = new ShownCounts(organisations, settings);

    @BeforeEach
    void oneDistrict() {
        Unit district = new Unit(DISTRICT, "徐汇区", AdminLevel.COUNTY, null, null, true);
        when(settings.smallCell()).thenReturn(5);
        when(organisations.get(any())).thenReturn(district);
        when(organisations.jurisdiction(any())).thenReturn(List.of(district));
    }

    @Test
    void noneAndFewLookAlike() {
        var none = shown.tables(List.of(), DISTRICT);
        for (int few = 1; few < 5; few++) {
            assertThat(shown.tables(cells(few), DISTRICT)).isEqualTo(none);
            assertThat(shown.total(cells(few), DISTRICT)).isEqualTo(shown.total(List.of(), DISTRICT));
        }
        assertThat(none.get("category"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.count()).isEqualTo("—"));
    }

    /** Total and shown lines leave nothing over by which a hidden one could be told from none. */
    @Test
    void whatIsHiddenTogetherIsNoSmallCount() {
        for (int first : new int[] {5, 9, 30}) {
            for (int second : new int[] {0, 1, 4, 5, 12}) {
                for (int third : new int[] {0, 1, 4, 7}) {
                    List<Cell> cells = cells(first, second, third);
                    int kept = shown.lines(cells, Dimension.SOURCE, DISTRICT).stream()
                            .filter(line -> !line.count().equals("—"))
                            .mapToInt(line -> Integer.parseInt(line.count()))
                            .sum();
                    assertThat(first + second + third - kept)
                            .as("%s %s %s", first, second, third)
                            .satisfiesAnyOf(
                                    hidden -> assertThat(hidden).isZero(),
                                    hidden -> assertThat(hidden).isGreaterThanOrEqualTo(5));
                }
            }
        }
    }

    @Test
    void theCityReadsEveryCount() {
        when(organisations.get(any())).thenReturn(new Unit("310000", "上海市", AdminLevel.PROVINCE, null, null, true));

        assertThat(shown.lines(cells(3), Dimension.SOURCE, "310000"))
                .extracting(ShownCounts.Line::count)
                .containsExactly("3");
        assertThat(shown.total(cells(3), "310000")).isEqualTo("3");
    }

    @Test
    void ofUnitsOnlyLargerCountsHaveALine() {
        List<Cell> cells = List.of(new Cell(Dimension.UNIT, "a", 4, 0, 0), new Cell(Dimension.UNIT, "b", 11, 5, 6));

        assertThat(shown.lines(cells, Dimension.UNIT, DISTRICT))
                .extracting(ShownCounts.Line::code, ShownCounts.Line::named)
                .containsExactly(org.assertj.core.api.Assertions.tuple("b", "5"));
    }

    private static List<Cell> cells(int... counts) {
        return IntStream.range(0, counts.length)
                .filter(at -> counts[at] > 0)
                .mapToObj(at -> Map.entry(SourceLevel.values()[at], counts[at]))
                .map(each -> new Cell(Dimension.SOURCE, each.getKey().name(), each.getValue(), 0, 0))
                .toList();
    }
}
