package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every figure one person sees is what the raw rows say, and opens exactly as many lines as it counts. */
final class LedgerAgrees {

    private static final Set<String> KINDS = Set.of("ORDER", "PROBLEM");

    private final Person reader;
    private final LedgerByHand byHand;
    private final Predicate<LedgerByHand.Item> seen;

    LedgerAgrees(Person reader, JdbcTemplate jdbc, Predicate<LedgerByHand.Item> seen) {
        this.reader = reader;
        this.byHand = new LedgerByHand(jdbc, reader.duban().today());
        this.seen = seen;
    }

    /** Checks all figures; answers how many there were. */
    int inEveryFigure() {
        int checked = 0;
        for (String kind : KINDS) {
            JsonNode all = reader.get("/api/ledger/figures?kind=" + kind).ok().body();
            checked += table(kind, all.path("summary"));
            for (JsonNode table : all.path("tables")) {
                checked += table(kind, table);
            }
            checked += ageing(all.path("ageing"));
        }
        return checked;
    }

    private int table(String kind, JsonNode table) {
        int checked = 0;
        for (JsonNode line : table.path("lines")) {
            String key = line.path("key").asText();
            Predicate<LedgerByHand.Item> sort = switch (table.path("key").asText()) {
                case "district" -> each -> each.district().equals(key);
                case "instrument" -> each -> each.instrument().equals(key);
                case "category" -> each -> each.category().equals(key);
                case "month" -> each -> each.month().equals(key);
                default -> each -> true;
            };
            long existing = -1;
            long parts = 0;
            for (JsonNode figure : line.path("figures")) {
                String column = figure.path("column").asText();
                long count = figure.path("count").asLong();
                assertThat(count)
                        .as("%s of %s, %s %s", column, kind, table.path("title").asText(), key)
                        .isEqualTo(byHand.count(kind, seen.and(sort), column));
                opens(figure);
                existing = column.equals("存在问题") ? count : existing;
                parts += column.equals("已完成整改") || column.equals("正在整改") ? count : 0;
                checked++;
            }
            assertThat(existing).as("INV-01 in " + line).isIn(-1L, parts);
            checked += rates(kind, table, line, seen.and(sort));
        }
        return checked;
    }

    /** 销号率 and 反弹率, by month as in every other table. */
    private int rates(String kind, JsonNode table, JsonNode line, Predicate<LedgerByHand.Item> which) {
        List<String> names = new ArrayList<>();
        table.path("rates").forEach(each -> names.add(each.asText()));
        assertThat(names).isEqualTo(kind.equals("PROBLEM") ? List.of("销号率", "反弹率") : List.of());
        assertThat(line.path("rates")).hasSize(names.size());
        for (int i = 0; i < names.size(); i++) {
            assertThat(line.path("rates").get(i).asText())
                    .as("%s, %s %s", names.get(i), table.path("title").asText(), line.path("label"))
                    .isEqualTo(byHand.rate(kind, which, names.get(i)));
        }
        return names.size();
    }

    private int ageing(JsonNode table) {
        table.path("lines").forEach(line -> opens(line.path("figures").get(0)));
        return table.path("lines").size();
    }

    private void opens(JsonNode figure) {
        List<String> lines = lines(figure.path("query").asText());
        assertThat(lines)
                .as("rows behind " + figure)
                .hasSize(figure.path("count").asInt())
                .doesNotHaveDuplicates();
    }

    /** All lines of a query, page by page. */
    List<String> lines(String query) {
        List<String> found = new ArrayList<>();
        Set<String> places = new HashSet<>();
        String after = "";
        do {
            JsonNode page =
                    reader.get("/api/ledger?size=17&" + query + after).ok().body();
            page.path("items")
                    .forEach(each -> found.add(each.path("orderId").asText() + "#"
                            + each.path("problem").asInt()));
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
            assertThat(places.add(after)).as("no page comes twice").isTrue();
        } while (!after.isEmpty());
        return found;
    }
}
