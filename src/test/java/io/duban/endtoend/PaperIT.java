package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.duban.document.Docx;
import io.duban.document.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A paper is opened from the page of its case by somebody who sees it, and by nobody else. */
class PaperIT extends Screens {

    private static final String PICTURES = "target/browser/";

    @Autowired
    private BeanFactory application;

    @Test
    void theGovernmentOpensItsOrderFromThePageOfTheCase() throws IOException {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        try (Desk government = at(order.government.account()).size(1280, 900)) {
            government.page.navigate(duban.address() + "/cases/" + order.id);
            String name = "重点问题督办单 " + order.number();

            Download download = government.page.waitForDownload(
                    () -> government.page.getByText(name).first().click());

            Path saved = Path.of(PICTURES, "order.docx");
            download.saveAs(saved);
            assertThat(download.suggestedFilename()).isEqualTo(name + ".docx");
            assertThat(Docx.words(Files.readAllBytes(saved)))
                    .contains(order.number(), "重点问题督办单", "一次性收取时间跨度超过3个月的费用（第1项）");
        }
    }

    @Test
    void whereLibreOfficeIsThePdfHoldsTheNumber() throws IOException {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        try (Office.Lent office = Office.lentTo(application);
                Desk government = at(order.government.account())) {
            government.page.navigate(duban.address() + "/cases/" + order.id);

            Download download = government.page.waitForDownload(
                    () -> pdfLink(government.page).click());

            Path saved = Path.of(PICTURES, "order.pdf");
            download.saveAs(saved);
            assertThat(download.suggestedFilename()).isEqualTo("重点问题督办单 " + order.number() + ".pdf");
            try (var document = Loader.loadPDF(saved.toFile())) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                        .contains(order.number(), "徐汇区人民政府：");
            }
            assertThat(office).isNotNull();
        }
    }

    @Test
    void withoutLibreOfficeThePersonReadsWhyThereIsNoPdfAndWhatToDo() {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        for (int width : List.of(390, 1280)) {
            try (Desk government = at(order.government.account()).size(width, 800)) {
                Page page = government.page;
                page.navigate(duban.address() + "/cases/" + order.id);
                look(government, "case-papers-" + width);
                Response answer = page.waitForNavigation(() -> pdfLink(page).press("Enter"));

                assertThat(answer.status()).isEqualTo(422);
                assertThat(page.title()).isEqualTo("没有办成 · 督办");
                assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("服务器未安装 LibreOffice，不能生成 PDF。请下载 DOCX");
                look(government, "paper-without-pdf-" + width);
                page.goBack();
                assertThat(page.locator("#h-papers").isVisible()).isTrue();
            }
        }
    }

    @Test
    void whoMayNotSeeTheCaseFindsNothingAtTheSameAddresses() {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        String paper = order.government
                .get("/api/cases/" + order.id + "/papers")
                .ok()
                .body()
                .at("/0/paper/id")
                .asText();
        try (Desk stranger = at("government.310105")) {
            for (String address :
                    List.of("/cases/" + order.id, "/api/papers/" + paper, "/api/papers/" + paper + "/pdf")) {
                Response answer = stranger.page.navigate(duban.address() + address);

                assertThat(answer.status()).as(address).isEqualTo(404);
                assertThat(stranger.page.getByRole(AriaRole.ALERT).innerText())
                        .contains("您无权查看")
                        .doesNotContain(order.number());
            }
        }
    }

    private static com.microsoft.playwright.Locator pdfLink(Page page) {
        return page.getByText("PDF", new Page.GetByTextOptions().setExact(true)).first();
    }

    private static void look(Desk desk, String name) {
        assertThat(desk.overflows()).as(name).isFalse();
        desk.page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(PICTURES + name + ".png"))
                .setFullPage(true));
    }
}
