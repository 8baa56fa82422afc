package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.document.Docx;
import io.duban.endtoend.Phrases.Phrase;
import io.duban.endtoend.Visitor.Attachment;
import io.duban.reporter.TestFiles;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What comes in by other doors than the forms of tasks (a name of a unit, a reason, a channel, a report, the name of a file)
 * is shown as what was typed too: on every screen, in tables, papers and archives, and in a form that comes back refused.
 */
class TypedElsewhereTest extends EndToEnd {

    private static final String OFFICE = "supervision-office.310000";
    private static final String CITY = "petition-office.310000";
    private static final String FILLER = "supervision-office.310112";
    private static final String RETURN = "/api/returns/annex-5?unit=310112&from=2026-01-01&to=2026-12-31";
    private static final String UNIT = "310104T088";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Phrases phrases = new Phrases();

    @Test
    void everyScreenShowsItAsText() throws Exception {
        unit();
        KeyOrder order = KeyOrder.drafted(duban, Papers.DISTRICT, UNIT, 1).rectifying(10);
        bulletin(order);
        evidence(order);
        String paper = voided(order);
        String lead = lead();
        annexFive();
        as("petition-office.310104")
                .post(
                        "/api/report-channels",
                        Papers.of(
                                "unit", "310104",
                                "type", "BOX",
                                "address", line("channels", "address", 200, "校门口"),
                                "openHours", line("channels", "openHours", 100, "工作日"),
                                "publicSince", "2026-10-01"))
                .is(201);
        Visitor desk = new Visitor(duban).signedIn(OFFICE);
        desk.get("/ledger");
        desk.post("/ledger/views", Map.of("name", line("views", "name", 40, "甲"), "query", "kind=ORDER"));
        List<String> paths = new ArrayList<>(new DoorWalk(duban, DoorWalk.mapped(mappings))
                .ours(Map.of(
                        "cases", List.of(order.id, lead),
                        "orders", List.of(order.id),
                        "leads", List.of(lead),
                        "papers", List.of(paper),
                        "units", List.of(UNIT))));
        paths.addAll(List.of(
                RETURN.substring(4),
                RETURN.replace("annex-5?", "annex-5.xlsx?"),
                "/ledger?unit=" + UNIT,
                "/intake?triaged=true"));

        Map<String, Set<String>> seen =
                new ScreenWalk(duban, phrases).walk(List.of(OFFICE, CITY, FILLER, "government.310104"), paths);

        assertThat(seen).containsKeys("html", "zip", "csv", "xlsx", "docx");
        assertThat(phrases.all().stream()
                        .filter(each -> seen.values().stream().noneMatch(shown -> shown.contains(each.words())))
                        .map(each -> each.form() + " " + each.field()))
                .as("typed and shown on no screen")
                .isEmpty();
    }

    /** The report is the reporter's to read again, and the office's once it has asked for it. */
    @Test
    void aReportIsTextToReporterAndOffice() {
        Visitor reporter = new Visitor(duban);
        reporter.get("/report");
        Map<String, String> typed = new LinkedHashMap<>(Map.of("unit", Papers.INSTITUTION, "named", "yes"));
        typed.put("category", "HIDDEN_VARIANT");
        typed.put("text", line("report", "text", 4000, "周末在商场四楼补课。"));
        typed.put("name", line("report", "name", 60, "甲"));
        typed.put("phone", line("report", "phone", 40, "0"));
        typed.put("email", "no address " + line("report", "email", 100, "乙"));
        typed.put("unitSearch", line("report", "unitSearch", 100, "某"));
        shows("/report, looked for a unit", reporter.upload("/report", with(typed, "action", "search"), List.of()));
        Attachment photo = new Attachment(
                "files", "<img src=x onerror=alert(1)>.jpg", TestFiles.jpeg("x").content());
        shows("/report, refused", reporter.upload("/report", with(typed, "text", "短"), List.of(photo)));
        Visitor office = new Visitor(duban).signedIn(CITY);
        office.get("/intake/register");
        Map<String, String> call = new LinkedHashMap<>(typed);
        call.putAll(Map.of("channel", "PHONE", "sourceLevel", "CITY", "receivedOn", "9999-01-01"));
        shows("/intake/register, refused", office.upload("/intake/register", call, List.of()));
        typed.putAll(Map.of("name", "甲", "phone", "000-0000-0001", "email", "", "action", "send"));
        assertThat(reporter.upload("/report", typed, List.of()).statusCode()).isEqualTo(302);
        String receipt =
                reporter.get("/report/done").body().replaceFirst("(?s).*id=\"receipt\"[^>]*>(.*?)</p>.*", "$1");
        receipt = receipt.replaceAll("<[^>]+>|\\s", "");
        Visitor later = new Visitor(duban);
        later.get("/report/follow-up");
        String more = line("follow-up", "text", 4000, "昨天又收了一次。");
        shows(
                "/report/follow-up",
                later.upload(
                        "/report/follow-up",
                        Map.of("receipt", receipt, "text", more, "action", "add"),
                        List.of(photo)));
        String lead = jdbc.queryForObject(
                "select lead_ref from lead order by received_on desc, lead_ref desc fetch first 1 row only",
                String.class);
        office.get("/intake/leads/" + lead);
        String summary = line("triage", "summary", 2000, "反映周末补课");
        shows(
                "/intake/leads, looked into",
                office.post("/intake/leads/" + lead, Map.of("action", "text", "summary", summary)));
    }

