package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 附件5 in a real browser, on a desk and on a telephone: read, filled in by keyboard, refused, taken away. */
class AnnexFiveIT extends Screens {

    private static final String SCHOOL = "310114S001";
    private static final String DISTRICT = "310114";

    @Test
    void aDistrictFillsInItsReturnAndOpensWhatANumberCounts() throws IOException {
        KeyOrder.drafted(duban, DISTRICT, SCHOOL, 2).rectifying(20, 20).done(1);
        KeyOrder.drafted(duban, DISTRICT, "310114S003", 1).rectifying(20);
        Desk desk = at("supervision-office." + DISTRICT);
        Page page = desk.page;
        page.navigate(duban.address() + "/returns/annex-5");
        assertThat(page.locator("h1").innerText()).isEqualTo("嘉定区2026年“双减”督导有关情况统计表");
        assertThat(desk.text()).contains("（未填报）", "下属单位填报进度", "嘉定区含章实验小学（演示）");

        type(page, "filler", "（演示）填报员");
        type(page, "phone", "021-00000000");
        type(page, "institutions", "5");
        type(page, "subjectInstitutions", "2");
        type(page, "otherInstitutions", "3");
        for (String figure : new String[] {"inspectors", "visited", "notices"}) {
            type(page, figure + "Total", "4");
            type(page, figure + "Primary", "3");
            type(page, figure + "Junior", "2");
        }
        type(page, "inspectorsTotal", "9");
        type(page, "experiences", "1");
        page.press("#experiences", "Enter");
        page.waitForLoadState();
        assertThat(page.locator("[role=alert]").innerText()).contains("派出责任督学数（人）", "3 与 5 之间", "情况说明");
        assertThat(page.inputValue("#filler")).isEqualTo("（演示）填报员");
        assertThat(page.getAttribute("#inspectorsReason", "aria-invalid")).isEqualTo("true");
        look(page, "refused");
        type(page, "inspectorsReason", "另有四名机关督学，不分学段");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存"))
                .click();

        page.locator("[role=status]").waitFor();
        page.waitForLoadState();
        assertThat(page.locator("[role=status]").innerText()).contains("第 1 版");
        assertThat(page.locator("#annex").innerText()).contains("另有四名机关督学");
        look(page, "desk");
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing sticks out on a telephone")
                .isEqualTo(390);
        look(page, "telephone");
        page.setViewportSize(1280, 900);
        assertThat(desk.overflows()).isFalse();

        page.locator("#annex tr", new Page.LocatorOptions().setHasText("存在问题（个）"))
                .locator("a")
                .first()
                .click();
        page.locator("#figure").waitFor();
        page.waitForLoadState();
        int counted = Integer.parseInt(page.locator("#figure").innerText());
        assertThat(counted).isGreaterThanOrEqualTo(3);
        assertThat(page.locator("#rows tbody tr").count()).isEqualTo(counted);
        look(page, "rows");
        page.goBack();

        var download = page.waitForDownload(() -> page.getByText("下载 XLSX").click());
        Path file = Path.of(IMAGES, "annex-5.xlsx");
        download.saveAs(file);
        assertThat(download.suggestedFilename()).isEqualTo("嘉定区2026年“双减”督导有关情况统计表.xlsx");
        assertThat(Files.size(file)).isPositive();
    }

    @Test
    void aDistrictReadsAndFillsInItsReturnWithoutAMouse() {
        KeyOrder.drafted(duban, "310112", "310112S003", 2).rectifying(20, 20);
        Page page = at("supervision-office.310112").page;
        page.navigate(duban.address() + "/returns/annex-5");
        Keyboard keys = new Keyboard(page);

        keys.tab();
        assertThat(keys.focused()).isEqualTo("跳到正文");
        keys.assertFocusIsSeen();
        keys.press("Enter");
        keys.walksThrough("#content");
        assertThat(keys.fieldsAreSeenInOrder("#fill")).isTrue();

        page.reload();
        keys.tabTo("filler");
        keys.types("（演示）填报员", "021-00000000", "5", "2", "3", "9", "3", "2", "4", "3", "2", "4", "3", "2");
        for (int downs = 1; downs <= 2; downs++) {
            assertThat(keys.focused()).startsWith("stage.");
            for (int i = 0; i < downs; i++) {
                keys.press("ArrowDown");
            }
            keys.tab();
        }
        keys.types("作业公示不及时", "", "", "1");
        assertThat(keys.focused()).isEqualTo("保存");
        look(page, "keyboard");
        keys.press("Enter");
        page.locator("[role=alert]").waitFor();
        page.waitForLoadState();

        keys.tabTo("到这一栏");
        keys.press("Enter");
        page.waitForFunction("document.activeElement.id === 'inspectorsReason'");
        assertThat(keys.focused()).as("where the fault is").isEqualTo("inspectorsReason");
        keys.assertFocusIsSeen();
        look(page, "keyboard-refused");
        page.keyboard().insertText("另有四名机关督学，不分学段");
        keys.press("Enter");
        page.locator("[role=status]").waitFor();
        page.waitForLoadState();

        assertThat(page.locator("[role=status]").innerText()).contains("第 1 版");
        assertThat(page.locator("#annex").innerText()).contains("另有四名机关督学").doesNotContain("须改正");
        assertThat(page.locator("select[name^='stage.']").evaluateAll("all => all.map(each => each.value)"))
                .isEqualTo(List.of("PRIMARY", "JUNIOR"));
    }

    private static void type(Page page, String field, String text) {
        page.locator("#" + field).focus();
        page.locator("#" + field).fill(text);
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(IMAGES, "annex-5-" + name + ".png"))
                .setFullPage(true));
    }
}
