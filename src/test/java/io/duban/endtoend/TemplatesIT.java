package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.duban.document.Docx;
import io.duban.document.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator replaces a template on the screen, by mouse at the desk and by keys on a narrow window. */
class TemplatesIT extends Screens {

    private static final String PICTURES = "target/browser/";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Autowired
    private BeanFactory application;

    @AfterEach
    void shippedTemplatesAgain() {
        jdbc.update("delete from paper_template");
        jdbc.update("delete from paper_template_draft");
    }

    @Test
    void theAdministratorTakesATemplateChangesItLooksAtItAndTakesItIntoForce() throws IOException {
        try (Desk admin = at("admin").size(1280, 900)) {
            Page page = admin.page;
            page.navigate(duban.address() + "/");
            look(admin, "start-of-an-administrator-1280");
            page.getByText("公文模板", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL("**/templates");
            assertThat(page.locator("tbody tr").count()).isEqualTo(12);
            look(admin, "templates-1280");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("更换催办单模板"))
                    .click();
            byte[] inForce = saved(page, page.locator("#in-force"), "template.docx");
            assertThat(Docx.words(inForce)).contains("{{催办次数}}");

            give(
                    page,
                    Docx.of(inForce)
                            .replacing("word/document.xml", "{{催办次数}}", "{{催办次数}}{{举报人}}")
                            .bytes());
            page.locator("#upload button").click();
            assertThat(page.getByRole(AriaRole.ALERT).innerText())
                    .contains("没有成功，现行模板未变", "“催办单”模板中有不认识的标签：{{举报人}}", "可用的标签：{{发文机关}}");
            look(admin, "template-refused-1280");

            give(
                    page,
                    Docx.of(inForce)
                            .replacing("word/document.xml", "请接此单后立即办理", "请收到此单后立即办理")
                            .bytes());
            page.locator("#upload button").click();
            page.getByText("检查通过。请打开预览核对版式").waitFor();
            look(admin, "template-waiting-1280");
            assertThat(Docx.words(saved(page, page.locator("#sample"), "sample.docx")))
                    .contains("请收到此单后立即办理", "沪教督催〔2026〕12号");

            page.locator("#enable button").click();
            assertThat(page.locator("#enable").isVisible())
                    .as("nothing happens without the confirmation")
                    .isTrue();
            page.locator("[name=seen]").check();
            page.locator("#enable button").click();
            page.getByText("已启用第 1 版").waitFor();
            assertThat(page.locator(".versions li").first().innerText()).contains("第 1 版", "现行", "新催办单.docx");
            look(admin, "template-1280");
            assertThat(Docx.words(saved(page, page.locator("#in-force"), "template.docx")))
                    .contains("请收到此单后立即办理");
        }
    }

    @Test
    void whereLibreOfficeIsThePreviewIsAPdfToo() throws IOException {
        byte[] shipped = Files.readAllBytes(Path.of("src/main/resources/templates/documents/urging-note.docx"));
        try (Office.Lent office = Office.lentTo(application);
                Desk admin = at("admin").size(1280, 900)) {
            assertThat(office).isNotNull();
            admin.page.navigate(duban.address() + "/templates/URGING_NOTE");
            give(admin.page, shipped);
            admin.page.locator("#upload button").click();
            admin.page.getByText("检查通过。请打开预览核对版式").waitFor();
            look(admin, "template-waiting-with-pdf-1280");

            try (var document = Loader.loadPDF(saved(admin.page, admin.page.locator("#sample-pdf"), "sample.pdf"))) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                        .contains("沪教督催〔2026〕12号", "现予第2次催办");
            }
        }
    }

    @Test
    void everythingIsReachedByKeysOnANarrowWindow() throws IOException {
        byte[] shipped = Files.readAllBytes(Path.of("src/main/resources/templates/documents/urging-note.docx"));
        try (Desk admin = at("admin").size(390, 844)) {
            Page page = admin.page;
            page.navigate(duban.address() + "/");
            look(admin, "start-of-an-administrator-390");
            page.navigate(duban.address() + "/templates");
            look(admin, "templates-390");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("更换催办单模板"))
                    .press("Enter");
            page.locator("#tags summary").press("Enter");
            assertThat(page.locator("#tags").innerText()).contains("{{催办次数}}", "{{编号}}");
            give(page, shipped);
            page.keyboard().press("Tab");
            tabTo(page, "#upload button").press("Enter");
            page.getByText("检查通过。请打开预览核对版式").waitFor();
            look(admin, "template-waiting-390");
            tabTo(page, "[name=seen]").press("Space");
            tabTo(page, "#enable button").press("Enter");
            page.getByText("已启用第 1 版").waitFor();
            look(admin, "template-390");
        }
    }

    /** Presses the tabulator until the element has the focus, as somebody without a mouse does. */
    private static Locator tabTo(Page page, String element) {
        Locator wanted = page.locator(element);
        for (int i = 0; i < 40 && !(boolean) wanted.evaluate("each => each === document.activeElement"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat((boolean) wanted.evaluate("each => each === document.activeElement"))
                .as(element)
                .isTrue();
        return wanted;
    }

    private static void give(Page page, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload("新催办单.docx", DOCX, file));
    }

    private static byte[] saved(Page page, Locator link, String name) throws IOException {
        Download download = page.waitForDownload(link::click);
        Path path = Path.of(PICTURES, name);
        download.saveAs(path);
        return Files.readAllBytes(path);
    }

    private static void look(Desk desk, String name) {
        desk.quiet();
        assertThat(desk.overflows()).as(name).isFalse();
        desk.page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(PICTURES + name + ".png"))
                .setFullPage(true));
    }
}
