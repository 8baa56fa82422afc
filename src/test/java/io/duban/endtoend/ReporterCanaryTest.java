package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.budget.Effort;
import io.duban.endtoend.DoorWalk.Seen;
import io.duban.endtoend.Visitor.Attachment;
import io.duban.reporter.NewAttachment;
import io.duban.reporter.ReporterVault;
import io.duban.reporter.TestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What reporters say and are leaves no trace outside the vault (A53, INV-10): canaries in everything a report holds go
 * through the whole life of a lead and its order, with refusals, returns, disclosure, rejection, interview, accountability
 * and destruction; then every table of every schema, the log in detail and every read of everybody is searched.
 */
class ReporterCanaryTest extends EndToEnd {

    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\"[^>]*>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern REF = Pattern.compile("L[0-9A-HJKMNP-TV-Z]{25}");
    private static final String CITY = "petition-office.310000";
    private static final String HANDLER = "petition-office.310104";

    /** Who somebody is: nobody but who may disclose sees it, once. */
    private static final Map<String, String> IDENTITY = Map.ofEntries(
            Map.entry("name", "（演示）金丝雀举报人甲"),
            Map.entry("phone", "000-1357-2468"),
            Map.entry("email", "canary-mail@reporter.example"),
            Map.entry("hot-line name", "（演示）金丝雀来电人乙"),
            Map.entry("hot-line phone", "000-9753-8642"),
            Map.entry("hot-line ID number", "31010419000101canary"),
            Map.entry("hot-line address", "金丝雀路七弄七号七〇七室"),
            Map.entry("hot-line e-mail", "canary-call@reporter.example"),
            Map.entry("imported name", "（演示）金丝雀导入人丙"),
            Map.entry("imported phone", "000-8642-1357"),
            Map.entry("refused name", "（演示）金丝雀被拒人丁"));

    /** What somebody said: for those who handle the lead. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("sentence", "金丝雀一：周末在商场四楼最里面那间补数学"),
            Map.entry("second sentence", "canary-two: my daughter sits in the third row"),
            Map.entry("supplement", "金丝雀三：昨天又补收了三百元现金"),
            Map.entry("unlisted unit", "金丝雀四号没有招牌的小店"),
            Map.entry("sentence of the declined", "金丝雀五：楼下棋牌室每晚吵到半夜"),
            Map.entry("hot-line sentence", "金丝雀六：家长来电说孩子被要求周末到校"),
            Map.entry("imported sentence", "金丝雀七：表格里写着老师在家收学生"));

    /** What files say of themselves, or how they are called: for the reporter alone, or for nobody. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("photo name", "canary-photo-of-class.jpg"),
            Map.entry("picture name", "canary-screen-of-chat.png"),
            Map.entry("document name", "canary-contract-signed.pdf"),
            Map.entry("supplement's file name", "canary-supplement-photo.jpg"),
            Map.entry("place of the photo", TestFiles.EXIF_CANARY),
            Map.entry("comment of the photo", TestFiles.COMMENT_CANARY),
            Map.entry("author of the document", TestFiles.AUTHOR_CANARY),
            Map.entry("notes of the document", TestFiles.XMP_CANARY),
            Map.entry("title of the document", "canary-title-of-contract"));

    /** What staff type that belongs to the vault or is refused; and what a browser says of itself. */
    private static final Map<String, String> AROUND = Map.ofEntries(
            Map.entry("refused words", "金丝雀八：这份举报缺了电话没有收下"),
            Map.entry("refused summary", "金丝雀九号摘要带着举报人姓名"),
            Map.entry("refused reply", "金丝雀十号答复带着电话"),
            Map.entry("refused problem", "金丝雀十一号问题带着电话"),
            Map.entry("reply", "金丝雀十二号答复：已经责令清退"),
            Map.entry("reply of the declined", "金丝雀十三号答复：请向公安机关反映"),
            Map.entry("reason of disclosure", "金丝雀十四号理由：须当面核对证据"),
            Map.entry("opinion of disclosure", "金丝雀十五号意见：同意一次查看"),
            Map.entry("reason refused", "金丝雀十六号理由：想打个电话"),
            Map.entry("broken body", "canary-seventeen-in-broken-json"),
            Map.entry("wrong type", "canary-eighteen-in-a-wrong-type"),
            Map.entry("wrong receipt", "CNRY-XQ7Z-CNRY-XQ7Z-CNRY-XQ7Z-CNRY-XQ7Z-CNRY"),
            Map.entry("agent", Visitor.AGENT),
            Map.entry("address", Visitor.ADDRESS));

