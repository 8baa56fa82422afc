package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.document.Docx;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** 举报线索办理, end to end over HTTP: triage, transfer, verification, reply, what follows, consolidation, consultation. */
class LeadLifeTest extends EndToEnd {

    private static final String CITY = "petition-office.310000";
    private static final String OFFICE = "supervision-office.310000";
    private static final String LEAD = "supervision-lead.310000";
    private static final String DISTRICT = "petition-office.310104";
    private static final String DIVISION = "vocational-division.310104";

    @Autowired
    private ApplicationRunner runningPeriods;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** What people type in the forms of leads, notices and consultations; not a word of it may be in the engine. */
    private static final List<String> TYPED = List.of(
            "请核对收费账目与备案课程",
            "承办人甲",
            "未写明收费金额",
            "关于隐形变异培训的督办单",
            "周末违规开展学科类培训",
            "经研判情节严重",
            "不属于受理范围",
            "市场监管部门",
            "关于核查督办有效举报线索的通知",
            "逐条核查，限期反馈。",
            "仍未整改，升级督办",
            "责任人甲",
            "已责令停课并退费",
            "情况属实",
            "周末培训反弹",
            "列入巡查重点",
            "账目多",
            "核查员甲",
            "到场检查，调取账目",
            "周末开展学科类培训",
            "责令停课退费",
            "经核查属实",
            "感谢监督",
            "请抓紧核查",
            "反映周末违规补课",
            "来电反映周末补课",
            "来电人甲");

    @AfterEach
    void nothingThatWasTypedIsInTheEngine() {
        assertThat(EngineTables.scanFor(dataSource, TYPED)).isEmpty();
    }

    @Test
    void aNamedReportIsAlwaysVerifiedAnsweredAndMayBecomeAKeyIssueOrder() {
        Receipt report = registered("310104T003", true);
        triaged(report.lead(), "310104T003", Map.of("concrete", false));
        assertThat(state(report.lead())).isEqualTo("ACCEPTED");
        as(CITY).does(report.lead(), "userTask_transferLead", transfer("training-division"));
        as("training-division.310000").does(report.lead(), "userTask_guideLead", Map.of("guidance", "请核对收费账目与备案课程"));
        as(DISTRICT)
                .does(
                        report.lead(),
                        "userTask_receiveLead",
                        Map.of("division", "vocational-division", "handler", "承办人甲"));
        askedForMoreTime(report.lead());
        verified(report.lead());
        as(CITY).does(
                        report.lead(),
                        "userTask_concludeLead",
                        Papers.weighed(Map.of("decision", "RETURN", "note", "未写明收费金额")));
        assertThat(as(DIVISION)
                        .form(as(DIVISION).task(report.lead(), "userTask_verifyLead"))
                        .ok()
                        .body()
                        .toString())
                .contains("未写明收费金额", "请核对收费账目与备案课程");
        verified(report.lead());
        concluded(report.lead(), "severe");
        answered(report.lead());

        JsonNode form = as(OFFICE)
                .form(as(OFFICE).task(report.lead(), "userTask_chooseInstrument"))
                .ok()
                .body();
        assertThat(form.toString()).contains("重点问题督办单", "问题性质严重");
        as(OFFICE)
                .tries(report.lead(), "userTask_chooseInstrument", Papers.without(LeadCase.instrument(), "title"))
                .refused(422, "title", "required");
        as(OFFICE)
                .does(
                        report.lead(),
                        "userTask_chooseInstrument",
                        Map.of(
                                "instrument", "KEY_ISSUE_ORDER",
                                "title", "关于隐形变异培训的督办单",
                                "problem", "周末违规开展学科类培训",
                                "covert", false,
                                "publish", false,
                                "reason", "经研判情节严重"));

        JsonNode orders =
                as(OFFICE).get("/api/orders?state=DRAFTED&size=100").ok().body();
        JsonNode order = java.util.stream.StreamSupport.stream(
                        orders.path("items").spliterator(), false)
                .filter(each -> each.toString().contains("关于隐形变异培训的督办单"))
                .findFirst()
                .orElseThrow();
        String id = order.path("id").asText();
        assertThat(as(OFFICE).order(id).toString()).contains("周末违规开展学科类培训").doesNotContain(report.lead());
        assertThat(jdbc.queryForList("select origin_ref from order_origin where order_id = ?", String.class, id))
                .containsExactly(report.lead());
        assertThat(thread(report.receipt())).contains("已受理", "情况复杂", "经核查", "感谢监督");
    }

