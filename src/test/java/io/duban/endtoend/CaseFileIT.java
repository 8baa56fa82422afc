package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.duban.reporter.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The page of a case and its files on the screen: telephone and desk, with script and without, by mouse and by keys. */
class CaseFileIT extends Screens {

    private static final String PICTURES = "target/browser/";

    @Test
    void theUnitHandsInFilesFromItsTelephoneAndTheOfficeTakesTheWholeFile() throws IOException {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2).rectifying(10, 20);
        order.planned(1);
        try (Desk unit = at(order.unit.account()).size(390, 844)) {
            open(unit, order);
            assertThat(unit.text()).contains("问题与举证", "缺说明", "缺附件", "提交材料").doesNotContain("办理过程");
            assertThat(unit.page.locator("#camera").getAttribute("capture")).isEqualTo("environment");
            unit.page.locator("#problem").selectOption("问题 1");
            unit.page.locator("#group").selectOption("整改");
            unit.page.locator("#files").setInputFiles(new FilePayload[] {
                photo("整改现场.jpg"), new FilePayload("程序.exe", "application/octet-stream", new byte[] {'M', 'Z'})
            });
            unit.page.getByText("提交材料").last().click();
            unit.page.locator("#progress .bad").waitFor();
            assertThat(unit.page.locator("#progress").innerText()).contains("整改现场.jpg：已保存", "程序.exe：材料只能是");
            look(unit, "case-upload-390");
            unit.page.locator("#files").setInputFiles(photo("消除影响.jpg"));
            unit.page.locator("#group").selectOption("消除影响");
            unit.page.getByText("提交材料").last().click();
            unit.page.getByText("已保存 1 份材料").waitFor();
            assertThat(unit.text()).contains("有附件", "消除影响.jpg");
            look(unit, "case-390");
        }
        order.evidenced(1);
        try (Desk office = at(order.office.account()).size(1280, 900)) {
            open(office, order);
            drop(office.page, "核查照片.png");
            office.page.getByText("已保存 1 份材料").waitFor();
            assertThat(office.text()).contains("办理过程", "国庆", "核查照片.png", "未启用病毒扫描", "有说明");
            look(office, "case-1280");
            Download zip = office.page.waitForDownload(
                    () -> office.page.locator("#export").click());
            Path saved = Path.of(PICTURES, zip.suggestedFilename());
            zip.saveAs(saved);
            index(office, saved);
        }
    }

    @Test
    void everythingWorksWithKeysAndWithoutScript() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(10);
        Page phone = telephone(order.unit.account());
        phone.navigate(duban.address() + "/cases/" + order.id);
        phone.locator("#problem").selectOption("问题 1");
        phone.locator("#group").selectOption("举一反三");
        phone.locator("#files").setInputFiles(photo("自查.jpg"));
        phone.locator("form#upload button").focus();
        phone.keyboard().press("Enter");
        phone.getByText("已保存 1 份材料").waitFor();
        phone.locator("#problem").selectOption("问题 1");
        phone.locator("#group").selectOption("整改");
        phone.locator("#files").setInputFiles(new FilePayload("a.docx", "x", new byte[] {1, 2}));
        phone.locator("form#upload button").press("Enter");
        assertThat(phone.locator("#refusal").innerText()).contains("没有提交成功", "材料只能是", "依据");
        phone.locator("details summary").getByText("撤回").first().press("Enter");
        phone.locator("[name=reason]").fill("拍错了地方");
        phone.locator("[name=reason]").press("Enter");
        phone.getByText("已撤回").first().waitFor();
        assertThat(phone.locator("main").innerText()).contains("拍错了地方");
        phone.context().close();
    }

    @Test
    void theIssuingSideGoesFromTheOrderToItsLeadAndBack() {
        LeadCase lead = LeadCase.concluded(duban, java.util.Map.of()).ordered();
        KeyOrder order = KeyOrder.existing(
                duban,
                jdbc.queryForObject("select order_id from order_origin where origin_ref = ?", String.class, lead.ref));
        order.issued();
        for (int width : new int[] {390, 1280}) {
            try (Desk office = at(order.office.account()).size(width, 900)) {
                open(office, order);
                assertThat(office.page.locator("#leads").innerText()).contains("举报线索", lead.ref);
                look(office, "case-leads-" + width);
                office.page.locator("#leads a").click();
                office.page.getByText("问题线索").first().waitFor();
                look(office, "lead-orders-" + width);
                office.page.locator("main a[href='/cases/" + order.id + "']").click();
                office.page.locator("#leads").waitFor();
            }
        }
    }

    @Test
    void theTabInTasklistLeadsToTheFileAndTakesFiles() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(10);
        try (Desk unit = at(order.unit.account()).tasklist()) {
            unit.claim("制定整改方案").tab("案情");
            unit.page.getByText("打开整本案卷").waitFor();
            unit.page.locator(".duban-upload select").first().selectOption("问题 1");
            unit.page.locator(".duban-upload select").last().selectOption("整改");
            unit.page.locator(".duban-upload input[type=file]").setInputFiles(photo("方案.jpg"));
            unit.page.locator(".duban-upload button").click();
            unit.page.getByText("方案.jpg").waitFor();
            unit.quiet().picture(PICTURES + "tasklist-files.png");
            assertThat(unit.page.getByText("打开整本案卷").getAttribute("href")).endsWith("/cases/" + order.id);
        }
    }

    @Test
    void theTabShowsEveryVersionOfWhatWasTypedAsText() {
        String typed = "查明收费超期。<img src=x onerror=alert(1)> [看](https://outside.example)\n# 审核结论：已通过 <!-- {{7*7}}";
        KeyOrder order = KeyOrder.drafted(duban).received().handIn();
        order.government.does(order.id, "userTask_submitReport", Papers.of("decision", "BACK", "reason", "调查过程过简，请补充"));
        order.team.does(order.id, "userTask_investigate", Papers.with(Papers.report(), "facts", typed));
        order.report();
        try (Desk office = at(order.office.account()).tasklist()) {
            office.page.onDialog(dialog -> {
                throw new AssertionError("a script of somebody's words runs: " + dialog.message());
            });
            office.open("审核调查报告").tab("案情");
            office.page.getByText("办理记录").first().waitFor();
            assertThat(office.text()).contains("第 1 次填写，已由第 2 次填写取代");
            Locator versions = office.page.locator("details", new Page.LocatorOptions().setHasText("调查核实"));
            for (int i = 0; i < versions.count(); i++) {
                versions.nth(i).locator("summary").first().click();
            }
            assertThat(office.text())
                    .contains(
                            Papers.report().get("facts").toString(),
                            typed.lines().findFirst().orElseThrow(),
                            "# 审核结论：已通过 <!-- {{7*7}}");
            assertThat(office.page
                            .locator(".duban-case img, .duban-case a[href*=outside]")
                            .count())
                    .isZero();
            office.look(PICTURES + "tasklist-records.png");
        }
    }

    private void open(Desk desk, KeyOrder order) {
        desk.page.navigate(duban.address() + "/cases/" + order.id);
        desk.page.locator("#h-facts").waitFor();
    }

    private static void look(Desk desk, String name) {
        assertThat(desk.overflows()).as(name).isFalse();
        desk.page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(PICTURES + name + ".png"))
                .setFullPage(true));
    }

    private static void drop(Page page, String name) {
        String bytes = Base64.getEncoder().encodeToString(TestFiles.png("x").content());
        page.evaluate("""
                ([name, bytes]) => {
                  const content = Uint8Array.from(atob(bytes), each => each.charCodeAt(0));
                  const carried = new DataTransfer();
                  carried.items.add(new File([content], name, { type: 'image/png' }));
                  const drop = document.getElementById('drop');
                  for (const kind of ['dragenter', 'dragover', 'drop']) {
                    drop.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
                  }
                }
                """, new Object[] {name, bytes});
    }

    private static void index(Desk desk, Path saved) throws IOException {
        try (ZipFile zip = new ZipFile(saved.toFile())) {
            Path page = Path.of(PICTURES, "case-index.html");
            Files.copy(
                    zip.getInputStream(zip.getEntry("index.html")),
                    page,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            desk.page.navigate(page.toAbsolutePath().toUri().toString());
            assertThat(desk.text()).contains("公文与材料", "办理过程", "evidence/001-");
            desk.page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES + "case-index.png"))
                    .setFullPage(true));
        }
    }

    private static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", TestFiles.jpeg("x").content());
    }
}