    @Test
    void whatComesBackRefusedIsText() throws Exception {
        Visitor filler = new Visitor(duban).signedIn(FILLER);
        filler.get(RETURN.substring(4));
        shows(
                "/returns/annex-5, refused",
                filler.post(
                        "/returns/annex-5",
                        Map.of(
                                "unit", "310112",
                                "from", "2026-01-01",
                                "to", "2026-12-31",
                                "filler", line("annex-5", "filler", 60, "甲"),
                                "mainProblem1", line("annex-5", "mainProblem1", 200, "乙"))));
        Visitor admin = new Visitor(duban).signedIn("admin");
        admin.get("/templates/EXTENSION_REPLY");
        byte[] template = Files.readAllBytes(Path.of("src/main/resources/templates/documents/extension-reply.docx"));
        byte[] odd = Docx.of(template)
                .replacing("word/document.xml", "{{", "{{&lt;img src=x onerror=alert(1)&gt;")
                .bytes();
        HttpResponse<String> refused = admin.upload(
                "/templates/EXTENSION_REPLY/draft", Map.of(), List.of(new Attachment("file", "<b>.docx", odd)));
        assertThat(refused.statusCode()).isEqualTo(422);
        new ScreenWalk(duban, phrases)
                .look("/templates, refused", "html", refused.body().getBytes(StandardCharsets.UTF_8));
    }

    /** A character that turns the direction of writing shows something else than was typed. */
    @Test
    void whatCannotBeSeenIsRefusedByEachOfTheseDoors() {
        String unseen = "甲乙丙丁\u202e戊己";
        KeyOrder order = KeyOrder.drafted(duban).reported();
        order.office
                .post(
                        "/api/orders/" + order.id + "/bulletins",
                        Papers.with(Papers.bulletin("通报1", duban.today(), 1), "title", unseen))
                .refused(422, "title", "characters");
        order.government.asksForMoreTime(order.id, null, 2, unseen).refused(422, "reason", "characters");
        String file = new Uploads(duban)
                .keep(OFFICE, order.id, Map.of(), "甲.jpg", TestFiles.jpeg("x").content())
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asText();
        as(OFFICE)
                .post("/api/evidence/" + file + "/withdraw", Map.of("reason", unseen))
                .refused(422, "reason", "characters");
        String paper = jdbc.queryForObject(
                "select id from paper where case_id = ? fetch first 1 row only", String.class, order.id);
        order.lead
                .post("/api/papers/" + paper + "/void", Map.of("reason", unseen))
                .refused(422, "reason", "characters");
        as("petition-office.310104")
                .post(
                        "/api/report-channels",
                        Papers.of(
                                "unit", "310104",
                                "type", "BOX",
                                "address", unseen,
                                "openHours", "工作日",
                                "publicSince", "2026-10-01"))
                .refused(422, "address", "characters");
        duban.send(
                        "admin",
                        "PUT",
                        "/api/units",
                        "code,name,level,parent,operator\n310104T089," + unseen + ",INSTITUTION,310104,\n",
                        "text/csv")
                .is(422);
        duban.send(
                        "admin",
                        "PUT",
                        "/api/accounts",
                        "id,name,role,unit,initialPassword\nx.y," + unseen + ",inspector,310104,duban-demo-duban\n",
                        "text/csv")
                .is(422);
        Visitor desk = new Visitor(duban).signedIn(OFFICE);
        desk.get("/ledger");
        assertThat(desk.post("/ledger/views", Map.of("name", unseen, "query", "kind=ORDER"))
                        .statusCode())
                .isEqualTo(422);
    }

