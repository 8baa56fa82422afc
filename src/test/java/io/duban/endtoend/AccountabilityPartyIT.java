package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 当事单位 in a real browser: from the order to what it was told, on a desk and on a telephone. */
class AccountabilityPartyIT extends Screens {

    @Test
    void aDistrictFindsWhatItWasToldBesideItsOrder() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        for (int number = 1; number <= 3; number++) {
            order.office
                    .registers(order.id, "沪教督通〔2026〕" + number + "号", duban.today(), 1)
                    .is(201);
        }
        String id = order.accountabilities().get(0).path("id").asText();
        Ladder ladder = new Ladder(duban);
        ladder.factsEstablished(id);
        ladder.notified(id);
        ladder.heard(id);
        ladder.decided(id);
        ladder.delivered(id);

        Page page = at("government.310104").page;
        page.navigate(duban.address() + "/cases/" + order.id);
        page.locator("a[href='/cases/" + id + "']").click();
        page.waitForURL("**/cases/" + id);
        assertThat(page.locator("main").innerText())
                .contains("书面告知", "已认识到问题", "问责事实清楚", "问责决定书", "问责告知书")
                .doesNotContain("组长甲", "不影响认定");
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(IMAGES, "accountability-party-" + width + ".png"))
                    .setFullPage(true));
        }
        var download = page.waitForDownload(() -> page.locator("a[href^='/api/papers/']")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("问责决定书"))
                .first()
                .click());
        assertThat(download.suggestedFilename()).contains("问责决定书").endsWith(".docx");
    }
}
