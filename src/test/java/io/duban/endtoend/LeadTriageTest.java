package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registration and triage over HTTP: every refusal, the original text for the handler only, duplicates. */
class LeadTriageTest extends EndToEnd {

    private static final String CITY = "petition-office.310000";
    private static final String TEXT = "家长来电：周末在商场四楼补数学，一次三百元。";
    private static final String NAME = "（演示）来电人甲";

    @Test
    void aCallIsRegisteredWithItsNumberAndAReceiptAndNothingOfItIsOutsideTheVault() {
        Answer answer = as(CITY).post("/api/leads", named()).is(201);
        String lead = answer.text("leadRef");

        assertThat(lead).matches("L[0-9A-HJKMNP-TV-Z]{25}");
        assertThat(answer.text("number")).matches("线索〔2026〕\\d{6}");
        assertThat(answer.text("receipt").replace("-", "")).hasSize(36);
        JsonNode shown = as(CITY).get("/api/leads/" + lead).ok().body();
        assertThat(shown.path("named").asBoolean()).isTrue();
        assertThat(shown.toString()).doesNotContain(TEXT, NAME, "000-0000");
        String ours = Footprint.of(dataSource).entrySet().stream()
                .map(Object::toString)
                .reduce("", String::concat);
        assertThat(ours).contains(lead).doesNotContain(TEXT, NAME, answer.text("receipt"));
    }

    @ParameterizedTest
    @CsvSource({
        "channel, WEB, channel",
        "channel, IMPORT, channel",
        "channel, PIGEON, option",
        "sourceLevel, MOON, option",
        "receivedOn, 2026-10-06, received-on",
        "receivedOn, 2020-01-01, received-on",
        "receivedOn, 2026-02-30, date",
        "unit, 999999, unknown-unit",
        "unit, 310000, reportable-level",
        "category, NOTHING, option",
        "text, '', required"
    })
    void aWrongRegistrationIsRefusedAndKeepsNothing(String field, String value, String rule) {
        int before = leads();
        Map<String, Object> report = report();
        report.put(field, value);
        as(CITY).post("/api/leads", report).refused(422, field, rule);
        assertThat(leads()).isEqualTo(before);
    }

    @Test
    void aNamedReportNeedsNameAndNumber() {
        Map<String, Object> report = named();
        report.remove("phone");
        as(CITY).post("/api/leads", report).refused(422, "phone", "named-report");
    }

    @Test
    void nothingSaidOfTheReporterIsDroppedSilently() {
        Map<String, Object> odd = named();
        odd.put("named", "yes");
        as(CITY).post("/api/leads", odd).refused(422, "named", "yes-no");
        Map<String, Object> anonymous = named();
        anonymous.put("named", false);
        as(CITY).post("/api/leads", anonymous).refused(422, "named", "identity-needs-name");
    }

    @Test
    void onlyOfficesAndInspectorsRegister() {
        as("inspector.310104").post("/api/leads", report()).is(201);
        assertThat(as("government.310104").post("/api/leads", report()).is(403).text("rule"))
                .isEqualTo("lead-registrar");
    }