    @Test
    void nobodyWhoIsAccusedAndNobodyBesideTheWayTouchesALead() {
        Receipt report = registered("310104T003", false);
        triaged(report.lead(), "310104T003", Map.of());
        as(CITY).tries(
                        report.lead(),
                        "userTask_transferLead",
                        Map.of("handlingUnit", "999999", "division", "vocational-division"))
                .is(422);
        as(CITY).tries(
                        report.lead(),
                        "userTask_transferLead",
                        Map.of("handlingUnit", "310104", "division", "training-division"))
                .refused(422, "division", "division");
        as(CITY).does(report.lead(), "userTask_transferLead", transfer(null));

        assertThat(as("petition-office.310101").taskKeys(report.lead())).isEmpty();
        assertThat(as("institution-head.310104T003").taskKeys(report.lead())).isEmpty();
        as("petition-office.310101").get("/api/leads/" + report.lead()).is(404);
        as("institution-head.310104T003").get("/api/leads/" + report.lead()).is(404);
    }

    @Test
    void aCaseAgainstTheDistrictItselfStaysWithTheCity() {
        Receipt report = registered("310104", false);
        triaged(report.lead(), "310104", Map.of());

        String task = as(CITY).task(report.lead(), "userTask_transferLead");
        assertThat(as(CITY).form(task)
                        .ok()
                        .body()
                        .path("data")
                        .path("handlingUnits")
                        .toString())
                .doesNotContain("310104")
                .contains("310000");
        as(CITY).submit(task, Map.of("handlingUnit", "310104", "division", "vocational-division"))
                .is(422);
        as(CITY).submit(task, Map.of("handlingUnit", "310000", "division", "basic-education-division"))
                .is(204);
        assertThat(as("petition-office.310104").taskKeys(report.lead())).isEmpty();
        as("petition-office.310104").get("/api/leads/" + report.lead()).is(404);
    }

    @Test
    void declinedMergedAndKeptReportsAreAnsweredToo() {
        Phrases phrases = new Phrases();
        duban = duban.with(phrases);
        Receipt first = registered("310104T003", false);
        triaged(first.lead(), "310104T003", Map.of());
        Receipt again = registered("310104T003", true);
        triaged(again.lead(), "310104T003", Map.of("duplicateOf", first.lead()));
        assertThat(state(again.lead())).isEqualTo("MERGED");
        Receipt vague = registered("310104T003", false);
        triaged(vague.lead(), "310104T003", Map.of("concrete", false));
        assertThat(state(vague.lead())).isEqualTo("KEPT");
        Receipt foreign = registered("310104T003", false);
        triaged(foreign.lead(), "310104T003", Map.of("inScope", false));
        as(CITY).tries(
                        foreign.lead(),
                        "userTask_declineLead",
                        Map.of("reply", "请致电13900000000", "competentBody", "市场监管部门"))
                .refused(422, "reply", "summary-phone");
        as(CITY).does(foreign.lead(), "userTask_declineLead", Map.of("reply", "不属于受理范围", "competentBody", "市场监管部门"));
        assertThat(state(foreign.lead())).isEqualTo("NOT_ACCEPTED");
        assertThat(thread(foreign.receipt())).contains("市场监管部门");
        byte[] answer = thread(foreign.receipt()).getBytes(StandardCharsets.UTF_8);
        assertThat(new ScreenWalk(duban, phrases)
                        .look("the reporter's thread", "html", answer)
                        .walk(List.of(), List.of())
                        .get("html"))
                .as("what was answered is text to the reporter")
                .hasSize(2);

        toDistrict(first.lead());
        verified(first.lead());
        concluded(first.lead());
        answered(first.lead());
        assertThat(thread(again.receipt())).contains("并案", "感谢监督");
        assertThat(thread(vague.receipt())).contains("登记留存");
    }

