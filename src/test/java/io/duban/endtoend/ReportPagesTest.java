package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.duban.endtoend.Visitor.Attachment;
import io.github.bucket4j.Bucket;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The public pages over HTTP: what is kept, what is refused, what is never said, set or logged. */
class ReportPagesTest extends EndToEnd {

    private static final String TEXT = "canaryWords 周末在商场四楼补数学，一次收三百元。";
    private static final String NAME = "（演示）canaryName";
    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\"[^>]*>(.*?)</p>", Pattern.DOTALL);

    @Autowired
    private ApplicationContext application;

    private Visitor visitor;

    @BeforeEach
    void open() {
        visitor = new Visitor(duban);
        assertThat(visitor.get("/report").statusCode()).isEqualTo(200);
    }

    @Test
    void aReportIsKeptInTheVaultOnlyAndTheReceiptIsShownOnce() {
        int events = count("audit_event");
        String receipt = receiptOf(visitor.upload("/report", named(), List.of(picture())));

        assertThat(receipt.replace("-", "")).hasSize(36);
        assertThat(visitor.get("/report/done").body()).contains("回执已经显示过").doesNotContain(receipt.substring(0, 9));
        assertThat(visitor.cookieNames()).containsOnly("report-token", "JSESSIONID");
        assertThat(count("audit_event")).as("the trail tells no minute").isEqualTo(events);
        assertThat(Footprint.of(dataSource).toString())
                .doesNotContain("canaryWords", "canaryName", "canary.png", receipt, Visitor.ADDRESS, Visitor.AGENT);
        assertThat(jdbc.queryForList(
                        "select accused_unit || receiving_unit || state from lead order by received_on", String.class))
                .contains("310104T001310000RECEIVED");
    }

    @Test
    void theReporterComesBackAddsAndReads() {
        String receipt = receiptOf(visitor.upload("/report", named(), List.of()));
        Visitor later = new Visitor(duban);
        later.get("/report/follow-up");
        String shown = later.post(
                        "/report/follow-up",
                        Map.of("receipt", receipt.replace("-", " ").toLowerCase(java.util.Locale.ROOT)))
                .body();
        assertThat(shown).contains("canaryWords", "正在研判").doesNotContain("canaryName");

        HttpResponse<String> added = later.upload(
                "/report/follow-up", Map.of("receipt", receipt, "text", "补充一张照片", "action", "add"), List.of(picture()));
        assertThat(added.body()).contains("补充的内容已经收到", "补充一张照片", "canary.png");

        HttpResponse<String> refused = later.upload(
                "/report/follow-up",
                Map.of("receipt", receipt, "text", "这段要留住", "action", "add"),
                List.of(new Attachment("files", "x.exe", new byte[] {'M', 'Z', 0, 0})));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("附件只能是", "这段要留住");

        later.forgetToken();
        HttpResponse<String> late = later.upload(
                "/report/follow-up", Map.of("receipt", receipt, "text", "这段也要留住", "action", "add"), List.of());
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("页面停留过久", "这段也要留住", receipt);
    }

    @Test
    void staffSeeOnWhichDayAReporterAddedSomethingAndNoMore() {
        String receipt = receiptOf(visitor.upload("/report", named(), List.of()));
        DoorWalk doors = new DoorWalk(duban, java.util.Set.of());
        int marked = doors.text("petition-office.310000", "/intake").split("有补充").length;
        int rows = count("lead_supplement");
        int events = count("audit_event");
        for (int time = 0; time < 2; time++) {
            Visitor later = new Visitor(duban);
            later.get("/report/follow-up");
            later.upload("/report/follow-up", Map.of("receipt", receipt, "text", "又想起一处", "action", "add"), List.of());
        }

        String desk = doors.text("petition-office.310000", "/intake");
        assertThat(desk).contains("2026-10-05").doesNotContain("又想起一处");
        assertThat(desk.split("有补充")).hasSize(marked + 1);
        assertThat(count("lead_supplement")).isEqualTo(rows + 1);
        assertThat(count("audit_event")).as("the trail tells no minute").isEqualTo(events);
    }

    @Test
    void everyReceiptThatOpensNothingGetsTheSameAnswer() {
        String receipt = receiptOf(visitor.upload("/report", named(), List.of()));
        char last = receipt.charAt(receipt.length() - 1);
        List<String> wrong = List.of(
                receipt.substring(0, receipt.length() - 1) + (last == '0' ? '1' : '0'),
                "0000-0000-0000-0000-0000-0000-0000-0000-0000",
                "nonsense",
                "",
                "<b>%00'\";--",
                "7".repeat(80));
        List<String> answers = wrong.stream()
                .map(typed -> {
                    HttpResponse<String> answer = visitor.post("/report/follow-up", Map.of("receipt", typed));
                    assertThat(answer.statusCode()).as(typed).isEqualTo(422);
                    return answer.body()
                            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                            .replaceAll("(id=\"receipt\"[^>]*?)value=\"[^\"]*\"", "$1");
                })
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).contains("没有找到这个回执");
    }

    @ParameterizedTest
    @CsvSource({
        "text, 短, 至少",
        "phone, '', 联系电话",
        "category, NOTHING, 从列表中选择",
        "named, true, 请选择匿名或者实名",
        "unit, 999999, 不存在",
        "unit, 310000, 上一级机关"
    })
    void aRefusalGivesBackWhatWasTypedAndKeepsNothing(String field, String value, String sentence) {
        Map<String, List<String>> before = Footprint.of(dataSource);
        Map<String, String> typed = named();
        typed.put(field, value);
        HttpResponse<String> answer = visitor.upload("/report", typed, List.of(picture()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence, "role=\"alert\"", NAME);
        assertThat(answer.body()).as("which files have to be chosen again").contains("请重新选择：<b>canary.png</b>");
        if (!field.equals("text")) {
            assertThat(answer.body()).contains("canaryWords");
        }
        assertThat(Footprint.of(dataSource)).isEqualTo(before);
    }

    /** Every page of those who report that takes files, in every way it can refuse them. */
    @ParameterizedTest
    @CsvSource({
        "/report, text", "/report, file", "/report, rate", "/report, token",
        "/report/follow-up, text", "/report/follow-up, file", "/report/follow-up, rate", "/report/follow-up, token",
        "/report/follow-up, receipt"
    })
    void noRefusalDropsAFileWithoutAWord(String page, String why) {
        Map<String, String> typed = named();
        if (!page.equals("/report")) {
            typed = new LinkedHashMap<>(Map.of("text", TEXT, "action", "add"));
            typed.put("receipt", receiptOf(visitor.upload("/report", named(), List.of())));
        }
        Attachment file = picture();
        switch (why) {
            case "text" -> typed.put("text", page.equals("/report") ? "短" : "");
            case "file" -> file = new Attachment("files", "canary.png", new byte[] {'M', 'Z', 0, 0});
            case "token" -> visitor.forgetToken();
            case "receipt" -> typed.put("receipt", "nonsense");
            default -> {}
        }
        Map<String, String> last = typed;
        List<Attachment> files = List.of(file);
        HttpResponse<String> answer = why.equals("rate")
                ? whenEverybodyHasReported(() -> visitor.upload(page, last, files))
                : visitor.upload(page, typed, files);

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        String form = answer.body().replaceAll("(?s).*(<form.*?name=\"text\".*?</form>).*", "$1");
        assertThat(form).contains("请重新选择：<b>canary.png</b>", "type=\"file\"", "multipart/form-data", typed.get("text"));
    }

    /** A page that holds a field for files says in that form which have to be chosen once more. */
    @Test
    void everyFormThatGivesBackWhatWasTypedAsksForItsFilesAgain() throws IOException {
        int forms = 0;
        for (String page : List.of("report/form", "report/follow-up", "intake/register")) {
            String html = Files.readString(Path.of("src/main/resources/templates/" + page + ".html"));
            for (String form : html.split("<form")) {
                if (form.contains("name=\"text\"")) {
                    forms++;
                    assertThat(form)
                            .as(page)
                            .contains("multipart/form-data")
                            .containsPattern("parts :: (dropped|files)");
                }
            }
        }
        assertThat(forms).isEqualTo(4);
    }

    /** While everybody together has reported as often as they may. */
    private <T> T whenEverybodyHasReported(Supplier<T> visit) {
        @SuppressWarnings("unchecked")
        Map<?, Bucket> together =
                (Map<?, Bucket>) ReflectionTestUtils.getField(application.getBean("reportRates"), "together");
        Map<Bucket, Long> taken = new IdentityHashMap<>();
        together.values().forEach(each -> taken.put(each, each.tryConsumeAsMuchAsPossible()));
        try {
            return visit.get();
        } finally {
            taken.forEach(Bucket::addTokens);
        }
    }

    @Test
    void aBadFileAmongGoodOnesKeepsNothing() {
        Map<String, List<String>> before = Footprint.of(dataSource);
        HttpResponse<String> answer = visitor.upload(
                "/report",
                named(),
                List.of(picture(), new Attachment("files", "b.pdf", "no pdf".getBytes(StandardCharsets.UTF_8))));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("附件只能是", "canaryWords");
        List<Attachment> six = List.of(picture(), picture(), picture(), picture(), picture(), picture());
        assertThat(visitor.upload("/report", named(), six).body()).contains("附件最多 5 个");
        assertThat(Footprint.of(dataSource)).isEqualTo(before);
    }

    @Test
    void aFieldNobodySeesThatABrowserFilledInRefusesNobody() {
        Map<String, String> typed = named();
        typed.put("x7", "https://filled-by-the-browser.example");
        for (int time = 0; time < 3; time++) {
            typed.put("text", "短");
            assertThat(visitor.upload("/report", typed, List.of(picture())).statusCode())
                    .as("refused for the text, not for coming again")
                    .isEqualTo(422);
        }
        typed.put("text", TEXT);
        receiptOf(visitor.upload("/report", typed, List.of(picture())));
        assertThat(visitor.get("/report").body()).doesNotContain("name=\"website\"", "name=\"url\"");
        visitor.get("/report");
        receiptOf(visitor.upload("/report", named(), List.of(picture())));
    }

    @Test
    void enterInAFieldNeitherLooksForAUnitNorDropsFiles() {
        Visitor office = new Visitor(duban).signedIn("petition-office.310104");
        for (String page : List.of(
                visitor.get("/report").body(), office.get("/intake/register").body())) {
            String form = page.substring(page.indexOf("<form", page.indexOf("<main")));
            String first = form.substring(form.indexOf("<button"), form.indexOf(">", form.indexOf("<button")));
            assertThat(first).as("the button Enter presses").contains("type=\"submit\"", "disabled");
        }
        Map<String, String> typed = named();
        typed.put("action", "search");
        typed.put("unitSearch", "智启");
        assertThat(visitor.upload("/report", typed, List.of(picture())).body()).contains("请重新选择：<b>canary.png</b>");
    }

    @Test
    void aFormThatWasOpenTooLongComesBackFilledIn() {
        visitor.forgetToken();
        HttpResponse<String> answer = visitor.upload("/report", named(), List.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("页面停留过久", "canaryWords");
        receiptOf(visitor.upload("/report", named(), List.of()));
    }

    @Test
    void aUnitIsFoundWithoutScriptsAndOneThatIsNotListedIsKeptInTheText() {
        Map<String, String> typed = named();
        typed.put("unit", "");
        typed.put("unitSearch", "智启");
        typed.put("action", "search");
        assertThat(visitor.upload("/report", typed, List.of()).body())
                .contains("value=\"310104T001\"", "canaryWords")
                .doesNotContain("value=\"310000\"");

        typed.put("unitSearch", "没有名字的小店");
        typed.put("action", "send");
        String receipt = receiptOf(visitor.upload("/report", typed, List.of()));
        assertThat(visitor.post("/report/follow-up", Map.of("receipt", receipt)).body())
                .contains("【举报人填写的单位】没有名字的小店");
    }

    @Test
    void aTeacherWhoIsSignedInElsewhereIsNobodyHere() {
        Visitor teacher = new Visitor(duban).signedIn("school-head.310106S001");
        teacher.get("/report");
        receiptOf(teacher, teacher.upload("/report", named(), List.of()));
        assertThat(Footprint.of(dataSource).get("lead").toString()).doesNotContain("school-head.310106S001");
        assertThat(Footprint.of(dataSource).get("audit_event").toString()).doesNotContain("school-head.310106S001");
    }

    @Test
    void filesGoOnlyWhereTheyAreExpectedAndOnlySoLarge() {
        Attachment huge = new Attachment("files", "x.pdf", new byte[27 * 1024 * 1024]);
        HttpResponse<String> tooLarge = visitor.upload("/report", named(), List.of(huge));
        assertThat(tooLarge.statusCode()).isEqualTo(303);
        assertThat(visitor.get(tooLarge.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("附件合计过大");
        assertThat(visitor.upload("/login", Map.of(), List.of(picture())).statusCode())
                .isEqualTo(415);
        assertThat(visitor.upload("/api/leads", Map.of(), List.of(picture())).statusCode())
                .isEqualTo(415);
    }

    @Test
    void thePagesNeedNothingFromElsewhereAndNoScript() {
        for (String path : List.of("/report", "/report/follow-up", "/report/channels", "/report/done")) {
            HttpResponse<String> page = visitor.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain("<script", "style=\"", "http://", "https://");
            assertThat(page.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(page.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
        assertThat(visitor.get("/report/channels").body()).contains("jubao@310104.example", "电子邮箱");
        assertThat(visitor.get("/intake").statusCode()).isEqualTo(302);
    }

    @Test
    void notEvenALogInDetailHoldsAddressBrowserOrWords() throws IOException {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger("ROOT");
        Level level = root.getLevel();
        Lines lines = new Lines();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.DEBUG);
        String receipt;
        try {
            receipt = receiptOf(visitor.upload("/report", named(), List.of(picture())));
            visitor.post("/report/follow-up", Map.of("receipt", receipt));
            Map<String, String> broken = named();
            broken.put("phone", "");
            visitor.upload("/report", broken, List.of(picture()));
            visitor.forgetToken();
            visitor.upload("/report", named(), List.of());
            as("petition-office.310000")
                    .post(
                            "/api/leads",
                            Papers.of(
                                    "channel",
                                    "PHONE",
                                    "sourceLevel",
                                    "CITY",
                                    "receivedOn",
                                    duban.today().toString(),
                                    "named",
                                    true,
                                    "name",
                                    NAME,
                                    "phone",
                                    "000-0000-0001",
                                    "text",
                                    TEXT))
                    .is(201);
        } finally {
            root.setLevel(level);
            root.detachAppender(lines);
        }
        assertThat(lines.said).as("something was logged in detail").hasSizeGreaterThan(20);
        assertThat(lines.said)
                .noneMatch(line -> line.contains("canary")
                        || line.contains(Visitor.ADDRESS)
                        || line.contains("CanaryPhone")
                        || line.contains(receipt)
                        || line.contains("000-0000-0001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aTableBecomesDraftsOrAListOfItsFaults(String charset) {
        Visitor office = new Visitor(duban).signedIn("petition-office.310104");
        office.get("/intake/import");
        int before = count("lead");
        String header = "收到日期,来源层级,被举报单位,问题类别,举报内容,姓名,电话\n";
        String good = "2026-09-01,区域,310104T001,,周末在商场四楼补数学收费（" + charset + "）,,\n";
        String bad = "2026-13-01,月球,没有的单位,没有的类别,短,只有姓名,\n" + "2026-09-01,区域,310104,,对本单位的举报内容在此,,\n";

        HttpResponse<String> refused =
                office.upload("/intake/import", Map.of(), List.of(table(header + good + bad, charset)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("有 <span>7</span> 处错误", "收到日期", "来源层级", "被举报单位", "问题类别", "举报内容", "回避关系")
                .doesNotContain("只有姓名");
        assertThat(count("lead")).as("nothing of a faulty table").isEqualTo(before);

        HttpResponse<String> done =
                office.upload("/intake/import", Map.of(), List.of(table(header + good + good, charset)));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("已导入 <b>2</b> 条草稿");

        Map<String, List<String>> kept = Footprint.of(dataSource);
        String more = "2026-09-02,区域,310104T001,,另一件事也写在表里（" + charset + "）,,\n";
        HttpResponse<String> repeated =
                office.upload("/intake/import", Map.of(), List.of(table(header + good + good + more, charset)));
        assertThat(repeated.statusCode()).isEqualTo(409);
        assertThat(repeated.body()).contains("3 行中有 2 行与以前导入的相同", "name=\"again\"");
        assertThat(Footprint.of(dataSource))
                .as("nothing before it is confirmed")
                .isEqualTo(kept);
        assertThat(office.upload(
                                "/intake/import",
                                Map.of("again", "true"),
                                List.of(table(header + good + good + more, charset)))
                        .body())
                .contains("已导入 <b>3</b> 条草稿");
        assertThat(jdbc.queryForObject(
                        "select count(*) from lead where channel = 'IMPORT' and number is null and triaged_on is null"
                                + " and receiving_unit = '310104'",
                        Integer.class))
                .isGreaterThanOrEqualTo(2);
        Visitor government = new Visitor(duban).signedIn("government.310104");
        government.get("/report/follow-up");
        assertThat(government.get("/intake/import").statusCode()).isEqualTo(403);
    }

    @Test
    void everyDistrictPublishesAChannelAndAGapIsSeen() {
        assertThat(as("supervision-office.310000")
                        .get("/api/report-channels/gaps")
                        .ok()
                        .body())
                .isEmpty();
        jdbc.update("update report_channel set active = false where unit_code = '310104'");
        try {
            assertThat(as("supervision-office.310000")
                            .get("/api/report-channels/gaps")
                            .ok()
                            .body()
                            .toString())
                    .contains("310104", "EMAIL", "PHONE");
            assertThat(as("supervision-office.310105")
                            .get("/api/report-channels/gaps")
                            .ok()
                            .body())
                    .as("a sibling's gap")
                    .isEmpty();
        } finally {
            jdbc.update("update report_channel set active = true where unit_code = '310104'");
        }
        as("petition-office.310105")
                .post(
                        "/api/report-channels",
                        Papers.of(
                                "unit", "310104",
                                "type", "BOX",
                                "address", "门口",
                                "openHours", "全天",
                                "publicSince", "2026-10-01"))
                .is(403);
        as("petition-office.310104")
                .post(
                        "/api/report-channels",
                        Papers.of(
                                "unit", "310104",
                                "type", "PIGEON",
                                "address", "门口",
                                "openHours", "全天",
                                "publicSince", "2026-10-01"))
                .refused(422, "type", "option");
        as("petition-office.310104")
                .post(
                        "/api/report-channels",
                        Papers.of("unit", "310104", "type", "BOX", "address", "门口", "openHours", "全天"))
                .refused(422, "publicSince", "required");
    }

    private Map<String, String> named() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("unit", "310104T001");
        typed.put("category", "HIDDEN_VARIANT");
        typed.put("text", TEXT);
        typed.put("named", "yes");
        typed.put("name", NAME);
        typed.put("phone", "000-0000-0001");
        typed.put("action", "send");
        return typed;
    }

    private String receiptOf(HttpResponse<String> answer) {
        return receiptOf(visitor, answer);
    }

    /** The receipt lies in the session that made the report. */
    private static String receiptOf(Visitor reporter, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/report/done");
        Matcher found = RECEIPT.matcher(reporter.get("/report/done").body());
        assertThat(found.find()).isTrue();
        return found.group(1).replaceAll("<[^>]+>|\\s", "");
    }

    private static Attachment table(String text, String charset) {
        return new Attachment("file", "table.csv", text.getBytes(Charset.forName(charset)));
    }

    private static Attachment picture() {
        try (var png = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
            return new Attachment("files", "canary.png", png.toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String failure =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            said.add(event.getLoggerName() + " " + event.getFormattedMessage() + failure);
        }
    }
}