    private void unit() {
        String name = line("units", "name", 100, "培训机构");
        String table = "code,name,level,parent,operator\n" + UNIT + ",\"" + name.replace("\"", "\"\"")
                + "\",INSTITUTION,310104,\n";
        duban.send("admin", "PUT", "/api/units", table, "text/csv").ok();
    }

    private void bulletin(KeyOrder order) {
        Map<String, Object> bulletin = Papers.bulletin(line("bulletins", "number", 100, "通报1"), duban.today(), 1);
        order.office
                .post(
                        "/api/orders/" + order.id + "/bulletins",
                        Papers.with(bulletin, "title", line("bulletins", "title", 500, "关于整改情况的通报")))
                .is(201);
    }

    private void evidence(KeyOrder order) {
        Uploads files = new Uploads(duban);
        for (String name : List.of("=HYPERLINK(1)<b>..甲.jpg", "${7*7}{{7*7}}.jpg", "@SUM(1)&lt;.jpg")) {
            String id = files.keep(
                            OFFICE,
                            order.id,
                            Map.of(),
                            name,
                            TestFiles.jpeg(name).content())
                    .is(201)
                    .body()
                    .path("items")
                    .get(0)
                    .path("id")
                    .asText();
            String reason = line("withdraw", "reason", 500, "拍错了地方");
            as(OFFICE)
                    .post("/api/evidence/" + id + "/withdraw", Map.of("reason", reason))
                    .ok();
        }
    }

    private String voided(KeyOrder order) {
        String paper = jdbc.queryForObject(
                "select id from paper where case_id = ? fetch first 1 row only", String.class, order.id);
        order.lead
                .post("/api/papers/" + paper + "/void", Map.of("reason", line("void", "reason", 200, "主送单位有误")))
                .ok();
        return paper;
    }

    private String lead() {
        Map<String, Object> report = Papers.called(duban.today(), UNIT, "来电反映周末补课。");
        String ref = as(CITY).post("/api/leads", report).is(201).text("leadRef");
        LeadCase lead = LeadCase.of(duban, ref, UNIT);
        lead.triaged(lead.triage(line("triage", "summary", 2000, "反映周末违规补课")));
        return ref;
    }

    private void annexFive() {
        int version = as(FILLER).get(RETURN).ok().body().path("version").asInt();
        Map<String, Object> filled = Papers.with(
                AnnexFiveTest.filled(version),
                "filler",
                line("annex-5", "filler", 60, "甲"),
                "inspectorsTotal",
                9,
                "inspectorsReason",
                line("annex-5", "inspectorsReason", 300, "另有机关督学"),
                "mainProblem1",
                line("annex-5", "mainProblem1", 200, "作业公示不及时"));
        duban.call(FILLER, "PUT", RETURN, filled).ok();
    }

    private void shows(String place, HttpResponse<String> answer) {
        Map<String, Set<String>> seen = new ScreenWalk(duban, phrases)
                .look(place, "html", answer.body().getBytes(StandardCharsets.UTF_8))
                .walk(List.of(), List.of());
        assertThat(seen)
                .as(place + " " + answer.statusCode() + " "
                        + phrases.all().stream().map(Phrase::field).toList())
                .isNotEmpty();
    }

    private String line(String door, String field, int most, String text) {
        return phrases.line("", door, field, most, text);
    }

    private static Map<String, String> with(Map<String, String> typed, String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(typed);
        more.put(field, value);
        return more;
    }
}