    @Test
    void theHalfMonthsValidLeadsBecomeOneNoticeForEachDistrict() {
        Phrases phrases = new Phrases();
        duban = duban.with(phrases);
        Periods.begin(jdbc, runningPeriods);
        String here = founded("310104T003", DISTRICT, DIVISION);
        String there = founded("310101T001", "petition-office.310101", "vocational-division.310101");
        duban.clockTo("2026-10-16T00:01");
        String period = jdbc.queryForObject(
                "select id from lead_consolidation where receiving_unit = '310000' and state = 'REVIEWING'",
                String.class);
        whomALeadNamesDoesNotReadTheList(here, period);
        assertThat(as(CITY).form(as(CITY).task(period, "userTask_reviewLeadList"))
                        .ok()
                        .body()
                        .toString())
                .contains("徐汇", "黄浦");
        as(CITY).does(period, "userTask_reviewLeadList", Map.of("leads", lines(period)));
        as(OFFICE).does(period, "userTask_draftNotices", notice());
        as(LEAD).does(period, "userTask_issueNotices", Map.of("decision", "ISSUE"));

        String ours = noticeOf("310104");
        String theirs = noticeOf("310101");
        namesLeadsWithoutTheirWords(ours);
        assertThat(as("supervision-office.310104").taskKeys(theirs)).isEmpty();
        answeredNotice(ours, "310104", here, "NOT_STARTED");
        assertThat(as(OFFICE)
                        .form(as(OFFICE).task(ours, "userTask_reviewNotice"))
                        .ok()
                        .body()
                        .toString())
                .contains("整改不及时");
        as(OFFICE)
                .does(
                        ours,
                        "userTask_reviewNotice",
                        Map.of("decision", "ESCALATED", "escalate", List.of(number(here)), "note", "仍未整改，升级督办"));
        answeredNotice(theirs, "310101", there, "DONE");
        as(OFFICE).does(theirs, "userTask_reviewNotice", Map.of("decision", "CLOSED", "note", "同意办结"));

        assertThat(jdbc.queryForList(
                        "select state from supervision_notice where id in (?, ?) order by state",
                        String.class,
                        ours,
                        theirs))
                .containsExactly("CLOSED", "ESCALATED");
        assertThat(jdbc.queryForObject("select count(*) from order_origin where origin_ref = ?", Integer.class, here))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from order_origin where origin_ref = ?", Integer.class, there))
                .isZero();
        assertThat(shownAsText(phrases, List.of(here, there, period, ours, theirs)))
                .containsKeys("html", "docx");
    }

    /** What was typed with traps in it is text on every screen of these cases; by kind of screen what stood on one. */
    private Map<String, Set<String>> shownAsText(Phrases phrases, List<String> cases) {
        List<String> papers = cases.stream()
                .flatMap(each ->
                        jdbc.queryForList("select id from paper where case_id = ?", String.class, each).stream())
                .toList();
        List<String> paths = new DoorWalk(duban, DoorWalk.mapped(mappings))
                .ours(Map.of("cases", cases, "leads", cases, "papers", papers));
        return new ScreenWalk(duban, phrases).walk(List.of(CITY, OFFICE, "supervision-office.310104"), paths);
    }

