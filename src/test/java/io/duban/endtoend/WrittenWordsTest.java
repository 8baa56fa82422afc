package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.endtoend.Phrases.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 办理记录: what people type at any step can be read again, every version of it, and by nobody but whom its step tells.
 * Every text of every form on the way ends with a phrase of its own.
 */
class WrittenWordsTest extends EndToEnd {

    private static final String OFFICE = "supervision-office.310000";
    private static final String ACCUSED = "institution-head." + Papers.INSTITUTION;

    /** Of the cases made of leads none of these reads anything. */
    private static final List<String> STRANGERS =
            List.of("supervision-office.310105", "supervision-lead.310105", ACCUSED, "government.310104", "designer");

    private final Phrases phrases = new Phrases();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    @Qualifier("runningPeriods")
    private ApplicationRunner runningPeriods;

    /** By form whom its step tells, as the models say. */
    private static final Map<String, String> TOLD = told();

    @Test
    void anOrdersLifeIsReadAgainInEveryVersionByItsIssuerAndByOthersAsItsStepsSay() {
        KeyOrder order = life();
        assertThat(phrases.all()).hasSizeGreaterThan(60);

        String entries = "/api/cases/" + order.id + "/entries";
        Map<String, String> read = new CaseReader(duban, OFFICE).everything(order.id, null);
        assertThat(read).containsKeys("/cases/" + order.id, entries, "ZIP");
        read(OFFICE, order.id)
                .forEach((route, text) -> assertThat(missing(text)).as(route).isEmpty());
        assertThat(read.get("/cases/" + order.id)).contains("第 1 次填写，已由第 2 次填写取代");
        assertThat(as(OFFICE).get(entries).ok().body())
                .as("what an entry is about is said in words")
                .anyMatch(each -> each.path("about").asText().equals("问题 1")
                        && !each.path("part").asText().isEmpty());

        for (String account : List.of("government.310104", "supervision-office.310104", "investigation-team.310104")) {
            exactly(account, order.id, each -> isToldToTheDistrict(each));
        }
        exactly(ACCUSED, order.id, each -> isOf(each, Papers.INSTITUTION) || isTold(each, "subject") && isCheck(each));
        for (String sibling :
                List.of("government.310105", "institution-head.310105T001", "supervision-office.310105")) {
            as(sibling).get(entries).is(404);
        }
        isShownAsTextOn(
                List.of(OFFICE, "government.310104", ACCUSED),
                Map.of("cases", List.of(order.id), "orders", List.of(order.id)),
                "html",
                "zip",
                "csv",
                "xlsx",
                "docx");
    }

    @Test
    void aLeadsWordsAreReadAgainByThoseWhoReceivedItAndNobodyReadsWhatTheReporterWasTold() {
        LeadCase lead = lead();
        String entries = "/api/cases/" + lead.ref + "/entries";

        for (String account : List.of("petition-office.310000", OFFICE)) {
            String text = as(account).get(entries).ok().body().toString();
            assertThat(missing(text)).as(account).isEmpty();
            assertThat(text).contains("反映周末违规补课");
        }
        exactly("petition-office.310104", lead.ref, each -> isTold(each, "addressee"));
        assertThat(as("petition-office.310104").get(entries).ok().body().toString())
                .as("the triage is its receiver's")
                .doesNotContain("leadTriaged");
        as("petition-office.310105").get(entries).is(404);
        as(ACCUSED).get(entries).is(404);
        List<String> vault =
                phrases.all().stream().filter(Phrase::vault).map(Phrase::words).toList();
        assertThat(vault).isNotEmpty();
        assertThat(String.join(
                        "",
                        jdbc.queryForList("select content from case_entry where case_id = ?", String.class, lead.ref)))
                .doesNotContain(vault);
        isShownAsTextOn(
                List.of("petition-office.310000", OFFICE),
                Map.of("cases", List.of(lead.ref), "leads", List.of(lead.ref)),
                "html");
    }

