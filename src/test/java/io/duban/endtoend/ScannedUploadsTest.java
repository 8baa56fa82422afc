package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.endtoend.Clamd.Mood;
import io.duban.endtoend.Visitor.Attachment;
import io.duban.reporter.TestFiles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 病毒扫描 through the upload: what the scanner refuses, or cannot be asked about, is refused, and nothing of it is kept. */
class ScannedUploadsTest {

    private static final String UNIT = "institution-head." + Papers.INSTITUTION;
    private static final List<String> KEPT_IN =
            List.of("evidence", "evidence_content", "evidence_part", "audit_event", "ledger_entry");
    private static Clamd clamd;
    private static Installation installation;
    private static KeyOrder order;

    @BeforeAll
    static void start() throws IOException {
        clamd = new Clamd();
        installation = Installation.on(
                "demo",
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                "--duban.papers.office-home=/no/office",
                "--duban.evidence.scanner=" + clamd.address(),
                "--duban.evidence.scanner-patience=PT2S");
        order = KeyOrder.drafted(installation.duban()).rectifying(10);
    }

    @AfterAll
    static void stop() {
        installation.close();
        clamd.close();
    }

    @BeforeEach
    void itLooks() {
        clamd.is(Mood.LOOKS);
    }

    @Test
    void whatIsCleanIsKeptAndThePageSaysThatItWasScanned() {
        int asked = clamd.timesAsked();
        upload(clean()).is(201);
        assertThat(clamd.timesAsked()).isEqualTo(asked + 1);
        assertThat(new Visitor(installation.duban())
                        .signedIn(UNIT)
                        .get("/cases/" + order.id)
                        .body())
                .contains("已启用病毒扫描。");
    }

    @Test
    void anInfectedFileIsRefusedAndTheScannerHadSeenItWhole() {
        keepsNothing("attachment-virus", "病毒扫描未通过，文件没有保存", infected());
        upload(clean()).is(201);
    }

    @Test
    void aScannerThatSaysNothingRefusesTheUpload() {
        clamd.is(Mood.SAYS_NOTHING);
        keepsNothing("scanner-unavailable", "病毒扫描服务暂时不可用，文件没有保存", clean());
    }

    @Test
    void aScannerThatHangsUpOrIsTooSmallRefusesTheUpload() {
        clamd.is(Mood.HANGS_UP);
        keepsNothing("scanner-unavailable", "病毒扫描服务暂时不可用，文件没有保存", clean());
        clamd.is(Mood.IS_FULL);
        keepsNothing("scanner-unavailable", "病毒扫描服务暂时不可用，文件没有保存", clean());
    }

    @Test
    void aScannerThatIsDownRefusesTheUploadUntilItIsBack() throws IOException {
        clamd.goesDown();
        try {
            keepsNothing("scanner-unavailable", "请稍后重新提交；多次不成请告诉管理员", clean());
        } finally {
            clamd.comesUp();
        }
        upload(clean()).is(201);
    }

    /** By the interface and by the page's form, alone and as the second of two. */
    private static void keepsNothing(String rule, String sentence, byte[] file) {
        List<Integer> before = rows();
        Answer refused = upload(file);
        refused.refused(422, "file", rule);
        assertThat(refused.body().path("basis").asText()).isNotBlank();
        assertThat(refused.text("detail")).contains(sentence);

        Visitor visitor = new Visitor(installation.duban()).signedIn(UNIT);
        visitor.get("/cases/" + order.id);
        HttpResponse<String> page = visitor.upload(
                "/cases/" + order.id + "/evidence",
                Map.of("problem", order.problem(1), "group", "MEASURES"),
                List.of(new Attachment("file", "甲.jpg", clean()), new Attachment("file", "乙.jpg", file)));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(sentence);
        assertThat(rows()).as("rows of " + KEPT_IN).isEqualTo(before);
    }

    private static List<Integer> rows() {
        return KEPT_IN.stream().map(installation::count).toList();
    }

    private static Answer upload(byte[] file) {
        return new Uploads(installation.duban())
                .keep(UNIT, order.id, Map.of("problem", order.problem(1), "group", "MEASURES"), "照片.jpg", file);
    }

    private static byte[] clean() {
        return TestFiles.jpeg(UUID.randomUUID().toString()).content();
    }

    /** A photograph with something behind it, larger than what is sent at a time. */
    private static byte[] infected() {
        byte[] photo = clean();
        byte[] infected = Arrays.copyOf(photo, photo.length + 200_000);
        System.arraycopy(
                Clamd.SIGNATURE, 0, infected, infected.length - Clamd.SIGNATURE.length, Clamd.SIGNATURE.length);
        assertThat(new String(infected, StandardCharsets.ISO_8859_1)).startsWith("\u00ff\u00d8");
        return infected;
    }
}