    @Test
    void atTheEndOfTheMonthOfficesConferAndTheDistrictSeesNoSmallNumbers() {
        Phrases phrases = new Phrases();
        duban = duban.with(phrases);
        Periods.begin(jdbc, runningPeriods);
        IntStream.range(0, 2)
                .forEach(each -> triaged(registered("310104S003", false).lead(), "310104S003", Map.of()));
        duban.clockTo("2026-11-01T00:01");
        String district = jdbc.queryForObject(
                "select id from consultation where unit_code = '310104' and period_start = date '2026-10-01'",
                String.class);
        String city = jdbc.queryForObject(
                "select id from consultation where unit_code = '310000' and period_start = date '2026-10-01'",
                String.class);

        JsonNode hidden = as("supervision-office.310104")
                .form(as("supervision-office.310104").task(district, "userTask_holdConsultation"))
                .ok()
                .body()
                .path("data");
        JsonNode exact = as(OFFICE)
                .form(as(OFFICE).task(city, "userTask_holdConsultation"))
                .ok()
                .body()
                .path("data");
        assertThat(hidden.path("byCategory").findValuesAsText("count")).contains("—");
        assertThat(hidden.path("repeatUnits").findValuesAsText("count"))
                .as("none and few have no line alike")
                .allMatch(count -> Integer.parseInt(count) >= 5);
        assertThat(exact.path("repeatUnits").findValuesAsText("count"))
                .isNotEmpty()
                .doesNotContain("—");
        as("supervision-office.310104")
                .tries(
                        district,
                        "userTask_holdConsultation",
                        Map.of(
                                "trends", "周末培训反弹",
                                "conclusion", "列入巡查重点",
                                "assignments", List.of(Map.of("task", "巡查", "unit", "310101", "due", "2026-11-20"))))
                .is(422);
        as("supervision-office.310104")
                .does(
                        district,
                        "userTask_holdConsultation",
                        Map.of(
                                "trends", "周末培训反弹",
                                "conclusion", "列入巡查重点",
                                "assignments", List.of(Map.of("task", "巡查", "unit", "310104", "due", "2026-11-20"))));
        assertThat(jdbc.queryForObject("select state from consultation where id = ?", String.class, district))
                .isEqualTo("HELD");
        assertThat(jdbc.queryForObject(
                        "select count(*) from consultation where unit_code = '310104' and period_start = date '2026-11-01'",
                        Integer.class))
                .isEqualTo(1);
        shownAsText(phrases, List.of(district));
    }

    @Test
    void theAnalysisOfADistrictHidesSmallCellsAndShowsNothingToOthers() {
        triaged(registered("310104T003", false).lead(), "310104T003", Map.of());
        String period = "&from=2026-10-01&to=2026-10-31";
        as(OFFICE).get("/api/leads/analysis?unit=310000" + period).refused(422, "to", "period-over");
        setClock("2026-11-02T09:00:00+08:00");

        JsonNode own = as("supervision-office.310104")
                .get("/api/leads/analysis?unit=310104" + period)
                .ok()
                .body();
        JsonNode city =
                as(OFFICE).get("/api/leads/analysis?unit=310000" + period).ok().body();
        assertThat(city.path("tables").path("district").findValuesAsText("count"))
                .isNotEmpty()
                .doesNotContain("—");
        own.path("tables")
                .path("category")
                .findValuesAsText("count")
                .forEach(count -> assertThat(count)
                        .satisfiesAnyOf(
                                hidden -> assertThat(hidden).isEqualTo("—"),
                                shown -> assertThat(Integer.parseInt(shown)).isGreaterThanOrEqualTo(5)));
        as("supervision-office.310101")
                .get("/api/leads/analysis?unit=310104" + period)
                .is(404);
        as("institution-head.310104T003")
                .get("/api/leads/analysis?unit=310104" + period)
                .is(404);
        as(OFFICE)
                .get("/api/leads/analysis?unit=310000&from=2026-10-31&to=2026-10-01")
                .refused(422, "to", "period");
        as("supervision-office.310104")
                .get("/api/leads/analysis?unit=310104&from=2026-10-01&to=2026-10-05")
                .refused(422, "to", "whole-periods");
        as("supervision-office.310104")
                .get("/api/leads/analysis?unit=310104&from=2026-10-05&to=2026-10-15")
                .refused(422, "from", "whole-periods");
        as(OFFICE)
                .get("/api/leads/analysis?unit=310000&from=31.10.2026&to=2026-10-01")
                .is(400);
    }

