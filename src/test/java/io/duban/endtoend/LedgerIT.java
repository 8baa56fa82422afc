package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.duban.budget.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger on the screen: filters, figures that open rows, saved views, charts beside their tables, exports. */
class LedgerIT extends Screens {

    private static final String CITY = "supervision-office.310000";

    private void someOrders() {
        KeyOrder.drafted(duban).received();
        KeyOrder.drafted(duban, "310105", "310105T001", 2).reported().reviewed(Papers.unfounded(2));
        KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 3)
                .rectifying(5, 20, 60)
                .done(2);
        KeyOrder.drafted(duban, "310105", "310105T001", 1).rectifying(15).done(1);
        duban.clockToMorningOf(duban.today().plusDays(24));
    }

    @Test
    void everyFigureOnThePageOpensTheRowsItCounts() {
        someOrders();
        try (Desk desk = at(CITY)) {
            List<String> complaints = new ArrayList<>();
            desk.page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            for (String kind : List.of("ORDER", "PROBLEM")) {
                open(desk, "/ledger?kind=" + kind);
                assertThat(desk.page.locator("html").getAttribute("data-charts"))
                        .isEqualTo("3");
                List<String> addresses = new ArrayList<>();
                List<String> counts = new ArrayList<>();
                for (Locator figure :
                        desk.page.locator(".figures td a, .tiles a").all()) {
                    addresses.add(figure.getAttribute("href"));
                    counts.add(
                            figure.locator("b").count() > 0
                                    ? figure.locator("b").innerText()
                                    : figure.innerText());
                }
                assertThat(addresses).hasSizeGreaterThan(30);
                for (int i = 0; i < addresses.size(); i += Effort.isWhole() ? 1 : 7) {
                    open(desk, addresses.get(i));
                    assertThat(desk.page.locator("#total").innerText())
                            .as(addresses.get(i))
                            .isEqualTo(counts.get(i));
                    assertThat(String.valueOf(rows(desk))).as(addresses.get(i)).isEqualTo(counts.get(i));
                }
            }
            assertThat(complaints).as("the browser's complaints").isEmpty();
        }
    }

    @Test
    void everyChartDrawsWhatItsTableSays() {
        someOrders();
        duban.clockToMorningOf(duban.today().plusDays(10));
        KeyOrder.drafted(duban, "310105", "310105T001", 1).rectifying(5);
        try (Desk desk = at(CITY)) {
            for (String kind : List.of("ORDER", "PROBLEM")) {
                open(desk, "/ledger?kind=" + kind);
                desk.page.waitForSelector("html[data-charts='3']");
                new ChartsAgree(desk.page).inEverySeries(kind);
            }
        }
    }

    /** The rows of all pages. */
    private static int rows(Desk desk) {
        int rows = desk.page.locator("table.rows tbody tr").count();
        while (desk.page.locator("#next").count() > 0) {
            desk.page.locator("#next").click();
            desk.page.waitForLoadState();
            rows += desk.page.locator("table.rows tbody tr").count();
        }
        return rows;
    }

    @Test
    void aFilterIsSavedUnderANameAndFoundAgain() {
        someOrders();
        try (Desk desk = at(CITY)) {
            open(desk, "/ledger?kind=PROBLEM");
            desk.page.selectOption("select[name=state]", "OPEN");
            desk.page.selectOption("select[name=unit]", "310104");
            desk.page.locator(".filter button[type=submit]").click();
            desk.quiet();
            desk.page.fill("#view-name", "徐汇正在整改");
            desk.page.locator(".keep button").click();
            desk.quiet();
            open(desk, "/ledger");

            desk.page.locator(".views a").getByText("徐汇正在整改").click();
            desk.quiet();

            assertThat(desk.page.locator("select[name=state]").inputValue()).isEqualTo("OPEN");
            assertThat(desk.page.locator("select[name=unit]").inputValue()).isEqualTo("310104");
            desk.page.locator(".views .drop").first().click();
            desk.quiet();
            assertThat(desk.page.locator(".views li").count()).isZero();
        }
        try (Desk desk = at(CITY)) {
            open(desk, "/ledger?from=2026-12&to=2026-01");
            assertThat(desk.page.locator("#refusal").innerText()).contains("截止月份不得早于起始月份");
            assertThat(desk.page.locator("table.rows tbody tr").count()).isPositive();
        }
    }

    @Test
    void anExportSaysHowFarItIsAndHoldsTheRows() throws IOException {
        someOrders();
        try (Desk desk = at(CITY)) {
            open(desk, "/ledger?kind=PROBLEM&state=EXISTING");
            String total = desk.page.locator("#total").innerText();

            Download download = desk.page.waitForDownload(
                    () -> desk.page.locator("#export-xlsx").click());

            desk.page.getByText("已导出 " + total + " 行").waitFor();
            try (var book = new ReadableWorkbook(Files.newInputStream(download.path()))) {
                assertThat(book.getFirstSheet().read()).hasSize(4 + Integer.parseInt(total));
            }
        }
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"390, 844", "1280, 800"})
    void itIsReadOnATelephoneAndOnADesk(int width, int height) {
        someOrders();
        try (Desk desk = at(CITY).size(width, height)) {
            for (String kind : List.of("ORDER", "PROBLEM")) {
                open(desk, "/ledger?kind=" + kind);
                look(desk, "ledger-" + kind.toLowerCase(java.util.Locale.ROOT) + "-" + width);
            }
            desk.page.locator("table.rows a[href*='/ledger/orders/']").first().click();
            desk.quiet();
            look(desk, "ledger-history-" + width);
        }
    }

    private static void look(Desk desk, String name) {
        desk.page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target/browser/" + name + ".png")));
        assertThat(desk.overflows())
                .as(name + " beyond the edge: " + beyond(desk))
                .isFalse();
    }

    private static Object beyond(Desk desk) {
        return desk.page.evaluate(
                "[...document.querySelectorAll('body *')].filter(each => !each.closest('.scroll, .chart')"
                        + " && each.getBoundingClientRect().right > window.innerWidth + 1)"
                        + ".map(each => each.tagName + '.' + each.className + ' ' + each.getBoundingClientRect().right)"
                        + ".slice(0, 12).join('; ')");
    }

    private void open(Desk desk, String path) {
        desk.page.navigate(duban.address() + path);
        desk.page.waitForLoadState();
    }
}
