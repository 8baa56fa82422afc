package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.engine.Refusal;
import io.duban.engine.TaskAdmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The conflict lock: the accused unit, its subordinates, its operator and the persons a lead names get nowhere near it,
 * by no way, and each attempt is an alert that outlives the refusal. Siblings see nothing at all.
 */
class LeadConflictTest extends EndToEnd {

    private static final String CITY = "petition-office.310000";
    private static final String OFFICE = "supervision-office.310000";
    private static final String SECRET = "暑假在商场四楼补数学，原话绝不外传。";
    private static final List<String> TASKS = List.of(
            "userTask_transferLead",
            "userTask_receiveLead",
            "userTask_verifyLead",
            "userTask_concludeLead",
            "userTask_replyReporter",
            "userTask_guideLead",
            "userTask_decideLeadExtension",
            "userTask_chooseInstrument",
            "userTask_declineLead",
            "userTask_receiveNotice",
            "userTask_verifyNotice",
            "userTask_reportNotice",
            "userTask_reviewNotice");

    @Autowired
    private List<TaskAdmission> admissions;

    @BeforeEach
    void noAlerts() {
        jdbc.update("delete from conflict_alert");
    }

    @ParameterizedTest
    @CsvSource({
        "310104, petition-office.310104, SAME",
        "310104T001, institution-head.310104T001, SAME",
        "310104, school-head.310104S001, SUBORDINATE",
        "310105T003, school-head.310105S001, OPERATOR",
        "310105S001, institution-head.310105T003, SUBORDINATE"
    })
    void whoeverIsEntangledReadsNothingAndIsRefusedEveryTask(String accused, String account, String relation) {
        String lead = registered(accused);
        Person person = as(account);

        person.get("/api/leads/" + lead).is(404);
        person.get("/api/leads/" + lead + "/duplicates").is(404);
        person.get("/api/leads/" + lead + "/text?purpose=TRIAGE").is(404);
        person.post("/api/leads/" + lead + "/triage", triage(accused)).is(404);
        assertThat(person.get("/api/leads?size=100").ok().body().toString()).doesNotContain(lead);
        assertThat(attempts()).containsExactlyInAnyOrder("READ", "TEXT", "TRIAGE");
        assertThat(jdbc.queryForObject("select times from conflict_alert where attempt = 'READ'", Integer.class))
                .as("what is read again within the hour is one alert")
                .isEqualTo(2);

        for (String task : TASKS) {
            assertThatExceptionOfType(Refusal.class)
                    .as(task)
                    .isThrownBy(() -> admissions.forEach(rule -> rule.admit(task, lead, account)))
                    .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("lead-conflict"));
        }
        JsonNode alerts = as(CITY).get("/api/leads/alerts").ok().body();
        assertThat(alerts).hasSize(3 + TASKS.size());
        alerts.forEach(alert -> {
            assertThat(alert.path("person").asText()).isEqualTo(account);
            assertThat(alert.path("relation").asText()).isEqualTo(relation);
            assertThat(alert.path("caseId").asText()).isEqualTo(lead);
        });
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_event where case_id = ? and action = 'CONFLICT_REFUSED'",
                        Integer.class,
                        lead))
                .isEqualTo(3 + TASKS.size());
        assertThat(person.get("/api/leads/alerts").ok().body())
                .as("not its own alerts")
                .isEmpty();
    }

    @Test
    void aPersonWhoIsNamedIsKeptAwayWhateverTheirOffice() {
        String named = "supervision-lead.310000";
        String lead = registered("310104T001");
        as(named).get("/api/leads/" + lead).ok();
        Map<String, Object> triage = triage("310104T001");
        triage.put("namedPersons", List.of(named));
        as(CITY).post("/api/leads/" + lead + "/triage", triage).ok();

        as(named).get("/api/leads/" + lead).is(404);
        assertThat(as(named).get("/api/leads?size=100").ok().body().toString()).doesNotContain(lead);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> admissions.forEach(rule -> rule.admit("userTask_chooseInstrument", lead, named)));
        assertThat(as(CITY).get("/api/leads/alerts").ok().body().toString()).contains("NAMED", "READ");
    }

    @Test
    void noTaskOfALeadIsOfferedToTheAccusedUnit() {
        String lead = registered("310104T001");
        for (String candidate : List.of("institution-head.310104T001", "government.310104T001")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() ->
                            admissions.forEach(rule -> rule.admitCandidate("userTask_verifyLead", lead, candidate)))
                    .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("lead-conflict"));
        }
        admissions.forEach(rule -> rule.admitCandidate("userTask_verifyLead", lead, "petition-office.310104"));

        assertThat(attempts()).containsExactly("userTask_verifyLead", "userTask_verifyLead");
    }

    @Test
    void lookingForLeadsAgainstOnesOwnUnitFindsNothingAndIsSeen() {
        registered("310104");
        JsonNode found = as("petition-office.310104")
                .get("/api/leads?unit=310104&size=100")
                .ok()
                .body();

        assertThat(found.path("items")).isEmpty();
        assertThat(attempts()).containsExactly("SEARCH");
        assertThat(as(CITY).get("/api/leads/alerts").ok().body().toString()).contains("SEARCH", "310104");
    }

    @Test
    void staffCannotRegisterOrTriageAgainstTheirOwnUnit() {
        as("petition-office.310104")
                .post("/api/leads", report("310104"))
                .is(403)
                .body();
        String lead = as("petition-office.310104")
                .post("/api/leads", report("310104T001"))
                .is(201)
                .text("leadRef");
        assertThat(as("petition-office.310104")
                        .post("/api/leads/" + lead + "/triage", triage("310104"))
                        .is(403)
                        .text("rule"))
                .isEqualTo("lead-conflict");
        assertThat(attempts()).containsExactly("REGISTER", "REGISTER");
        assertThat(jdbc.queryForObject("select triaged_on from lead where lead_ref = ?", String.class, lead))
                .as("the refused triage left nothing")
                .isNull();
    }

    @Test
    void aSiblingDistrictSeesNothingAndCountsNothing() {
        List<String> siblings = List.of("petition-office.310105", "supervision-office.310105", "inspector.310105");
        Map<String, List<String>> own = siblings.stream()
                .collect(Collectors.toMap(Function.identity(), each -> listed(as(each), "&unit=310104T001")));
        String lead = as("petition-office.310104")
                .post("/api/leads", report("310104T001"))
                .is(201)
                .text("leadRef");
        for (String sibling : siblings) {
            as(sibling).get("/api/leads/" + lead).is(404);
            as(sibling).get("/api/leads/" + lead + "/text?purpose=VERIFY").is(404);
            as(sibling)
                    .post("/api/leads/" + lead + "/triage", triage("310104T001"))
                    .is(404);
            assertThat(listed(as(sibling), "&unit=310104T001"))
                    .as("only what they registered themselves before")
                    .isEqualTo(own.get(sibling));
            assertThat(listed(as(sibling), "")).doesNotContain(lead);
        }
        assertThat(jdbc.queryForList("select distinct relation from conflict_alert", String.class))
                .as("a stranger's attempt is an alert, though there is no conflict")
                .containsExactly("NONE");
        assertThat(attempts()).contains("READ", "TEXT", "TRIAGE").hasSize(3 * siblings.size());
        assertThat(listed(as("supervision-office.310104"), "")).contains(lead);
        assertThat(listed(as("supervision-lead.310000"), "&unit=310104")).contains(lead);
        assertThat(listed(as("government.310104"), "")).doesNotContain(lead);
    }

    @Test
    void aReportAgainstASiblingGoesToTheCity() {
        String lead = as("petition-office.310104")
                .post("/api/leads", report("310105T001"))
                .is(201)
                .text("leadRef");
        assertThat(as(CITY).get("/api/leads/" + lead).ok().text("receivingUnit"))
                .isEqualTo("310000");
        as("supervision-office.310104").get("/api/leads/" + lead).is(404);
    }

    @Test
    void theRecusalOfOrdersRaisesTheSameAlert() {
        KeyOrder order = KeyOrder.drafted(duban);
        String accused = "institution-head.310104T001";

        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(OFFICE, null, OFFICE, "supervision-office"));
        try {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> admissions.forEach(rule -> rule.admit("userTask_investigate", order.id, accused)))
                    .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("investigator-recusal"));
        } finally {
            SecurityContextHolder.clearContext();
        }
        JsonNode alert = as("supervision-office.310000")
                .get("/api/leads/alerts")
                .ok()
                .body()
                .path(0);
        assertThat(alert.path("actor").asText()).isEqualTo(OFFICE);
        assertThat(alert.path("caseKind").asText()).isEqualTo("ORDER");
        assertThat(alert.path("caseId").asText()).isEqualTo(order.id);
        assertThat(alert.path("attempt").asText()).isEqualTo("userTask_investigate");
    }

    private String registered(String accused) {
        return as(CITY).post("/api/leads", report(accused)).is(201).text("leadRef");
    }

    private Map<String, Object> report(String accused) {
        return Papers.of(
                "channel",
                "PHONE",
                "sourceLevel",
                "CITY",
                "receivedOn",
                duban.today().toString(),
                "unit",
                accused,
                "category",
                "HIDDEN_VARIANT",
                "named",
                false,
                "text",
                SECRET);
    }

    private static Map<String, Object> triage(String accused) {
        return Papers.weighed(Papers.of(
                "summary",
                "反映假期违规补课收费",
                "accusedUnit",
                accused,
                "category",
                "HIDDEN_VARIANT",
                "topic",
                "HIDDEN_VARIANT",
                "inScope",
                true,
                "concrete",
                true));
    }

    private List<String> attempts() {
        return jdbc.queryForList("select attempt from conflict_alert order by id", String.class);
    }

    private static List<String> listed(Person person, String filter) {
        List<String> refs = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = person.get("/api/leads?size=2&page=" + number++ + filter)
                    .ok()
                    .body();
            page.path("items").forEach(each -> refs.add(each.path("leadRef").asText()));
        } while (page.path("hasMore").asBoolean());
        return refs;
    }
}