    @Test
    void aTermThatIsMissedIsUrgedAndTheWorkGoesOn() {
        Receipt report = registered("310104T003", false);
        triaged(report.lead(), "310104T003", Map.of());
        toDistrict(report.lead());

        duban.clockTo("2026-12-05T00:01");

        assertThat(jdbc.queryForObject(
                        "select overdue from lead_handling where lead_ref = ?", Boolean.class, report.lead()))
                .isTrue();
        assertThat(as(DIVISION).taskKeys(report.lead())).containsExactly("userTask_verifyLead");
        as(DIVISION)
                .tries(report.lead(), "userTask_verifyLead", Map.of("decision", "EXTEND", "days", 10, "reason", "太迟"))
                .refused(422, "days", "extension-before-due");
    }

    private void whomALeadNamesDoesNotReadTheList(String lead, String period) {
        String task = as(CITY).task(period, "userTask_reviewLeadList");
        jdbc.update("insert into lead_named_person (lead_ref, account) values (?, ?)", lead, CITY);
        assertThat(as(CITY).tasks(period)).isEmpty();
        as(CITY).form(task).is(404);
        as(CITY).claim(task).refused(403, "", "lead-conflict");
        jdbc.update("delete from lead_named_person where lead_ref = ? and account = ?", lead, CITY);
    }

    private String founded(String unit, String office, String division) {
        String lead = registered(unit, false).lead();
        triaged(lead, unit, Map.of());
        String district = office.substring(office.indexOf('.') + 1);
        as(CITY).does(
                        lead,
                        "userTask_transferLead",
                        Map.of("handlingUnit", district, "division", "vocational-division"));
        as(office).does(lead, "userTask_receiveLead", Map.of("division", "vocational-division", "handler", "承办人甲"));
        as(division).does(lead, "userTask_verifyLead", findings());
        concluded(lead);
        answered(lead);
        assertThat(state(lead)).isEqualTo("REPLIED");
        return lead;
    }

