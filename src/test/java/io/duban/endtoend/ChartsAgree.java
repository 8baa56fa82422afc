package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the charts of the ledger really draw, asked of the charts themselves, is what the cells of their tables say. */
final class ChartsAgree {

    private static final String DRAWN = """
            () => JSON.stringify([...document.querySelectorAll('[data-chart]')].map(place => {
              const option = window.echarts.getInstanceByDom(place).getOption();
              return {
                key: place.dataset.chart,
                labels: option.xAxis[0].data,
                series: option.series.map(each => ({
                  name: each.name,
                  data: each.data.map(point => point !== null && typeof point === 'object' ? point.value : point)
                }))
              };
            }))
            """;
    private static final String CELLS = """
            key => {
              const table = document.getElementById('t-' + key);
              return JSON.stringify({
                heads: [...table.tHead.rows[0].cells].map(each => each.textContent.trim()),
                rows: [...table.tBodies[0].rows].map(row => [...row.cells].map(each => each.textContent.trim()))
              });
            }
            """;

    /** By chart its series by name, and from which columns of the table each comes; a second column is taken off. */
    private static final Map<String, Map<String, List<String>>> ORDERS = Map.of(
            "district", Map.of("在办未逾期", List.of("在办", "逾期"), "逾期", List.of("逾期")),
            "ageing", Map.of("在办", List.of("在办")),
            "month", Map.of("印发", List.of("督办单"), "办结", List.of("办结")));

    private static final Map<String, Map<String, List<String>>> PROBLEMS = Map.of(
            "district", Map.of("在办未逾期", List.of("正在整改", "逾期"), "逾期", List.of("逾期")),
            "ageing", Map.of("在办", List.of("在办")),
            "month", Map.of("销号率", List.of("销号率"), "反弹率", List.of("反弹率")));

    private final Page page;

    ChartsAgree(Page page) {
        this.page = page;
    }

    /** Checks every series of every chart; no two of one chart are alike, so that none could stand for the other. */
    void inEverySeries(String kind) {
        Map<String, Map<String, List<String>>> expected = kind.equals("ORDER") ? ORDERS : PROBLEMS;
        JsonNode drawn = Duban.json(String.valueOf(page.evaluate(DRAWN)));
        assertThat(drawn).hasSize(expected.size());
        for (JsonNode chart : drawn) {
            String key = chart.path("key").asText();
            JsonNode table = Duban.json(String.valueOf(page.evaluate(CELLS, key)));
            assertThat(texts(chart.path("labels"))).as(key).isEqualTo(inOrder(key, texts(table.path("rows"), 0)));
            assertThat(chart.path("series").findValuesAsText("name"))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(expected.get(key).keySet());
            List<List<@Nullable Double>> seen = new ArrayList<>();
            for (JsonNode series : chart.path("series")) {
                String name = series.path("name").asText();
                List<@Nullable Double> values = new ArrayList<>();
                series.path("data").forEach(each -> values.add(each.isNull() ? null : each.asDouble()));
                assertThat(values)
                        .as(kind + " " + key + " " + name)
                        .isEqualTo(inOrder(key, cells(table, expected.get(key).get(name))));
                seen.add(values);
            }
            assertThat(seen).as(key).doesNotHaveDuplicates();
        }
    }

    private static List<@Nullable Double> cells(JsonNode table, List<String> columns) {
        List<@Nullable Double> values = new ArrayList<>();
        for (JsonNode row : table.path("rows")) {
            Double value = number(row, table, columns.get(0));
            for (String taken : columns.subList(1, columns.size())) {
                value = Objects.requireNonNull(value) - Objects.requireNonNull(number(row, table, taken));
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Double number(JsonNode row, JsonNode table, String column) {
        int at = texts(table.path("heads")).indexOf(column);
        assertThat(at).as("column " + column).isPositive();
        String text = row.path(at).asText();
        return text.equals("–") ? null : Double.valueOf(text.replace("%", ""));
    }

    /** Months run from the oldest on in the chart, from the newest on in the table. */
    private static <T> List<T> inOrder(String key, List<T> rows) {
        List<T> ordered = new ArrayList<>(rows);
        if (key.equals("month")) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private static List<String> texts(JsonNode rows, int column) {
        List<String> found = new ArrayList<>();
        rows.forEach(each -> found.add(each.path(column).asText()));
        return found;
    }

    private static List<String> texts(JsonNode values) {
        List<String> found = new ArrayList<>();
        values.forEach(each -> found.add(each.asText()));
        return found;
    }
}
