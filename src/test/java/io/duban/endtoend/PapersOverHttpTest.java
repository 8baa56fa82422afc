package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.document.Docx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 公文 end to end over HTTP: issued with the step, read by whom it concerns, void with a reason, laid out anew. */
class PapersOverHttpTest extends EndToEnd {

    private static final String TEMPLATE = "/api/paper-templates/SIGN_OFF_CONFIRMATION";

    @AfterEach
    void shippedTemplatesAgain() {
        jdbc.update("delete from paper_template");
    }

    @Test
    void aSignedOrderIsAPaperWithItsNumberForWhoeverSeesTheOrder() throws Exception {
        KeyOrder order = KeyOrder.drafted(duban).submitted();
        order.government.get("/api/cases/" + order.id + "/papers").is(404);
        order.signed();

        JsonNode paper = papers(order.government, order.id).get(0).path("paper");
        HttpResponse<byte[]> file =
                file("government.310104", "/api/papers/" + paper.path("id").asText());

        assertThat(paper.path("number").asText())
                .isEqualTo(order.office.order(order.id).path("number").asText());
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(Docx.words(file.body())).contains("重点问题督办单", "徐汇区人民政府：", "于5个工作日内完成调查核实工作", "上海市人民政府教育督导委员会办公室");
        assertThat(order.office.timeline(order.id)).anyMatch(line -> line.startsWith("下载重点问题督办单"));
    }

    @Test
    void whoMayNotKnowOfTheCaseLearnsNothingOfItsPapers() {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        String paper =
                papers(order.office, order.id).get(0).path("paper").path("id").asText();

        for (String stranger :
                List.of("institution-head.310104T001", "government.310105", "supervision-office.310105", "designer")) {
            as(stranger).get("/api/cases/" + order.id + "/papers").is(404);
            as(stranger).get("/api/papers/" + paper).is(404);
            as(stranger).get("/api/papers/" + paper + "/pdf").is(404);
            as(stranger)
                    .post("/api/papers/" + paper + "/void", Map.of("reason", "不该能够作废"))
                    .is(404);
        }
    }

    @Test
    void withoutLibreOfficeThePdfIsRefusedWithTheWayOut() {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        String paper =
                papers(order.office, order.id).get(0).path("paper").path("id").asText();

        order.office.get("/api/papers/" + paper + "/pdf").refused(422, "pdf", "office-installed");
    }

    @Test
    void aPaperIsDeclaredVoidByWhoSignsWithAReasonAndStays() {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        String paper =
                papers(order.office, order.id).get(0).path("paper").path("id").asText();
        String path = "/api/papers/" + paper + "/void";

        order.office.post(path, Map.of("reason", "主送单位有误，另行印发。")).refused(403, "", "paper-signer");
        order.lead.post(path, Map.of("reason", "误")).refused(422, "reason", "void-reason");
        order.lead.post(path, Map.of("reason", "主送单位有误，另行印发。")).ok();
        order.lead.post(path, Map.of("reason", "主送单位有误，另行印发。")).refused(409, "", "paper-void");

        assertThat(papers(order.government, order.id)
                        .get(0)
                        .path("paper")
                        .path("voidReason")
                        .asText())
                .isEqualTo("主送单位有误，另行印发。");
        order.government.get("/api/papers/" + paper).is(200);
    }

    /** INV-17: it went on confirming what the look-back had found undone. */
    @Test
    void aRelapseVoidsTheConfirmationOfTheSignOffWhereverItIsRead() throws Exception {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20).done(1);
        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
        order.lookedBack(Papers.lookBack(1, 1));

        JsonNode old = confirmations(order).get(0).path("paper");
        String why = "回头看发现问题 1 反弹，销号已撤销，再次销号后另行确认。";
        assertThat(old.path("voidReason").asText()).isEqualTo(why);
        assertThat(old.path("voidedOn").asText()).isEqualTo(duban.today().toString());
        var file = file("government.310104", "/api/papers/" + old.path("id").asText());
        assertThat(Docx.words(file.body())).contains("作　废", why);
        assertThat(new Visitor(duban)
                        .signedIn("government.310104")
                        .get("/cases/" + order.id)
                        .body())
                .contains("作废（" + duban.today() + "）：" + why);

        order.done(1);

        assertThat(confirmations(order))
                .extracting(each -> each.path("paper").hasNonNull("voidReason"))
                .containsExactly(true, false);
    }

    private static List<JsonNode> confirmations(KeyOrder order) {
        return papers(order.office, order.id).stream()
                .filter(each -> each.path("kindLabel").asText().equals("销号确认单"))
                .toList();
    }

    @Test
    void aCaseKeepsTheTemplateItBeganWith() throws Exception {
        byte[] shipped =
                Files.readAllBytes(Path.of("src/main/resources/templates/documents/sign-off-confirmation.docx"));
        KeyOrder before = KeyOrder.drafted(duban);
        setClock("2026-10-05T09:10:00+08:00");
        assertThat(upload("admin", TEMPLATE, shipped)).isEqualTo(200);
        setClock("2026-10-05T09:20:00+08:00");
        KeyOrder after = KeyOrder.drafted(duban);

        assertThat(versionOfSignOff(before)).isZero();
        assertThat(versionOfSignOff(after)).isEqualTo(1);
        assertThat(as("admin").get("/api/paper-templates").ok().body().toString())
                .contains("\"version\":1");
    }

    @Test
    void aTemplateIsReplacedByAnAdministratorOnlyAndWhatIsRefusedChangesNothing() {
        assertThat(upload("supervision-lead.310000", TEMPLATE, new byte[] {1})).isEqualTo(403);
        assertThat(upload("admin", TEMPLATE, new byte[] {1})).isEqualTo(422);
        assertThat(upload("admin", "/api/paper-templates/NO_SUCH_KIND", new byte[] {1}))
                .isEqualTo(404);

        assertThat(jdbc.queryForObject("select count(*) from paper_template", Integer.class))
                .isZero();
    }

    private int versionOfSignOff(KeyOrder order) {
        order.rectifying(20).done(1);
        List<JsonNode> papers = papers(order.office, order.id);
        JsonNode last = papers.get(papers.size() - 1);
        assertThat(last.path("kindLabel").asText()).isEqualTo("销号确认单");
        return last.path("paper").path("templateVersion").asInt();
    }

    private static List<JsonNode> papers(Person person, String caseId) {
        List<JsonNode> papers = new ArrayList<>();
        person.get("/api/cases/" + caseId + "/papers").ok().body().forEach(papers::add);
        return papers;
    }

    private HttpResponse<byte[]> file(String account, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(request(account, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private int upload(String account, String path, byte[] file) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            request(account, path)
                                    .header("Content-Type", "application/octet-stream")
                                    .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String account, String path) {
        String basic = Base64.getEncoder().encodeToString((account + ":duban-demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(duban.address() + path)).header("Authorization", "Basic " + basic);
    }
}