    private List<Map<String, Object>> lines(String period) {
        JsonNode rows = as(CITY).form(as(CITY).task(period, "userTask_reviewLeadList"))
                .ok()
                .body()
                .path("data")
                .path("leads");
        assertThat(rows).hasSize(2);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "ref", rows.get(i).path("ref").asText(),
                        "summary", rows.get(i).path("summary").asText(),
                        "include", "YES"))
                .toList();
    }

    private static Map<String, Object> notice() {
        return Map.of(
                "title", "关于核查督办有效举报线索的通知",
                "requirements", "逐条核查，限期反馈。",
                "replyDue", "2026-10-30",
                "masked", true);
    }

    /** On paper, which travels, a lead is a number, a unit and a category (A53). */
    private void namesLeadsWithoutTheirWords(String notice) {
        byte[] paper = jdbc.queryForObject("select content from paper where case_id = ?", byte[].class, notice);

        assertThat(Docx.words(paper).replace("{{7*7}}", ""))
                .contains("关于核查督办有效举报线索的通知", "徐汇区教育局，徐汇区人民政府教育督导室：", "逐条核查，限期反馈。")
                .doesNotContain("周末", "来电", "{{");
    }

    private String noticeOf(String district) {
        return jdbc.queryForObject("select id from supervision_notice where district_unit = ?", String.class, district);
    }

    private void answeredNotice(String notice, String district, String lead, String rectified) {
        as("supervision-office." + district).does(notice, "userTask_receiveNotice", Map.of("handler", "责任人甲"));
        as("education-bureau." + district)
                .tries(notice, "userTask_verifyNotice", Map.of("leads", List.of()))
                .is(422);
        as("education-bureau." + district)
                .does(
                        notice,
                        "userTask_verifyNotice",
                        Map.of(
                                "leads",
                                List.of(Map.of("ref", number(lead), "result", "已责令停课并退费", "rectified", rectified))));
        as("supervision-office." + district)
                .does(notice, "userTask_reportNotice", Map.of("decision", "REPORT", "note", "情况属实"));
    }

    private void toDistrict(String lead) {
        as(CITY).does(lead, "userTask_transferLead", transfer(null));
        as(DISTRICT).does(lead, "userTask_receiveLead", Map.of("division", "vocational-division", "handler", "承办人甲"));
    }

    private void askedForMoreTime(String lead) {
        as(DIVISION)
                .tries(lead, "userTask_verifyLead", Map.of("decision", "EXTEND", "days", 31, "reason", "账目多"))
                .is(422);
        String before = dueOf(lead);
        as(DIVISION).does(lead, "userTask_verifyLead", Map.of("decision", "EXTEND", "days", 30, "reason", "账目多"));
        as(LEAD).does(lead, "userTask_decideLeadExtension", Map.of("decision", "GRANT", "note", "同意"));
        assertThat(dueOf(lead)).isGreaterThan(before);
        as(DIVISION)
                .tries(lead, "userTask_verifyLead", Map.of("decision", "EXTEND", "days", 5, "reason", "再要"))
                .refused(422, "days", "extension-once");
    }

    private String dueOf(String lead) {
        return jdbc.queryForObject("select conclude_due from lead where lead_ref = ?", String.class, lead);
    }

    private void verified(String lead) {
        Map<String, Object> alone = new HashMap<>(findings());
        alone.put("investigators", "一人");
        as(DIVISION).tries(lead, "userTask_verifyLead", alone).refused(422, "investigators", "two-investigators");
        as(DIVISION).does(lead, "userTask_verifyLead", findings());
    }

    private static Map<String, Object> findings() {
        return Map.of(
                "decision", "REPORT",
                "investigators", "核查员甲、核查员乙",
                "process", "到场检查，调取账目",
                "facts", "周末开展学科类培训",
                "measures", "责令停课退费");
    }

    private void concluded(String lead, String... heavy) {
        as(CITY).does(
                        lead,
                        "userTask_concludeLead",
                        Papers.weighed(Map.of("decision", "VALID", "note", "经核查属实"), heavy));
    }

    private void answered(String lead) {
        as(CITY).does(lead, "userTask_replyReporter", Map.of("reply", "经核查，您反映的问题属实，已责令整改。感谢监督。"));
    }

    private static Map<String, Object> transfer(String guiding) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("handlingUnit", "310104", "division", "vocational-division", "note", "请抓紧核查"));
        if (guiding != null) {
            fields.put("guidingDivision", guiding);
        }
        return fields;
    }

    private String number(String lead) {
        return jdbc.queryForObject("select number from lead where lead_ref = ?", String.class, lead);
    }

    private String state(String lead) {
        return as(CITY).get("/api/leads/" + lead).ok().body().path("state").asText();
    }

    private String thread(String receipt) {
        Visitor reporter = new Visitor(duban);
        reporter.get("/report/follow-up");
        return reporter.post("/report/follow-up", Map.of("receipt", receipt)).body();
    }

    private void triaged(String lead, String unit, Map<String, Object> other) {
        Map<String, Object> triage = Papers.weighed(Papers.of(
                "summary",
                "反映周末违规补课",
                "accusedUnit",
                unit,
                "category",
                "HIDDEN_VARIANT",
                "topic",
                "HIDDEN_VARIANT",
                "inScope",
                true,
                "concrete",
                true));
        triage.putAll(other);
        as(CITY).post("/api/leads/" + lead + "/triage", triage).ok();
    }

    private Receipt registered(String unit, boolean named) {
        Map<String, Object> report = Papers.of(
                "channel", "PHONE",
                "sourceLevel", "CITY",
                "receivedOn", duban.today().toString(),
                "unit", unit,
                "category", "HIDDEN_VARIANT",
                "text", "来电反映周末补课。");
        report.put("named", named);
        if (named) {
            report.put("name", "（演示）来电人甲");
            report.put("phone", "000-0000-0001");
        }
        Answer answer = as(CITY).post("/api/leads", report).is(201);
        return new Receipt(answer.text("leadRef"), answer.text("receipt"));
    }

    private record Receipt(String lead, String receipt) {}
}
