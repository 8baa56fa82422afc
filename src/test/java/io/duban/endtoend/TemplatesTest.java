package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.document.Docx;
import io.duban.endtoend.Visitor.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 公文模板 on their pages, without script: uploaded, checked, looked at, taken into force, by an administrator alone. */
class TemplatesTest extends EndToEnd {

    private static final String PAGE = "/templates/EXTENSION_REPLY";
    private static final Pattern HASH = Pattern.compile("name=\"sha256\" value=\"([0-9a-f]{64})\"");

    @AfterEach
    void shippedTemplatesAgain() {
        jdbc.update("delete from paper_template");
        jdbc.update("delete from paper_template_draft");
    }

    @Test
    void anUploadIsLookedAtBeforeItIsTakenIntoForce() {
        Visitor admin = new Visitor(duban).signedIn("admin");
        admin.get(PAGE);

        assertThat(uploaded(admin, changed()).statusCode()).isEqualTo(302);
        HttpResponse<String> page = admin.get(PAGE);
        assertThat(page.body()).contains("检查通过，尚未启用", "随系统提供的模板", "启用为第 <b>1</b> 版", "没有 PDF 预览");
        assertThat(versions()).isZero();
        assertThat(admin.get(PAGE + "/draft").statusCode()).isEqualTo(200);
        assertThat(admin.get(PAGE + "/draft?as=pdf").body()).contains("office-installed");

        HttpResponse<String> enabled = admin.post(PAGE + "/enable", Map.of("sha256", hash(page), "seen", "true"));

        assertThat(enabled.headers().firstValue("Location").orElse("")).endsWith(PAGE + "?done=enabled");
        assertThat(admin.get(PAGE + "?done=enabled").body())
                .contains("已启用第 <b>1</b> 版", "批复（新）.docx", "现行")
                .doesNotContain("预览与启用");
        assertThat(versions()).isEqualTo(1);
        assertThat(admin.get(PAGE + "/draft").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeATemplateIsRefusedWithASentenceAndChangesNothing() {
        Visitor admin = new Visitor(duban).signedIn("admin");
        admin.get(PAGE);
        uploaded(admin, changed());

        refused(admin, new byte[] {1, 2, 3}, "这不是完好的 Word 文档");
        refused(admin, new byte[2 * 1024 * 1024], "不得超过 1 MB");
        refused(
                admin,
                shipped()
                        .replacing("word/document.xml", "{{批复意见}}", "{{批复意见}}{{举报人}}")
                        .bytes(),
                "模板中有不认识的标签：{{举报人}}");
        assertThat(admin.upload(PAGE + "/draft", Map.of(), List.of()).body()).contains("没有成功，现行模板未变", "这不是完好的");

        assertThat(versions()).isZero();
        assertThat(admin.get(PAGE).body()).contains("批复（新）.docx", "检查通过，尚未启用");
    }

    @Test
    void onlyWhatWasLookedAtIsTakenIntoForce() {
        Visitor admin = new Visitor(duban).signedIn("admin");
        admin.get(PAGE);
        uploaded(admin, changed());
        String seen = hash(admin.get(PAGE));

        HttpResponse<String> unseen = admin.post(PAGE + "/enable", Map.of("sha256", seen));
        uploaded(admin, shipped().bytes());
        HttpResponse<String> other = admin.post(PAGE + "/enable", Map.of("sha256", seen, "seen", "true"));

        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(unseen.body()).contains("请先打开预览核对版式");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("他人刚刚上传了同一文种的模板");
        assertThat(versions()).isZero();
    }

    @Test
    void whatWaitsCanBeThrownAway() {
        Visitor admin = new Visitor(duban).signedIn("admin");
        admin.get(PAGE);
        uploaded(admin, shipped().bytes());
        String seen = hash(admin.get(PAGE));
        uploaded(admin, changed());
        Map<String, String> lookedAt = Map.of("sha256", hash(admin.get(PAGE)));

        HttpResponse<String> other = admin.post(PAGE + "/drop", Map.of("sha256", seen));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("他人刚刚上传了同一文种的模板", "检查通过，尚未启用");
        assertThat(admin.post(PAGE + "/drop", lookedAt).statusCode()).isEqualTo(302);

        assertThat(admin.get(PAGE + "?done=dropped").body())
                .contains("已放弃上传的模板")
                .doesNotContain("预览与启用");
        assertThat(admin.post(PAGE + "/enable", Map.of("seen", "true")).statusCode())
                .isEqualTo(404);
        assertThat(admin.post(PAGE + "/drop", lookedAt).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileTooLargeToBeReadIsRefusedWithASentenceOfItsOwn() {
        Visitor admin = new Visitor(duban).signedIn("admin");
        for (String path : List.of(PAGE + "/draft", "/intake/import")) {
            HttpResponse<String> answer = admin.upload(
                    path, Map.of(), List.of(new Attachment("file", "批复.docx", new byte[27 * 1024 * 1024])));

            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.body()).contains("一次上传合计不得超过 26 MB", "没有保存任何内容");
        }
        assertThat(admin.get(PAGE).body()).doesNotContain("预览与启用");
    }

    @Test
    void nobodyButAnAdministratorComesNearThem() {
        for (String account : List.of("supervision-lead.310000", "designer", "government.310104")) {
            Visitor other = new Visitor(duban).signedIn(account);

            assertThat(other.get("/").body()).as(account).doesNotContain("/templates");
            assertThat(other.get("/templates").statusCode()).as(account).isEqualTo(403);
            assertThat(other.get(PAGE).statusCode()).as(account).isEqualTo(403);
            assertThat(uploaded(other, changed()).statusCode()).as(account).isEqualTo(403);
            assertThat(other.post(PAGE + "/enable", Map.of("seen", "true")).statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(new Visitor(duban).get("/templates").statusCode()).isEqualTo(302);
        assertThat(new Visitor(duban).signedIn("admin").get("/").body()).contains("/templates");
        assertThat(new Visitor(duban)
                        .signedIn("admin")
                        .get("/templates/NO_SUCH")
                        .statusCode())
                .isEqualTo(404);
    }

    private void refused(Visitor admin, byte[] file, String sentence) {
        HttpResponse<String> answer = uploaded(admin, file);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有成功，现行模板未变", sentence);
    }

    private static HttpResponse<String> uploaded(Visitor visitor, byte[] file) {
        return visitor.upload(PAGE + "/draft", Map.of(), List.of(new Attachment("file", "批复（新）.docx", file)));
    }

    private static byte[] changed() {
        return shipped().replacing("word/document.xml", "此复。", "特此批复。").bytes();
    }

    private static Docx shipped() {
        try {
            return Docx.of(Files.readAllBytes(Path.of("src/main/resources/templates/documents/extension-reply.docx")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String hash(HttpResponse<String> page) {
        Matcher found = HASH.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int versions() {
        return jdbc.queryForObject("select count(*) from paper_template", Integer.class);
    }
}
