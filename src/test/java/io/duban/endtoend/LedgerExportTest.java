package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** 台账导出 over HTTP: all rows of the filter and no others, the filter on top, a line in the trail, progress to be asked. */
class LedgerExportTest extends EndToEnd {

    private static final String CITY = "supervision-office.310000";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void theFileHoldsTheRowsOfTheFilterAndSaysWhichThatIs() throws Exception {
        KeyOrder order = KeyOrder.drafted(
                        duban,
                        Papers.with(
                                Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 2),
                                "title",
                                "=HYPERLINK(\"http://example.invalid\")关于收费的督办"))
                .rectifying(10, 20);
        long open = figure("正在整改");

        HttpResponse<byte[]> csv = file(
                "supervision-lead.310104", "/api/ledger/export.csv?kind=PROBLEM&state=OPEN&progressName=progress-1234");

        assertThat(csv.headers().firstValue("X-Row-Count")).hasValue(String.valueOf(open));
        List<String> lines =
                new String(csv.body(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("\ufeff\"工作台账（问题）\"");
        assertThat(lines.get(1)).isEqualTo("\"筛选条件：状态 正在整改\"");
        assertThat(lines.get(2)).startsWith("\"共 " + open + " 行；导出账号 supervision-lead.310104；导出时间 2026-10-05");
        assertThat(lines).hasSize((int) open + 4);
        assertThat(lines)
                .filteredOn(line -> line.contains(order.number()))
                .hasSize(2)
                .allMatch(line -> line.contains(",\"'=HYPERLINK(\"\"http://example.invalid\"\")关于收费的督办\","));
        Answer known = as("supervision-lead.310104")
                .get("/api/ledger/exports/progress-1234")
                .ok();
        assertThat(known.text("written")).isEqualTo(String.valueOf(open));
        assertThat(known.text("total")).isEqualTo(String.valueOf(open));
        assertThat(known.text("state")).isEqualTo("DONE");
        as(CITY).get("/api/ledger/exports/progress-1234").is(404);
        assertThat(jdbc.queryForList(
                        "select sentence from audit_event where case_id = 'ledger' and actor = 'supervision-lead.310104'"
                                + " order by seq desc fetch first 1 rows only",
                        String.class))
                .containsExactly("导出问题台账 " + open + " 行；筛选：状态 正在整改");
    }

    @Test
    void theWorkbookHoldsTextAsText() throws Exception {
        KeyOrder order = KeyOrder.drafted(
                        duban,
                        Papers.with(
                                Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1), "title", "＝1+1 关于收费的督办"))
                .issued();

        List<Row> rows = rows(file(CITY, "/api/ledger/export.xlsx?kind=ORDER&unit=310104&state=ISSUED")
                .body());

        assertThat(rows.get(1).getCellText(0)).startsWith("筛选条件：单位 ").endsWith("；状态 已印发待签收");
        assertThat(rows)
                .filteredOn(row -> row.getCellText(0).equals(order.number()))
                .singleElement()
                .satisfies(row -> assertThat(row.getCellText(1)).isEqualTo("＝1+1 关于收费的督办"));
    }

    /** Nothing about who reported or what they said is known to the ledger; its columns are the whole of it. */
    @Test
    void theFileHoldsNamesOfUnitsAndNoPerson() throws Exception {
        KeyOrder.drafted(duban).received();

        String text = new String(file(CITY, "/api/ledger/export.csv?kind=ORDER").body(), StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("分管副区长", "学生家长反映强烈", "抽查收费凭证");
    }

    private long figure(String column) {
        return KeyOrder.stream(as("supervision-lead.310104")
                        .get("/api/ledger/figures?kind=PROBLEM")
                        .ok()
                        .body()
                        .path("summary")
                        .path("lines")
                        .get(0)
                        .path("figures"))
                .filter(each -> each.path("column").asText().equals(column))
                .findFirst()
                .orElseThrow()
                .path("count")
                .asLong();
    }

    private static List<Row> rows(byte[] xlsx) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return book.getFirstSheet().read();
        }
    }

    private HttpResponse<byte[]> file(String account, String path) throws Exception {
        String basic = Base64.getEncoder().encodeToString((account + ":duban-demo").getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(duban.address() + path))
                        .header("Authorization", "Basic " + basic)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
