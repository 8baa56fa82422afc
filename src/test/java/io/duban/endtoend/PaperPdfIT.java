package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A paper as a PDF, from the page of its case, where LibreOffice is installed; on the build server it must be. */
class PaperPdfIT {

    @Test
    void theGovernmentOpensItsOrderAsAPdfWithTheNumberInIt() throws IOException {
        try (Installation installation = Installation.on(
                        "demo", "--spring.datasource.url=jdbc:h2:mem:paperpdf;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
                Chromium chromium = Chromium.start()) {
            Duban duban = installation.duban();
            KeyOrder order = KeyOrder.drafted(duban).issued();
            JsonNode line = order.government
                    .get("/api/cases/" + order.id + "/papers")
                    .ok()
                    .body()
                    .get(0);
            boolean office = line.path("pdfAvailable").asBoolean();
            assumeTrue(office || "true".equals(System.getenv("CI")), "LibreOffice is not installed here");
            assertThat(office).as("LibreOffice on the build server").isTrue();
            try (Desk government = chromium.desk(duban.address(), order.government.account())) {
                government.page.navigate(duban.address() + "/cases/" + order.id);

                Download download = government.page.waitForDownload(() -> government
                        .page
                        .getByText("PDF", new Page.GetByTextOptions().setExact(true))
                        .first()
                        .click());

                Path saved = Path.of("target/browser/order.pdf");
                download.saveAs(saved);
                assertThat(download.suggestedFilename()).isEqualTo("重点问题督办单 " + order.number() + ".pdf");
                try (var document = Loader.loadPDF(saved.toFile())) {
                    assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                            .contains(order.number(), "徐汇区人民政府：");
                }
            }
        }
    }
}
