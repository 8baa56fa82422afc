package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.duban.reporter.ReporterVault;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Somebody reports from a telephone, notes the receipt, comes back with it and reads the reply: in a real browser, with
 * scripts switched off, by keyboard alone where that matters.
 */
class ReporterIT extends EndToEnd {

    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final String TEXT = "暑假期间在商场四楼以“科技素养”名义补数学，每周三次，一次收费三百元，有三十多个学生。";

    @Autowired
    private ReporterVault vault;

    @Test
    void aParentReportsAtNightFromATelephone() {
        try (Chromium chromium = Chromium.start();
                Page page = chromium.telephone(WIDTH, HEIGHT)) {
            page.navigate(duban.address() + "/report");
            assertThat(page.locator("script").count()).isZero();
            assertNothingSticksOut(page);
            picture(page, "form");

            page.fill("#unitSearch", "智启");
            page.setInputFiles("#files", new FilePayload("门口.png", "image/png", new byte[] {1}));
            page.press("#unitSearch", "Enter");
            assertThat(page.evaluate("document.querySelector('#files').files.length"))
                    .as("Enter neither searches nor drops what was chosen")
                    .isEqualTo(1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查找"))
                    .click();
            page.getByText("请重新选择：门口.png").waitFor();
            page.getByText("徐汇区智启科技素养培训中心（演示）").click();
            page.selectOption("#category", "HIDDEN_VARIANT");
            page.fill("#text", TEXT);
            picture(page, "filled");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交举报"))
                    .click();

            page.waitForURL("**/report/done");
            String receipt = page.locator("#receipt").innerText().replaceAll("\\s", "");
            assertThat(receipt.replace("-", "")).matches("[0-9A-Z]{36}");
            assertNothingSticksOut(page);
            picture(page, "receipt");
            page.reload();
            assertThat(page.locator("body").innerText()).contains("回执已经显示过").doesNotContain(receipt.substring(0, 9));

            Optional<String> leadRef = vault.leadOf(receipt);
            assertThat(leadRef).isPresent();
            vault.reply(leadRef.orElseThrow(), "经核查属实，已责令停止培训并退费，感谢您的监督。");

            page.navigate(duban.address() + "/report/follow-up");
            page.fill("#receipt", receipt.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
            page.press("#receipt", "Enter");
            page.getByText("经核查属实").first().waitFor();
            page.waitForLoadState();
            assertThat(page.locator("body").innerText()).contains(TEXT, "经核查属实", "正在研判");
            assertThat(page.url()).doesNotContain(receipt.substring(0, 4));
            page.fill("#text", "补充：今天又看到新的招生海报。");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交补充"))
                    .click();
            page.getByText("补充的内容已经收到").first().waitFor();
            page.waitForLoadState();
            assertThat(page.locator("body").innerText()).contains("补充的内容已经收到", "新的招生海报");
            assertNothingSticksOut(page);
            picture(page, "follow-up");
            assertThat(page.context().cookies())
                    .extracting(each -> each.name)
                    .containsOnly("report-token", "JSESSIONID");
        }
    }

    @Test
    void whatIsRefusedComesBackWithWhatWasTyped() {
        try (Chromium chromium = Chromium.start();
                Page page = chromium.telephone(WIDTH, HEIGHT)) {
            page.navigate(duban.address() + "/report");
            page.check("input[name=named][value=yes]");
            page.fill("#name", "（演示）某家长");
            page.fill("#text", TEXT);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交举报"))
                    .click();

            page.locator("[role=alert]").waitFor();
            page.waitForLoadState();
            assertThat(page.locator("[role=alert]").innerText()).contains("联系电话");
            assertThat(page.inputValue("#text")).isEqualTo(TEXT);
            assertThat(page.inputValue("#name")).isEqualTo("（演示）某家长");
            assertThat(page.getAttribute("#phone", "aria-invalid")).isEqualTo("true");
            picture(page, "refused");
        }
    }

    private static void assertNothingSticksOut(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(WIDTH);
    }

    private static void picture(Page page, String name) {
        String folder = System.getProperty("duban.report.pictures", "target/report-pictures");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(folder, name + ".png"))
                .setFullPage(true));
    }
}
