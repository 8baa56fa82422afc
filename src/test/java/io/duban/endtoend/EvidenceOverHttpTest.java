package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.reporter.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of a case over HTTP: who hands in, who reads, what is refused, what the whole file looks like. */
class EvidenceOverHttpTest extends EndToEnd {

    private static final String OFFICE = "supervision-office.310000";
    private static final String UNIT = "institution-head.310104T001";

    private Uploads uploads;
    private KeyOrder order;
    private String problem;

    @BeforeEach
    void anOrderInRectification() {
        uploads = new Uploads(duban);
        order = KeyOrder.drafted(duban).rectifying(10);
        problem = order.dossier().path("problems").get(0).path("id").asText();
    }

    @Test
    void theAccusedUnitHandsInForItsProblemAndReadsOnlyItsOwn() throws Exception {
        JsonNode own = keep(
                UNIT,
                about("MEASURES"),
                "C:\\照片\\..\\整改 现场.png",
                TestFiles.jpeg("x").content());
        JsonNode offices = keep(OFFICE, Map.of(), "核查照片.jpg", TestFiles.png("y").content());

        assertThat(own.path("fileName").asText()).isEqualTo("整改 现场.jpg");
        assertThat(list(UNIT))
                .extracting(each -> each.path("id").asText())
                .containsExactly(own.path("id").asText());
        assertThat(list(OFFICE)).hasSize(2);
        HttpResponse<byte[]> taken =
                uploads.take(OFFICE, "/api/evidence/" + own.path("id").asText());
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(taken.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(new String(taken.body(), StandardCharsets.ISO_8859_1)).doesNotContain(TestFiles.EXIF_CANARY);
        assertThat(hash(taken.body())).isEqualTo(own.path("sha256").asText());
        assertThat(uploads.take(UNIT, "/api/evidence/" + offices.path("id").asText())
                        .statusCode())
                .isEqualTo(404);
        assertThat(as(OFFICE).timeline(order.id))
                .anyMatch(line -> line.startsWith("提交材料（问题 1，整改，jpg"))
                .anyMatch(line -> line.startsWith("查阅材料"))
                .noneMatch(line -> line.contains("现场"));
    }

    @Test
    void whoMayNotKnowOfTheCaseGetsNotFound() {
        String id = keep(OFFICE, Map.of(), "a.jpg", TestFiles.jpeg("x").content())
                .path("id")
                .asText();
        for (String stranger :
                List.of("supervision-office.310105", "institution-head.310105T001", "school-head.310104S001")) {
            as(stranger).get("/api/cases/" + order.id + "/evidence").is(404);
            as(stranger).get("/api/evidence/" + id).is(404);
            as(stranger)
                    .post("/api/evidence/" + id + "/withdraw", Map.of("reason", "没有理由"))
                    .is(404);
            uploads.keep(
                            stranger,
                            order.id,
                            Map.of(),
                            "a.jpg",
                            TestFiles.jpeg("x").content())
                    .is(404);
            assertThat(uploads.take(stranger, "/cases/" + order.id).statusCode())
                    .isEqualTo(404);
            assertThat(uploads.take(stranger, "/api/cases/" + order.id + "/file.zip")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theAccusedUnitLearnsNothingBeforeItIsToldWhatToRectify() {
        KeyOrder early = KeyOrder.drafted(duban).received();
        as(UNIT).get("/api/cases/" + early.id + "/evidence").is(404);
        assertThat(uploads.take(UNIT, "/cases/" + early.id).statusCode()).isEqualTo(404);
        uploads.keep(UNIT, early.id, Map.of(), "a.jpg", TestFiles.jpeg("x").content())
                .is(404);
    }

    @Test
    void theSamePhotographTwiceIsOneLineAndOneContentPerCase() {
        byte[] photo = TestFiles.jpeg("x").content();
        String first = keep(UNIT, about("MEASURES"), "a.jpg", photo).path("id").asText();
        String again = keep(UNIT, about("MEASURES"), "b.jpg", photo).path("id").asText();
        String elsewhere =
                keep(UNIT, about("IMPACT"), "a.jpg", photo).path("id").asText();
        keep(OFFICE, Map.of(), "c.jpg", photo);

        assertThat(again).isEqualTo(first).isNotEqualTo(elsewhere);
        assertThat(jdbc.queryForObject(
                        "select count(*) from evidence_content where case_id = ?", Integer.class, order.id))
                .isEqualTo(1);
        assertThat(list(OFFICE)).hasSize(3);
    }

    @Test
    void refusalsNameFieldRuleBasisAndWayOutAndKeepNothing() {
        byte[] photo = TestFiles.jpeg("x").content();
        refused(UNIT, Map.of(), photo, 422, "evidence-problem", "problem");
        refused(UNIT, Map.of("problem", problem), photo, 422, "evidence-group", "group");
        refused(UNIT, Map.of("problem", problem, "group", "NONE"), photo, 422, "evidence-group", "group");
        refused(OFFICE, Map.of("problem", "other"), photo, 422, "unknown-problem", "problem");
        refused(OFFICE, Map.of("group", "MEASURES"), photo, 422, "evidence-problem", "problem");
        refused(OFFICE, Map.of(), new byte[0], 422, "attachment-size", "file");
        refused(OFFICE, Map.of(), "MZ virus".getBytes(StandardCharsets.US_ASCII), 422, "attachment-kind", "file");
        refused(OFFICE, Map.of(), new byte[21 * 1024 * 1024], 422, "attachment-size", "file");
        refused(OFFICE, Map.of(), new byte[27 * 1024 * 1024], 422, "upload-size", "file");
        refused("petition-office.310104", Map.of(), photo, 403, "evidence-uploader", "");
        assertThat(list(OFFICE)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from evidence_content where case_id = ?", Integer.class, order.id))
                .isZero();
    }

    @Test
    void whatIsWithdrawnStaysInTheRegister() {
        String id = keep(UNIT, about("MEASURES"), "a.jpg", TestFiles.jpeg("x").content())
                .path("id")
                .asText();
        as(UNIT).post("/api/evidence/" + id + "/withdraw", Map.of("reason", "错"))
                .is(422);
        as(OFFICE)
                .post("/api/evidence/" + id + "/withdraw", Map.of("reason", "不是我方材料"))
                .is(403);
        as(UNIT).post("/api/evidence/" + id + "/withdraw", Map.of("reason", "拍错了地方"))
                .ok();
        as(UNIT).post("/api/evidence/" + id + "/withdraw", Map.of("reason", "再撤一次"))
                .is(409);

        assertThat(list(OFFICE).get(0).path("withdrawal").path("reason").asText())
                .isEqualTo("拍错了地方");
        assertThat(uploads.take(OFFICE, "/api/evidence/" + id).statusCode()).isEqualTo(200);
        assertThat(as(OFFICE).timeline(order.id)).anyMatch(line -> line.contains("理由：拍错了地方"));
    }

    @Test
    void theSignOffShowsWhichGroupLacksAFile() {
        keep(UNIT, about("MEASURES"), "a.jpg", TestFiles.jpeg("x").content());
        order.unit.does(
                order.id,
                "userTask_planRectification",
                problem,
                Papers.plan(duban.today().plusDays(3)));
        order.unit.does(order.id, "userTask_rectify", problem, Papers.evidence(duban.today()));
        String task = order.districtOffice.task(order.id, "userTask_verifyRectification", problem);
        order.districtOffice.claim(task).is(204);

        String form = order.districtOffice.form(task).ok().body().toString();

        assertThat(form).contains("\"files\":\"1 个\"", "\"files\":\"缺附件\"");
        String page = page(OFFICE);
        assertThat(page).contains("有附件", "缺附件", "有说明").doesNotContain("缺说明");
    }

    @Test
    void thePageShowsTheWholeCaseToTheOfficeAndFindingsOnlyToTheUnit() {
        keep(UNIT, about("MEASURES"), "a<b>.jpg", TestFiles.jpeg("x").content());

        assertThat(page(OFFICE)).contains("调查核实期限", "办理过程", "导出案卷", "问题与举证", "未启用病毒扫描", "a_b_.jpg", "国庆");
        assertThat(page(UNIT)).contains("问题与举证", "提交材料", "撤回这份材料").doesNotContain("办理过程", "导出案卷", "初步调查情况");
    }

    @Test
    void theWholeFileComesAsOneArchiveWithHashes() throws Exception {
        keep(UNIT, about("MEASURES"), "=cmd|calc!.jpg", TestFiles.jpeg("x").content());
        keep(OFFICE, Map.of(), "../../etc/passwd.png", TestFiles.png("y").content());

        HttpResponse<byte[]> zip = uploads.take(OFFICE, "/api/cases/" + order.id + "/file.zip");

        assertThat(zip.statusCode()).isEqualTo(200);
        Map<String, byte[]> files = unpacked(zip.body());
        assertThat(files.keySet())
                .contains("index.html", "manifest.csv")
                .allMatch(name -> !name.contains("..") && !name.startsWith("/") && !name.contains("\\"));
        String manifest = new String(files.get("manifest.csv"), StandardCharsets.UTF_8);
        for (var each : files.entrySet()) {
            if (!each.getKey().equals("manifest.csv")) {
                assertThat(manifest).contains("\"" + each.getKey() + "\",\"" + hash(each.getValue()) + "\"");
            }
        }
        assertThat(new String(files.get("index.html"), StandardCharsets.UTF_8))
                .contains("evidence/001-", "问题与举证", "办理过程")
                .doesNotContain("<script");
        assertThat(files.keySet())
                .filteredOn(name -> name.startsWith("evidence/"))
                .hasSize(2);
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("papers/001-重点问题督办单"));
        assertThat(as(OFFICE).timeline(order.id)).anyMatch(line -> line.matches("导出案卷（公文 [1-9] 件，材料 2 份）"));
        for (String reader : List.of(UNIT, "government.310104", "inspector.310000")) {
            assertThat(uploads.take(reader, "/api/cases/" + order.id + "/file.zip")
                            .statusCode())
                    .as(reader)
                    .isEqualTo(403);
        }
    }

    private JsonNode keep(String account, Map<String, String> about, String name, byte[] content) {
        return uploads.keep(account, order.id, about, name, content)
                .is(201)
                .body()
                .path("items")
                .get(0);
    }

    private void refused(
            String account, Map<String, String> about, byte[] content, int status, String rule, String field) {
        JsonNode body = uploads.keep(account, order.id, about, "a.jpg", content)
                .is(status)
                .body();
        assertThat(body.path("rule").asText()).isEqualTo(rule);
        assertThat(body.path("field").asText()).isEqualTo(field);
        assertThat(body.path("basis").asText()).as(rule).isNotBlank();
        assertThat(body.path("detail").asText()).as(rule).isNotBlank();
    }

    private Map<String, String> about(String group) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("problem", problem);
        about.put("group", group);
        return about;
    }

    private JsonNode list(String account) {
        return as(account)
                .get("/api/cases/" + order.id + "/evidence")
                .ok()
                .body()
                .path("items");
    }

    private String page(String account) {
        HttpResponse<byte[]> page = uploads.take(account, "/cases/" + order.id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String hash(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