    @Test
    void anInterviewIsReadByItsPartyAsFarAsItWasToldAndAccountabilityByTheIssuerAlone() {
        duban = duban.with(phrases);
        KeyOrder order = KeyOrder.drafted(duban)
                .reported()
                .reviewed(Papers.with(
                        Papers.review(duban.today().plusDays(20)), "interestSevere", true, "impactBad", true));
        String accountability = order.accountabilities().get(0).path("id").asText();
        new Ladder(duban).heldAccountable(accountability);
        KeyOrder late = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = late.interviews().get(0).path("id").asText();
        new Ladder(duban).interviewed(interview);

        assertThat(missing(page(OFFICE, order.id) + page(OFFICE, late.id))).isEmpty();
        assertThat(missing(archive(OFFICE, order.id) + archive(OFFICE, late.id)))
                .isEmpty();
        exactly(
                "government.310104",
                interview,
                each -> isTold(each, "subject") || each.form().equals("submit-interview-rectification"));
        assertThat(as("government.310104")
                        .get("/api/cases/" + accountability + "/entries")
                        .ok()
                        .body())
                .as("told of its notice and its decision by paper, of what was typed nothing")
                .isEmpty();
        as("government.310105").get("/api/cases/" + interview + "/entries").is(404);
        isShownAsTextOn(
                List.of(OFFICE, "government.310104"),
                Map.of("cases", List.of(order.id, late.id, interview, accountability), "orders", List.of(order.id)),
                "html",
                "zip",
                "docx");
    }

    /** Every screen of ours that shows some of these words shows them whole and as text; each of these kinds shows some. */
    private void isShownAsTextOn(List<String> accounts, Map<String, List<String>> ids, String... kinds) {
        Map<String, List<String>> known = new TreeMap<>(ids);
        known.put(
                "papers",
                ids.get("cases").stream()
                        .flatMap(each ->
                                jdbc
                                        .queryForList("select id from paper where case_id = ?", String.class, each)
                                        .stream())
                        .toList());
        List<String> paths = new ArrayList<>(new DoorWalk(duban, DoorWalk.mapped(mappings)).ours(known));
        paths.addAll(List.of("/ledger?kind=PROBLEM", "/api/ledger/export.csv?kind=PROBLEM", "/intake?triaged=true"));

        Map<String, Set<String>> seen = new ScreenWalk(duban, phrases).walk(accounts, paths);

        assertThat(seen).containsKeys(kinds);
        assertThat(seen.get("html"))
                .containsAll(phrases.all().stream()
                        .filter(each -> !each.vault())
                        .map(Phrase::words)
                        .toList());
    }

    @Test
    void aPeriodsListAndNoticesAreReadAgainByTheirOfficeAndTheNoticeByItsDistrictToo() {
        Periods.begin(jdbc, runningPeriods);
        duban = duban.with(phrases);
        LeadCase lead = LeadCase.registered(duban);
        lead.triaged(lead.triage("反映周末违规补课"))
                .transferred()
                .guided()
                .received()
                .verified()
                .concluded("VALID")
                .replied("经核查属实，感谢监督。");
        phrases.all().clear();
        duban.clockTo("2026-10-16T00:01");
        String period = gathered();
        String notice =
                jdbc.queryForObject("select id from supervision_notice where district_unit = '310104'", String.class);
        answered(notice, "RETURNED");
        answered(notice, "CLOSED");

        for (String account : List.of("petition-office.310000", OFFICE)) {
            exactly(account, period, each -> forms(OFFICE, period).contains(each.form()));
            exactly(account, notice, each -> forms(OFFICE, notice).contains(each.form()));
        }
        exactly("supervision-office.310104", notice, each -> isTold(each, "addressee"));
        assertThat(missing(page(OFFICE, period) + page(OFFICE, notice))).isEmpty();
        areRefused(notice, STRANGERS);
        areRefused(period, STRANGERS);
        areRefused(period, List.of("supervision-office.310104"));
        jdbc.update(
                "insert into lead_named_person (lead_ref, account) values (?, ?)", lead.ref, "supervision-lead.310104");
        areRefused(notice, List.of("supervision-lead.310104"));
        jdbc.update(
                "insert into lead_named_person (lead_ref, account) values (?, ?)", lead.ref, "supervision-lead.310000");
        areRefused(period, List.of("supervision-lead.310000"));
    }

