package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.reporter.DisclosureGround;
import io.duban.reporter.Identity;
import io.duban.reporter.ReportMade;
import io.duban.reporter.ReporterVault;
import io.duban.reporter.RetentionClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** The one way to an identity through the whole application; only the lead behind it is a stand-in. */
@Import(IdentityDisclosureTest.Lead.class)
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:disclosure;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class IdentityDisclosureTest extends EndToEnd {

    private static final String HANDLER = "petition-office.310101";
    private static final String CUSTODIAN = "petition-vault-officer.310000";
    private static final String DECIDE = "userTask_decideDisclosure";
    private static final String NAME = "测试举报人乙";
    private static final String REASON = "须当面核实上课地点，书面往来无法说清";

    @Autowired
    private ReporterVault vault;

    @Test
    void aHandlerAsksTheCitysCustodianDecidesInTheWorklistAndTheHandlerLooksOnce() {
        String lead = reported();
        String id = request(lead).is(201).text("id");

        Person custodian = as(CUSTODIAN);
        JsonNode task = custodian.find(id, DECIDE, null).orElseThrow();
        assertThat(task.path("card").path("title").asText()).contains("举报人信息披露");
        String taskId = task.path("id").asText();
        assertThat(custodian.form(taskId).ok().body().toString())
                .contains(REASON)
                .doesNotContain(NAME, lead);
        assertThat(custodian.get("/api/tasks/" + taskId + "/case").ok().body().toString())
                .contains("黄浦区")
                .doesNotContain(NAME, lead, REASON);
        view(HANDLER, id).is(409);
        custodian.does(id, DECIDE, Map.of("decision", "APPROVE", "opinion", "确有必要"));

        assertThat(view(HANDLER, id).is(200).text("name")).isEqualTo(NAME);
        assertThat(view(HANDLER, id).is(409).text("rule")).isEqualTo("disclosure-viewed");
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ru_execution where business_key_=?", Integer.class, id))
                .isZero();
        assertThat(custodian.get("/api/disclosures/log").ok().body().toString())
                .contains("已查看")
                .doesNotContain(NAME, lead);
        assertThat(as(HANDLER).get("/api/disclosures").ok().body().toString()).contains("VIEWED");
    }

    @Test
    void nobodyElseSeesTheTaskTheReasonOrTheIdentity() {
        String lead = reported();
        String id = request(lead).is(201).text("id");
        String taskId = as(CUSTODIAN).task(id, DECIDE);

        for (String other : List.of(
                HANDLER,
                "supervision-lead.310000",
                "supervision-lead.310101",
                "petition-vault-officer.310104",
                "petition-vault-officer.310101",
                "school-head.310101S001",
                "government.310101")) {
            assertThat(as(other).taskKeys(id)).as(other).isEmpty();
            assertThat(as(other).form(taskId).status()).as(other).isIn(403, 404);
            assertThat(as(other).claim(taskId).status()).as(other).isIn(403, 404);
        }
        for (String overseer : List.of("supervision-lead.310000", "supervision-lead.310101")) {
            assertThat(as(overseer)
                            .get("/camunda/api/engine/engine/default/process-instance?maxResults=10&businessKey=" + id)
                            .is(200)
                            .body()
                            .size())
                    .as("what Cockpit asks for %s", overseer)
                    .isZero();
        }
        assertThat(as("admin").form(taskId).status())
                .as("an administrator is no custodian and reads no form")
                .isEqualTo(404);
        assertThat(as("admin").claim(taskId).status()).isEqualTo(403);
        as(CUSTODIAN).does(id, DECIDE, Map.of("decision", "APPROVE", "opinion", "确有必要"));
        for (String other : List.of(CUSTODIAN, "supervision-lead.310000", "school-head.310101S001", "admin")) {
            view(other, id).is(404);
        }
    }

    @Test
    void theEngineHoldsNeitherTheLeadNorWhatAnybodyTyped() {
        String lead = reported();
        String id = request(lead).is(201).text("id");
        as(CUSTODIAN).does(id, DECIDE, Map.of("decision", "APPROVE", "opinion", "确有必要而且别无他法"));
        view(HANDLER, id).is(200);

        String engine = String.join(
                "\n",
                jdbc.queryForList("script nosettings", String.class).stream()
                        .filter(line -> line.contains("\"ACT_"))
                        .toList());
        assertThat(engine).contains(id).doesNotContain(lead, NAME, REASON, "别无他法");
    }

    @Test
    void whatNobodyDecidesInTimeIsNotDisclosed() {
        String id = request(reported()).is(201).text("id");

        as("admin").post("/api/demo/clock", Map.of("workingDays", 3)).ok();

        assertThat(view(HANDLER, id).is(409).text("rule")).isEqualTo("disclosure-refused");
        assertThat(as(CUSTODIAN).taskKeys(id)).isEmpty();
    }

    @Test
    void aViewNotTakenInTimeIsLost() {
        String id = request(reported()).is(201).text("id");
        as(CUSTODIAN).does(id, DECIDE, Map.of("decision", "APPROVE", "opinion", "确有必要"));

        as("admin")
                .post("/api/demo/clock", Map.of("to", "2026-10-05T10:00:00+08:00"))
                .ok();

        assertThat(view(HANDLER, id).is(409).text("rule")).isEqualTo("disclosure-window");
        assertThat(as(HANDLER).get("/api/disclosures").ok().body().toString()).contains("LAPSED");
    }

    private String reported() {
        var somebody = new Identity(NAME, "000-0000-5678", Optional.empty(), Optional.empty(), Optional.empty());
        return vault.open(new ReportMade(Optional.of(somebody), "每周六补课", List.of(), RetentionClass.OPEN))
                .leadRef();
    }

    private Answer request(String lead) {
        return as(HANDLER).post("/api/disclosures", Map.of("leadRef", lead, "purpose", "CONTACT", "reason", REASON));
    }

    private Answer view(String account, String id) {
        return as(account).post("/api/disclosures/" + id + "/view", Map.of());
    }

    @TestConfiguration
    static class Lead {
        @Bean
        @Primary
        DisclosureGround handledByThePetitionOfficeOfHuangpu() {
            return (lead, person) -> person.id().equals(HANDLER)
                    ? Optional.of(new DisclosureGround.Ground("310101", Set.of("310101"), Optional.of("310101S001")))
                    : Optional.empty();
        }
    }
}
