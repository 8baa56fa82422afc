package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;

/** Cases begun when every case lay with the district it concerns are put where they belong, and go on. */
class EarlierTenantsTest extends EndToEnd {

    private static final List<String> DISTRICT = List.of("supervision-lead.310104", "committee-director.310104");

    @Autowired
    private List<ApplicationRunner> runners;

    @Test
    void runningCasesGoBackToTheirIssuerAndWhatIsHandedDownStays() throws Exception {
        KeyOrder draft = KeyOrder.drafted(duban);
        KeyOrder reported = KeyOrder.drafted(duban).reported();
        KeyOrder asked = KeyOrder.drafted(duban).received();
        asked.office
                .asksToEnd(asked.id, "WITHDRAWAL", "DUPLICATE", java.util.Map.of())
                .is(201);
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable")) {
            jdbc.update("update " + table + " set tenant_id_ = '310104'");
        }
        assertThat(count("process-instance/count?businessKey=" + draft.id))
                .as("as it was")
                .isEqualTo(1);

        start();

        for (KeyOrder each : List.of(draft, reported, asked)) {
            assertThat(tenants("act_ru_execution", each.id, "supervisionOrder")).containsOnly("310000");
            assertThat(tenants("act_ru_variable", each.id, "supervisionOrder")).containsOnly("310000");
        }
        assertThat(count("process-instance/count?businessKey=" + draft.id)).isZero();
        assertThat(count("variable-instance/count?variableValues=caseId_eq_" + draft.id))
                .isZero();
        assertThat(count("task/count?taskDefinitionKey=userTask_draftOrder")).isZero();
        assertThat(count("task/count?taskDefinitionKey=userTask_reviewReport")).isZero();
        assertThat(count("task/count?taskDefinitionKey=userTask_decideDiscontinuation"))
                .isZero();
        assertThat(tenants("act_ru_execution", reported.id, "investigation")).containsOnly("310104");
        assertThat(count("task/count?taskDefinitionKey=userTask_investigate")).isEqualTo(1);

        draft.received();
        reported.reviewed(Papers.review(duban.today().plusDays(9)));
        assertThat(draft.state()).isEqualTo("INVESTIGATING");
        assertThat(reported.state()).isEqualTo("RECTIFYING");
    }

    @Test
    void itIsDoneOnce() throws Exception {
        start();
        KeyOrder draft = KeyOrder.drafted(duban);
        jdbc.update("update act_ru_task set tenant_id_ = '310104'");

        runner().run(new DefaultApplicationArguments());

        assertThat(jdbc.queryForObject("select tenant_id_ from act_ru_task", String.class))
                .as(draft.id)
                .isEqualTo("310104");
    }

    private void start() throws Exception {
        jdbc.update("delete from act_ge_property where name_ = 'duban.tenants'");
        runner().run(new DefaultApplicationArguments());
    }

    private ApplicationRunner runner() {
        return runners.stream()
                .filter(each -> each.getClass().getSimpleName().equals("TenantsOfRunningCases"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> tenants(String table, String caseId, String process) {
        return jdbc.queryForList(
                "select x.tenant_id_ from " + table + " x join act_ru_execution i on i.id_ = x.proc_inst_id_"
                        + " where i.business_key_ = ? and i.proc_def_id_ like ?",
                String.class,
                caseId,
                process + ":%");
    }

    private int count(String query) {
        return DISTRICT.stream()
                .mapToInt(account -> as(account)
                        .get(DoorWalk.ENGINE + query)
                        .ok()
                        .body()
                        .path("count")
                        .asInt(-1))
                .max()
                .orElseThrow();
    }
}