    @Test
    void whatAnOfficeConferredAboutIsReadAgainByThatOfficeAlone() {
        Periods.begin(jdbc, runningPeriods);
        duban = duban.with(phrases);
        duban.clockTo("2026-11-01T00:01");
        String month = jdbc.queryForObject(
                "select id from consultation where unit_code = '310104' and period_start = date '2026-10-01'",
                String.class);
        Person office = as("supervision-office.310104");
        office.does(
                month,
                "userTask_holdConsultation",
                Papers.of(
                        "trends", "周末培训反弹",
                        "conclusion", "列入巡查重点",
                        "assignments", List.of(Papers.of("task", "巡查", "unit", "310104", "due", "2026-11-20"))));

        read("supervision-office.310104", month)
                .forEach((route, text) -> assertThat(missing(text)).as(route).isEmpty());
        areRefused(month, STRANGERS);
    }

    @Test
    void aBulletinIsReadAgainByAllWhoKnowOfTheOrderAndByNobodyElse() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        order.office
                .post(
                        "/api/orders/" + order.id + "/bulletins",
                        Papers.with(
                                Papers.bulletin("沪教督通〔2026〕31号", duban.today(), 1), "title", "关于违规收费问题整改情况的通报〔通报题〕"))
                .is(201);

        for (String account : List.of(OFFICE, "government.310104", "supervision-office.310104")) {
            read(account, order.id)
                    .forEach((route, text) ->
                            assertThat(text).as(account + " " + route).contains("沪教督通〔2026〕31号", "〔通报题〕"));
        }
        as("government.310105").get("/api/cases/" + order.id + "/entries").is(404);
    }

    /** The list reviewed, the notices drafted, sent back once and issued; answers the period. */
    private String gathered() {
        String period = jdbc.queryForObject(
                "select id from lead_consolidation where receiving_unit = '310000' and state = 'REVIEWING'",
                String.class);
        Person city = as("petition-office.310000");
        JsonNode rows = city.form(city.task(period, "userTask_reviewLeadList"))
                .ok()
                .body()
                .path("data")
                .path("leads");
        List<Map<String, Object>> lines = KeyOrder.stream(rows)
                .map(row -> Papers.of(
                        "ref", row.path("ref").asText(), "summary", "反映周末违规补课，已核查", "include", "YES", "reason", "证据齐全"))
                .toList();
        city.does(period, "userTask_reviewLeadList", Papers.of("leads", lines, "note", "本期线索集中"));
        Map<String, Object> text = Papers.of(
                "title", "关于核查督办有效举报线索的通知",
                "requirements", "逐条核查，限期反馈。",
                "replyDue", "2026-10-30",
                "masked", true);
        as(OFFICE).does(period, "userTask_draftNotices", text);
        as("supervision-lead.310000")
                .does(period, "userTask_issueNotices", Papers.of("decision", "RETURN", "reason", "要求过于笼统"));
        as(OFFICE).does(period, "userTask_draftNotices", text);
        as("supervision-lead.310000").does(period, "userTask_issueNotices", Papers.of("decision", "ISSUE"));
        return period;
    }

    /** The district receives the notice, verifies, sends it back to itself once, and answers; the office reviews. */
    private void answered(String notice, String review) {
        Person office = as("supervision-office.310104");
        office.find(notice, "userTask_receiveNotice", null)
                .ifPresent(task -> office.does(notice, "userTask_receiveNotice", Papers.of("handler", "责任人甲")));
        verifiedByTheBureau(notice);
        office.does(notice, "userTask_reportNotice", Papers.of("decision", "BACK", "note", "请写明退费金额"));
        verifiedByTheBureau(notice);
        office.does(notice, "userTask_reportNotice", Papers.of("decision", "REPORT", "note", "情况属实"));
        as(OFFICE).does(notice, "userTask_reviewNotice", Papers.of("decision", review, "note", "已审核反馈"));
    }

    private void verifiedByTheBureau(String notice) {
        Person bureau = as("education-bureau.310104");
        JsonNode rows = bureau.form(bureau.task(notice, "userTask_verifyNotice"))
                .ok()
                .body()
                .path("data")
                .path("leads");
        List<Map<String, Object>> lines = KeyOrder.stream(rows)
                .map(row -> Papers.of("ref", row.path("ref").asText(), "result", "已责令停课并退费", "rectified", "DONE"))
                .toList();
        bureau.does(notice, "userTask_verifyNotice", Papers.of("leads", lines));
    }

    /** What the account reads of these words is exactly what it is told; what is of another case is never there. */
    private void exactly(String account, String caseId, Predicate<Phrase> told) {
        Set<String> forms = forms(OFFICE, caseId);
        List<String> wanted = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        phrases.all()
                .forEach(each -> (forms.contains(each.form()) && !each.vault() && told.test(each) ? wanted : hidden)
                        .add(each.words()));
        read(account, caseId).forEach((route, text) -> {
            assertThat(wanted.stream().filter(each -> !text.contains(each)).map(this::name))
                    .as(account + " misses in " + route)
                    .isEmpty();
            assertThat(hidden.stream().filter(text::contains).map(this::name))
                    .as(account + " reads in " + route)
                    .isEmpty();
        });
    }

    /** Whoever must not know of the case finds it at no door, and is told none of its words. */
    private void areRefused(String caseId, List<String> accounts) {
        for (String account : accounts) {
            for (String path : List.of(
                    "/cases/" + caseId,
                    "/api/cases/" + caseId + "/entries",
                    "/api/cases/" + caseId + "/papers",
                    "/api/cases/" + caseId + "/evidence",
                    "/api/cases/" + caseId + "/file.zip")) {
                HttpResponse<byte[]> answer = new Uploads(duban).take(account, path);
                assertThat(answer.statusCode()).as(account + " " + path).isEqualTo(404);
                assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                        .as(account + " " + path)
                        .doesNotContain(
                                phrases.all().stream().map(Phrase::words).toList());
            }
            assertThat(jdbc.queryForList(
                            "select times from conflict_alert where person = ? and case_id = ?",
                            Integer.class,
                            account,
                            caseId))
                    .as("one alert for all that " + account + " asked for, however many leads are in the case")
                    .containsExactly(5);
        }
    }

    private Set<String> forms(String account, String caseId) {
        return KeyOrder.stream(as(account)
                        .get("/api/cases/" + caseId + "/entries")
                        .ok()
                        .body())
                .map(each -> each.path("form").asText())
                .collect(Collectors.toSet());
    }

    /** By route the words of the records: interface, section of the page and, where it may be taken, the archive. */
    private Map<String, String> read(String account, String caseId) {
        Map<String, String> read = new TreeMap<>();
        String entries = "/api/cases/" + caseId + "/entries";
        read.put(entries, as(account).get(entries).ok().body().toString());
        read.put("/cases/" + caseId, page(account, caseId));
        String archive = archive(account, caseId);
        if (!archive.isEmpty()) {
            read.put("ZIP", archive);
        }
        return read;
    }

    private String page(String account, String caseId) {
        String page =
                new String(new Uploads(duban).take(account, "/cases/" + caseId).body(), StandardCharsets.UTF_8);
        int from = page.indexOf("id=\"h-records\"");
        int to = page.indexOf("id=\"h-timeline\"", Math.max(from, 0));
        return from < 0 ? "" : page.substring(from, to < 0 ? page.length() : to);
    }

    private String archive(String account, String caseId) {
        String archive = new CaseReader(duban, account).everything(caseId, null).getOrDefault("ZIP", "");
        return archive.isEmpty()
                ? ""
                : archive.substring(archive.indexOf("entries.html"), archive.indexOf("index.html"));
    }

    private static boolean isToldToTheDistrict(Phrase each) {
        return isOf(each, Papers.DISTRICT)
                || isTold(each, "addressee")
                || isTold(each, "subject")
                || isTold(each, "side") && each.account().contains("." + Papers.DISTRICT);
    }

    private static boolean isTold(Phrase each, String word) {
        return word.equals(TOLD.get(each.form()));
    }

    private static boolean isOf(Phrase each, String unit) {
        return each.account().endsWith("." + unit);
    }

    /** Told to who asked, which for the time in this life is the government. */
    private static boolean isCheck(Phrase each) {
        return !each.form().equals("decide-extension");
    }

    private static Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        Pattern step =
                Pattern.compile("camunda:formRef=\"([^\"]+)\".*?name=\"told\" value=\"([a-z]+)\"", Pattern.DOTALL);
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            for (Path each :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                step.matcher(Files.readString(each)).results().forEach(hit -> told.put(hit.group(1), hit.group(2)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return told;
    }

    /** By form and field the phrases that are not there. */
    private Map<String, List<String>> missing(String text) {
        Map<String, List<String>> missing = new TreeMap<>();
        phrases.all().stream()
                .filter(each -> !each.vault() && !text.contains(each.words()))
                .forEach(each -> missing.computeIfAbsent(name(each), any -> new ArrayList<>())
                        .add(each.words()));
        return missing;
    }

    private static String name(Phrase each) {
        return each.form() + " " + each.field();
    }

    private String name(String words) {
        return phrases.all().stream()
                .filter(each -> each.words().equals(words))
                .map(each -> name(each) + " of " + each.account())
                .findFirst()
                .orElseThrow();
    }

    private LeadCase lead() {
        duban = duban.with(phrases);
        LeadCase lead = LeadCase.registered(duban);
        return lead.triaged(lead.triage("反映周末违规补课"))
                .transferred()
                .guided()
                .received()
                .asksForTime()
                .grantsTime("GRANT")
                .verified()
                .concluded("RETURN")
                .verified()
                .concluded("VALID")
                .replied("经核查属实，感谢监督。")
                .ordered();
    }

    /** Seven people; every check returns the work once, more time is asked for, an early end refused, a bulletin named. */
    private KeyOrder life() {
        duban = duban.with(phrases);
        Map<String, Object> draft = phrases.typed(
                OFFICE,
                CanaryForms.form("order-requested"),
                Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1));
        KeyOrder order = KeyOrder.drafted(duban, draft).submitted();
        order.lead.does(order.id, "userTask_issueOrder", Papers.of("decision", "RETURN", "reason", "请补充依据"));
        order.submitted().signed().receipt();
        moreTime(order);
        order.office
                .asksToEnd(order.id, "WITHDRAWAL", "WRONGLY_ISSUED", Map.of())
                .is(201);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "REFUSE", "note", "不属错发"));
        order.handIn();
        order.government.does(order.id, "userTask_submitReport", Papers.of("decision", "BACK", "reason", "调查过程过简，请补充"));
        order.handIn().report();
        order.reviewed(Papers.with(Papers.review(duban.today().plusDays(20)), "causeSufficient", false));
        order.government.does(
                order.id, "userTask_supplementReport", Papers.with(Papers.report(), "responsible", "分管副区长"));
        order.reviewed(Papers.review(duban.today().plusDays(20))).planned(1).evidenced(1);
        order.districtOffice.does(
                order.id, "userTask_verifyRectification", order.problem(1), Papers.failed("退费凭证缺少签字"));
        order.planned(1).evidenced(1).verified(1);
        order.office.does(order.id, "userTask_signOffProblem", order.problem(1), Papers.failed("消除影响举证不足"));
        order.done(1);
        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
        return order.lookedBack(Papers.lookBack(1));
    }

    private void moreTime(KeyOrder order) {
        String reason = phrase(order.government.account(), "extension-requested", "reason", "案情复杂，需补充取证。");
        order.government.asksForMoreTime(order.id, null, 2, reason).is(201);
        order.lead.does(order.id, "userTask_decideExtension", Papers.of("decision", "REFUSE", "note", "期限足够"));
    }

    private String phrase(String account, String form, String field, String text) {
        return String.valueOf(phrases.typed(account, CanaryForms.form(form), Map.of(field, text))
                .get(field));
    }
}