    @Autowired
    private ReporterVault vault;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Set<String> canaries = new TreeSet<>();
    private final Set<String> leads = new TreeSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> othersPapers = new HashSet<>();
    private final Set<String> othersCases = new HashSet<>();
    private final Map<String, Integer> asked = new TreeMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private DoorWalk doors;
    private CanarySearch search;
    private DetailedLog log;

    @Test
    void nothingOfAReporterIsAnywhereButInTheVaultAndThereOnlySealed() {
        Stream.of(IDENTITY, WORDS, FILES, AROUND).forEach(each -> canaries.addAll(each.values()));
        assertThat(canaries).hasSizeGreaterThanOrEqualTo(24);
        search = new CanarySearch(canaries);
        others.addAll(strings("select lead_ref from lead"));
        othersPapers.addAll(strings("select id from paper"));
        othersCases.addAll(strings("select distinct case_id from paper"));
        doors = new DoorWalk(duban, reads());
        log = new DetailedLog(search);
        Map<String, Set<String>> tables = new TreeMap<>();
        try (DetailedLog open = log) {
            String receipt = reportedFromAPhone();
            LeadCase lead = LeadCase.of(duban, lastLead(), Papers.INSTITUTION);
            followedUp(receipt);
            refusedReports();
            LeadCase declined = reportedAnonymously();
            LeadCase called = registeredByStaff();
            imported();
            everybodyLooks("untriaged", onlookers(), false);
            tables.put("untriaged", WholeDatabase.scan(dataSource, search));

            triagedAtLast(lead);
            declined.triaged(Papers.with(declined.triage("反映邻里噪声，不属教育督导范围"), "inScope", false))
                    .declined(AROUND.get("reply of the declined"));
            lead.transferred().guided().received();
            wrongPeopleTry(lead);
            disclosed(lead);
            everybodyLooks("verifying", onlookers(), false);
            if (Effort.isWhole()) {
                everybodyLooks("verifying, engine", overseers(), true);
            }
            tables.put("verifying", WholeDatabase.scan(dataSource, search));

            lead.asksForTime()
                    .grantsTime("GRANT")
                    .verified()
                    .concluded("RETURN")
                    .verified()
                    .concluded("VALID");
            refusedOnTheWay(lead);
            lead.replied(AROUND.get("reply")).ordered();
            called.triaged(called.triage("反映学校周末组织集体补课"));
            KeyOrder order = KeyOrder.existing(duban, orderOf(lead));
            onItsWay(order);
            everybodyLooks("ordered", Effort.isWhole() ? everybody() : onlookers(), false);
            everybodyLooks("ordered, engine", overseers(), true);
            tables.put("ordered", WholeDatabase.scan(dataSource, search));

            vaultStillHasIt(lead, receipt);
            destroyed(lead, receipt);
            destroyed(declined, "");
            everybodyLooks("destroyed", List.of(CITY, HANDLER, "institution-head." + Papers.INSTITUTION), false);
            tables.put("destroyed", WholeDatabase.scan(dataSource, search));
        }
        assertThat(log.lines()).as("lines in detail").isGreaterThan(10_000);
        System.out.println("canaries " + canaries.size() + ", log lines " + log.lines() + ", answers " + asked
                + ", tables " + WholeDatabase.tables(dataSource).size());
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(log.hits()).as("the log").isEmpty();
            all.assertThat(tables.values()).as("tables: " + tables).allMatch(Set::isEmpty);
            all.assertThat(filesLeft()).as("files left in temporary folders").isEmpty();
            all.assertThat(seen).as("answers").isEmpty();
        });
    }

    // --- the reporter ------------------------------------------------------------------------------------------------

    private String reportedFromAPhone() {
        Visitor phone = new Visitor(duban);
        phone.get("/report");
        HttpResponse<String> sent = phone.upload(
                "/report",
                named(WORDS.get("sentence") + "。\n" + WORDS.get("second sentence")),
                List.of(
                        file(TestFiles.jpeg(FILES.get("photo name"))),
                        file(TestFiles.png(FILES.get("picture name"))),
                        new Attachment(
                                "files",
                                FILES.get("document name"),
                                TestFiles.pdf(document -> document.getDocumentInformation()
                                        .setTitle(FILES.get("title of the document"))))));
        return learned(phone, sent);
    }

    private Map<String, String> named(String text) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("unit", Papers.INSTITUTION);
        typed.put("category", "HIDDEN_VARIANT");
        typed.put("text", text);
        typed.put("named", "yes");
        typed.put("name", IDENTITY.get("name"));
        typed.put("phone", IDENTITY.get("phone"));
        typed.put("email", IDENTITY.get("email"));
        typed.put("action", "send");
        return typed;
    }

    private static Attachment file(NewAttachment file) {
        return new Attachment("files", file.fileName(), file.content());
    }

    /** The receipt, which is a canary from now on. */
    private String learned(Visitor visitor, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        Matcher found = RECEIPT.matcher(visitor.get("/report/done").body());
        assertThat(found.find()).isTrue();
        return learned(found.group(1).replaceAll("<[^>]+>|\\s", ""));
    }

    private String learned(String receipt) {
        canaries.add(receipt);
        canaries.add(receipt.replace("-", ""));
        search = new CanarySearch(canaries);
        log.lookFor(search);
        return receipt;
    }

    private String lastLead() {
        Set<String> all = new HashSet<>(jdbc.queryForList("select lead_ref from lead", String.class));
        all.removeAll(leads);
        all.removeAll(others);
        assertThat(all).hasSize(1);
        leads.addAll(all);
        return all.iterator().next();
    }

    private void followedUp(String receipt) {
        Visitor later = new Visitor(duban);
        later.get("/report/follow-up");
        later.post("/report/follow-up", Map.of("receipt", AROUND.get("wrong receipt")));
        assertThat(later.post("/report/follow-up", Map.of("receipt", receipt)).body())
                .contains(WORDS.get("sentence"));
        assertThat(later.upload(
                                "/report/follow-up",
                                Map.of("receipt", receipt, "text", WORDS.get("supplement"), "action", "add"),
                                List.of(file(TestFiles.jpeg(FILES.get("supplement's file name")))))
                        .body())
                .contains("补充的内容已经收到");
    }

    private void refusedReports() {
        Visitor phone = new Visitor(duban);
        phone.get("/report");
        Map<String, String> incomplete = named(AROUND.get("refused words"));
        incomplete.put("name", IDENTITY.get("refused name"));
        incomplete.put("phone", "");
        assertThat(phone.upload("/report", incomplete, List.of()).statusCode()).isEqualTo(422);
        Attachment noDocument = new Attachment(
                "files", FILES.get("document name"), FILES.get("document name").getBytes(StandardCharsets.UTF_8));
        assertThat(phone.upload("/report", named(AROUND.get("refused words")), List.of(noDocument))
                        .statusCode())
                .isEqualTo(422);
        phone.forgetToken();
        assertThat(phone.upload("/report", named(AROUND.get("refused words")), List.of())
                        .statusCode())
                .isEqualTo(403);
        String broken = "{\"text\": \"" + AROUND.get("broken body") + "\", ";
        duban.send(CITY, "POST", "/api/leads", broken, "application/json").is(400);
        duban.send(CITY, "POST", "/api/leads", broken, "text/xml");
        for (String field : List.of("text", "name", "channel", "receivedOn", "unit", "category")) {
            Map<String, Object> wrong = hotLine();
            wrong.put(field, Map.of("is", AROUND.get("wrong type")));
            Answer answer = as(CITY).post("/api/leads", wrong);
            assertThat(answer.status()).as(field).isBetween(400, 499);
            assertThat(search.in(answer.body().toString())).as(field).isEmpty();
        }
    }

    private LeadCase reportedAnonymously() {
        Visitor phone = new Visitor(duban);
        phone.get("/report");
        Map<String, String> typed = named(WORDS.get("sentence of the declined"));
        List.of("name", "phone", "email", "unit").forEach(typed::remove);
        typed.put("named", "no");
        typed.put("unitSearch", WORDS.get("unlisted unit"));
        learned(phone, phone.upload("/report", typed, List.of()));
        return LeadCase.of(duban, lastLead(), Papers.INSTITUTION);
    }

    // --- the staff ---------------------------------------------------------------------------------------------------

    private Map<String, Object> hotLine() {
        return Papers.of(
                "channel", "PHONE",
                "sourceLevel", "CITY",
                "receivedOn", duban.today().toString(),
                "unit", "310104S001",
                "category", "HIDDEN_VARIANT",
                "text", WORDS.get("hot-line sentence"),
                "named", true,
                "name", IDENTITY.get("hot-line name"),
                "phone", IDENTITY.get("hot-line phone"),
                "idNumber", IDENTITY.get("hot-line ID number"),
                "address", IDENTITY.get("hot-line address"),
                "email", IDENTITY.get("hot-line e-mail"));
    }

    private LeadCase registeredByStaff() {
        Answer answer = as(CITY).post("/api/leads", hotLine()).is(201);
        learned(answer.text("receipt"));
        return LeadCase.of(duban, lastLead(), "310104S001");
    }

    private void imported() {
        Visitor office = new Visitor(duban).signedIn(CITY);
        office.get("/intake/import");
        String header = "收到日期,来源层级,被举报单位,问题类别,举报内容,姓名,电话\n";
        String row = "2026-09-01,区域,310104T002,," + WORDS.get("imported sentence") + "," + IDENTITY.get("imported name")
                + "," + IDENTITY.get("imported phone") + "\n";
        HttpResponse<String> faulty =
                office.upload("/intake/import", Map.of(), List.of(table(header + row.replace("区域", "月球") + row)));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(search.in(faulty.body()))
                .as("a list of faults repeats nothing")
                .isEmpty();
        assertThat(office.upload("/intake/import", Map.of(), List.of(table(header + row)))
                        .body())
                .contains("已导入 <b>1</b> 条草稿");
        lastLead();
    }

    private static Attachment table(String text) {
        return new Attachment("file", "table.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private void triagedAtLast(LeadCase lead) {
        String path = "/api/leads/" + lead.ref;
        assertThat(lead.city.get(path + "/text?purpose=TRIAGE").ok().text("text"))
                .contains(WORDS.get("sentence"));
        for (String personal : List.of(IDENTITY.get("name"), IDENTITY.get("phone"), IDENTITY.get("email"))) {
            String summary = AROUND.get("refused summary") + personal;
            Answer refused =
                    lead.city.post(path + "/triage", lead.triage(summary)).is(422);
            assertThat(search.in(refused.body().toString())).isEmpty();
            Visitor office = new Visitor(duban).signedIn(CITY);
            office.get("/intake/leads/" + lead.ref);
            Map<String, String> typed = new LinkedHashMap<>();
            lead.triage(summary).forEach((name, value) -> typed.put(name, value.toString()));
            assertThat(office.post("/intake/leads/" + lead.ref, typed).statusCode())
                    .isEqualTo(422);
        }
        lead.triaged(Papers.with(lead.triage("反映该机构周末以其他名义开设学科类课程"), "severe", true, "publicReaction", true));
    }

    private void wrongPeopleTry(LeadCase lead) {
        String task = lead.handler.task(lead.ref, "userTask_verifyLead");
        for (String account : List.of("institution-head." + Papers.INSTITUTION, "petition-office.310105")) {
            Person other = as(account);
            Stream.of(
                            other.claim(task),
                            other.form(task),
                            other.submit(task, Papers.of("decision", "REPORT", "facts", AROUND.get("wrong type"))),
                            other.get("/api/leads/" + lead.ref + "/text?purpose=VERIFY"),
                            other.get("/api/leads/" + lead.ref + "/files/1?purpose=TRIAGE"),
                            other.post(
                                    "/api/disclosures",
                                    Map.of(
                                            "leadRef",
                                            lead.ref,
                                            "purpose",
                                            "CONTACT",
                                            "reason",
                                            AROUND.get("reason refused"))))
                    .forEach(answer -> {
                        assertThat(answer.status()).as(answer.request()).isBetween(400, 499);
                        assertThat(search.in(answer.body().toString())).isEmpty();
                    });
        }
        Answer wrong = lead.handler.submit(
                task, Papers.of("decision", Map.of("is", AROUND.get("wrong type")), "facts", AROUND.get("wrong type")));
        assertThat(wrong.status())
                .as("repeats the wrong value to whoever typed it")
                .isBetween(400, 499);
    }

    /** Asked for and refused, asked for and looked at once, asked for again and left open. */
    private void disclosed(LeadCase lead) {
        decide(asked(lead, "reason refused"), "REFUSE");
        String id = asked(lead, "reason of disclosure");
        as(HANDLER).post("/api/disclosures/" + id + "/view", Map.of()).is(409);
        decide(id, "APPROVE");
        for (String other : onlookers()) {
            if (!other.equals(HANDLER)) {
                Answer answer = as(other).post("/api/disclosures/" + id + "/view", Map.of());
                assertThat(answer.status()).as(other).isBetween(400, 499);
                assertThat(search.in(answer.body().toString())).as(other).isEmpty();
            }
        }
        assertThat(as(HANDLER)
                        .post("/api/disclosures/" + id + "/view", Map.of())
                        .is(200)
                        .text("name"))
                .isEqualTo(IDENTITY.get("name"));
        Answer again =
                as(HANDLER).post("/api/disclosures/" + id + "/view", Map.of()).is(409);
        assertThat(search.in(again.body().toString())).isEmpty();
        asked(lead, "reason of disclosure");
    }

    private String asked(LeadCase lead, String reason) {
        return as(HANDLER)
                .post(
                        "/api/disclosures",
                        Map.of("leadRef", lead.ref, "purpose", "CONTACT", "reason", AROUND.get(reason)))
                .is(201)
                .text("id");
    }

    private void decide(String id, String decision) {
        custodian(id)
                .does(
                        id,
                        "userTask_decideDisclosure",
                        Map.of("decision", decision, "opinion", AROUND.get("opinion of disclosure")));
    }

    private Person custodian(String id) {
        return as("petition-vault-officer."
                + jdbc.queryForObject("select custodian_unit from identity_disclosure where id = ?", String.class, id));
    }

    private void refusedOnTheWay(LeadCase lead) {
        String phone = "，电话13900000000";
        Answer reply = lead.city.tries(
                lead.ref, "userTask_replyReporter", Papers.of("reply", AROUND.get("refused reply") + phone));
        assertThat(reply.is(422).body().toString()).doesNotContain("金丝雀");
    }

    private String orderOf(LeadCase lead) {
        return jdbc.queryForObject("select order_id from lead where lead_ref = ?", String.class, lead.ref);
    }

    /** Draft, issue, investigation, review that finds a falsified report, interview, accountability. */
    private void onItsWay(KeyOrder order) {
        order.issued().receipt().handIn().report();
        order.reviewed(
                Papers.with(Papers.review(duban.today().plusDays(20)), "falsified", true, "reviewNote", "收费凭证与查明的不一致"));
        Ladder ladder = new Ladder(duban);
        ladder.interviewed(order.interviews().get(0).path("id").asText());
        List<JsonNode> accountable = order.accountabilities();
        assertThat(accountable).isNotEmpty();
        ladder.heldAccountable(accountable.get(0).path("id").asText());
    }

    // --- the end -----------------------------------------------------------------------------------------------------

    private void vaultStillHasIt(LeadCase lead, String receipt) {
        assertThat(thread(receipt)).contains(WORDS.get("sentence"), WORDS.get("supplement"), AROUND.get("reply"));
        assertThat(vault.files(lead.ref)).hasSize(4);
    }

    private void destroyed(LeadCase lead, String receipt) {
        assertThat(vault.destroy(lead.ref, "保管期限届满")).isTrue();
        assertThat(vault.destroy(lead.ref, "保管期限届满")).isFalse();
        assertThat(lead.city
                        .get("/api/leads/" + lead.ref + "/text?purpose=TRIAGE")
                        .status())
                .isBetween(400, 499);
        if (!receipt.isEmpty()) {
            assertThat(search.in(thread(receipt).replace(receipt, ""))).isEmpty();
        }
        assertThat(jdbc.queryForObject("select count(*) from vault_key where lead_ref = ?", Integer.class, lead.ref))
                .isZero();
    }

    private String thread(String receipt) {
        Visitor later = new Visitor(duban);
        later.get("/report/follow-up");
        return later.post("/report/follow-up", Map.of("receipt", receipt)).body();
    }

    // --- everybody looks ---------------------------------------------------------------------------------------------

    private void everybodyLooks(String when, List<String> accounts, boolean engine) {
        List<String> paths = engine ? DoorWalk.engine(engineIds()) : doors.ours(ids());
        long since = System.nanoTime();
        asked.put(when, accounts.size() * paths.size());
        doors.walk(accounts, paths, search).stream()
                .filter(each -> !isMeantFor(each))
                .map(each -> new Seen(when + " " + each.account(), each.path(), each.status(), each.canaries()))
                .forEach(seen::add);
        log.lookFor(search);
        System.out.println(when + ": " + asked.get(when) + " answers, " + (System.nanoTime() - since) / 1_000_000_000L
                + " s, " + log.lines() + " lines, " + seen.size() + " seen");
    }

    /** Handlers read the words and the cleaned files, custodians the reason they decide about; nobody reads more. */
    private boolean isMeantFor(Seen each) {
        boolean text = each.path().matches("/api/leads/[^/]+/(text|files/\\d+).*|/intake/leads/[^/]+/files/\\d+");
        boolean handler = List.of(CITY, HANDLER, "supervision-office.310000", "training-division.310000")
                .contains(each.account());
        boolean reason = each.path().matches("/api/tasks/[^/]+/form|.*/task/[^/]+/(form-variables|rendered-form).*");
        boolean custodian = each.account().startsWith("petition-vault-officer.");
        return text && handler && WORDS.values().containsAll(each.canaries())
                || reason
                        && custodian
                        && Set.of(AROUND.get("reason of disclosure")).containsAll(each.canaries());
    }

    private Map<String, List<String>> ids() {
        Map<String, List<String>> ids = new LinkedHashMap<>(others());
        List<String> papers = new ArrayList<>(strings("select id from paper"));
        papers.removeAll(othersPapers);
        ids.put("papers", papers);
        List<String> cases = new ArrayList<>(strings("select distinct case_id from paper"));
        cases.removeAll(othersCases);
        ids.put("cases", cases);
        return ids;
    }

    private Map<String, List<String>> others() {
        return Map.of(
                "leads", List.copyOf(leads),
                "files", List.of("1", "2", "3", "4"),
                "tasks", strings("select id_ from act_ru_task"),
                "orders", strings("select order_id from lead where order_id is not null"),
                "interviews", strings("select id from interview where order_id in (select order_id from lead)"),
                "accountabilities",
                        strings("select id from accountability where order_id in (select order_id from lead)"),
                "disclosures", strings("select id from identity_disclosure"),
                "units", List.of(Papers.INSTITUTION),
                "years", List.of("2026"));
    }

    private Map<String, List<String>> engineIds() {
        List<String> instances =
                strings("select id_ from act_hi_procinst order by start_time_ desc fetch first 3 rows only");
        return Map.of(
                "task", strings("select id_ from act_ru_task"),
                "process-instance", instances,
                "execution",
                        strings("select id_ from act_ru_execution").stream()
                                .limit(4)
                                .toList(),
                "variable-instance",
                        strings("select id_ from act_hi_varinst").stream()
                                .limit(4)
                                .toList(),
                "job", strings("select id_ from act_ru_job").stream().limit(4).toList(),
                "filter",
                        strings("select id_ from act_ru_filter").stream()
                                .limit(4)
                                .toList(),
                "variables", List.of("caseId"),
                "key", List.of("leadHandling", "leadVerification", "identityDisclosure"));
    }

    private List<String> strings(String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    private Set<String> reads() {
        Set<String> patterns = DoorWalk.mapped(mappings);
        List<String> documented = new ArrayList<>();
        as("admin").get("/v3/api-docs").ok().body().path("paths").properties().forEach(path -> {
            if (path.getValue().has("get")) {
                documented.add(path.getKey());
            }
        });
        assertThat(documented).hasSizeGreaterThan(20);
        patterns.addAll(documented);
        patterns.removeIf(each -> each.contains("**") || each.isEmpty() || each.equals("/error"));
        return patterns;
    }

    private List<String> everybody() {
        List<String> county = List.of(
                "petition-office",
                "petition-vault-officer",
                "basic-education-division",
                "personnel-division",
                "vocational-division",
                "research-office");
        List<String> city = List.of(
                "petition-office",
                "petition-vault-officer",
                "training-division",
                "basic-education-division",
                "personnel-division",
                "vocational-division");
        Set<String> known = new HashSet<>(strings("select id_ from act_id_user"));
        return Stream.of(
                        new Colleagues(duban).all().stream(),
                        city.stream().map(role -> role + ".310000"),
                        county.stream().map(role -> role + ".310104"),
                        county.stream().map(role -> role + ".310105"),
                        Stream.of("petition-vault-officer.310101"))
                .flatMap(each -> each)
                .filter(known::contains)
                .distinct()
                .toList();
    }

    /** One of each relation to the case. */
    private List<String> onlookers() {
        return List.of(
                "institution-head." + Papers.INSTITUTION,
                "school-head.310104S001",
                "supervision-office.310104",
                "supervision-lead.310104",
                "government.310104",
                "investigation-team.310104",
                HANDLER,
                "petition-vault-officer.310104",
                "supervision-office.310105",
                "petition-office.310105",
                "institution-head.310105T001",
                "petition-vault-officer.310101",
                "supervision-office.310000",
                "supervision-lead.310000",
                "training-division.310000",
                "inspector.310000",
                CITY,
                "admin",
                "designer");
    }

    /** Who reads most of the engine, and who should read least. */
    private List<String> overseers() {
        return List.of(
                "institution-head." + Papers.INSTITUTION,
                "supervision-lead.310104",
                HANDLER,
                "supervision-lead.310000",
                "petition-vault-officer.310101",
                "admin");
    }

    private Set<String> filesLeft() {
        Set<String> hits = new TreeSet<>();
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            folders.filter(each -> each.getFileName().toString().startsWith("tomcat."))
                    .forEach(folder -> {
                        try (Stream<Path> files = Files.walk(folder)) {
                            for (Path file : files.filter(Files::isRegularFile).toList()) {
                                search.in(Files.readAllBytes(file)).forEach(each -> hits.add(file + ": " + each));
                            }
                        } catch (IOException | UncheckedIOException gone) {
                            // another application's folder that is being removed
                        }
                    });
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return hits;
    }
}