    @ParameterizedTest
    @CsvSource({
        "summary, '', required",
        "summary, 来电号码13900000000, summary-phone",
        "summary, 证件11010119000101001X, summary-id-number",
        "summary, 邮箱someone@mail.example, summary-email",
        "summary, 来电人甲说周末补课（演示）来电人 甲, summary-reporter",
        "accusedUnit, '', concrete-unit",
        "accusedUnit, 310000, reportable-level",
        "topic, '', required",
        "category, '', required",
        "duplicateOf, LNOSUCHLEAD, duplicate-unknown",
        "namedPersons, nobody, unknown-account"
    })
    void aWrongTriageIsRefusedAndChangesNothing(String field, String value, String rule) {
        String lead = registered();
        Map<String, Object> triage = triage("反映周末违规补课");
        triage.put(field, field.equals("namedPersons") ? java.util.List.of(value) : value);
        as(CITY).post("/api/leads/" + lead + "/triage", triage).refused(422, field, rule);
        assertThat(as(CITY).get("/api/leads/" + lead)
                        .ok()
                        .body()
                        .path("triagedOn")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aLeadIsTriagedOnceByTheOfficeThatReceivedIt() {
        String lead = registered();
        assertThat(as("supervision-lead.310000")
                        .post("/api/leads/" + lead + "/triage", triage("反映周末违规补课"))
                        .is(403)
                        .text("rule"))
                .isEqualTo("lead-office");
        as(CITY).post("/api/leads/" + lead + "/triage", triage("反映周末违规补课")).ok();
        assertThat(as(CITY).post("/api/leads/" + lead + "/triage", triage("反映周末违规补课"))
                        .is(409)
                        .text("rule"))
                .isEqualTo("lead-triaged");
    }

    @Test
    void theOriginalTextIsForTheHandlerAndEachReadingStandsInTheTrail() {
        String lead = registered();
        assertThat(as(CITY).get("/api/leads/" + lead + "/text?purpose=TRIAGE")
                        .ok()
                        .text("text"))
                .isEqualTo(TEXT);
        assertThat(as("supervision-lead.310000")
                        .get("/api/leads/" + lead + "/text?purpose=TRIAGE")
                        .is(403)
                        .text("rule"))
                .isEqualTo("lead-handler");
        as(CITY).get("/api/leads/" + lead + "/text").is(400);
        as(CITY).get("/api/leads/" + lead + "/text?purpose=CURIOSITY").is(400);
        assertThat(jdbc.queryForList(
                        "select actor from audit_event where case_id = ? and action = 'LEAD_TEXT_READ'",
                        String.class,
                        lead))
                .containsExactly(CITY);
    }

    @Test
    void whatSoundsAlikeAboutTheSameUnitIsProposedFirstAndMergedOnce() {
        String first = triaged("周末在商场四楼以科技素养名义补数学，一次收费三百元");
        String other = triaged("招生海报承诺提分");
        String again = triaged("商场四楼周末补数学，以科技素养为名一次收三百元");
        JsonNode proposals =
                as(CITY).get("/api/leads/" + again + "/duplicates").ok().body();

        assertThat(proposals.path(0).path("lead").path("leadRef").asText()).isEqualTo(first);
        assertThat(proposals.path(0).path("textLikeness").asDouble()).isGreaterThan(0.5);
        assertThat(proposals.toString()).contains(other);

        String repeat = registered();
        Map<String, Object> triage = triage("又有家长反映同一件事");
        triage.put("duplicateOf", first);
        as(CITY).post("/api/leads/" + repeat + "/triage", triage).ok();
        assertThat(as(CITY).get("/api/leads/" + repeat)
                        .ok()
                        .body()
                        .path("triage")
                        .path("duplicateOf")
                        .asText())
                .isEqualTo(first);

        triage.put("duplicateOf", repeat);
        as(CITY).post("/api/leads/" + registered() + "/triage", triage).refused(422, "duplicateOf", "duplicate-chain");
    }

    @Test
    void pagesAreBounded() {
        as(CITY).get("/api/leads?size=101").refused(422, "size", "page");
        as(CITY).get("/api/leads/alerts?size=0").refused(422, "size", "page");
    }

    private String triaged(String summary) {
        String lead = registered();
        as(CITY).post("/api/leads/" + lead + "/triage", triage(summary)).ok();
        return lead;
    }

    private String registered() {
        return as(CITY).post("/api/leads", named()).is(201).text("leadRef");
    }

    /** What the page sends for an anonymous report and for one with a name is taken. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDeskRegistersFromItsPage(boolean named) {
        Visitor desk = new Visitor(duban).signedIn(CITY);
        assertThat(desk.get("/intake/register").body()).contains("name=\"named\" value=\"false\"");
        Map<String, String> typed = new LinkedHashMap<>();
        (named ? named() : report()).forEach((field, value) -> typed.put(field, value.toString()));
        typed.put("action", "register");

        assertThat(desk.upload("/intake/register", typed, List.of()).statusCode())
                .isEqualTo(302);
    }

    private Map<String, Object> named() {
        Map<String, Object> report = report();
        report.put("named", true);
        report.put("name", NAME);
        report.put("phone", "000-0000-0001");
        return report;
    }

    private Map<String, Object> report() {
        return Papers.of(
                "channel", "PHONE",
                "sourceLevel", "CITY",
                "receivedOn", duban.today().toString(),
                "unit", "310104T002",
                "category", "HIDDEN_VARIANT",
                "named", false,
                "text", TEXT);
    }

    private static Map<String, Object> triage(String summary) {
        return Papers.weighed(Papers.of(
                "summary",
                summary,
                "accusedUnit",
                "310104T002",
                "category",
                "HIDDEN_VARIANT",
                "topic",
                "HIDDEN_VARIANT",
                "inScope",
                true,
                "concrete",
                true));
    }

    private int leads() {
        return jdbc.queryForObject("select count(*) from lead", Integer.class);
    }
}
