package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;

/** Cases begun when every case lay with the district it concerns are put where they belong, and go on. */
class EarlierTenantsTest extends EndToEnd {

    private static final List<String> DISTRICT = List.of("supervision-lead.310104", "committee-director.310104");

    @Autowired
    private List<SmartLifecycle> started;

    @Autowired
    private RuntimeService running;

    @Test
    void runningCasesGoBackToTheirIssuerAndWhatIsHandedDownStays() {
        KeyOrder draft = KeyOrder.drafted(duban);
        KeyOrder reported = KeyOrder.drafted(duban).reported();
        KeyOrder asked = KeyOrder.drafted(duban).received();
        asked.office.asksToEnd(asked.id, "WITHDRAWAL", "DUPLICATE", Map.of()).is(201);
        running.createIncident("test", instance(reported.id, "investigation"), null);
        List<String> tables = tablesWithTenant();
        List<Map<String, Object>> before = placed(tables);
        tables.forEach(
                each -> jdbc.update("update " + each + " set tenant_id_ = '310104' where tenant_id_ is not null"));
        assertThat(placed(tables)).isNotEqualTo(before);
        assertThat(count("process-instance/count?businessKey=" + draft.id))
                .as("as it was")
                .isEqualTo(1);

        start();

        assertThat(placed(tables)).isEqualTo(before);
        assertThat(count("event-subscription/count?processInstanceId=" + instance(draft.id, "supervisionOrder")))
                .isZero();
        assertThat(count("event-subscription/count?processInstanceId=" + instance(reported.id, "supervisionOrder")))
                .isZero();
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
    void itIsDoneOnce() {
        start();
        KeyOrder draft = KeyOrder.drafted(duban);
        jdbc.update("update act_ru_task set tenant_id_ = '310104'");

        carryOver().start();

        assertThat(jdbc.queryForObject("select tenant_id_ from act_ru_task", String.class))
                .as(draft.id)
                .isEqualTo("310104");
    }

    /** What an earlier version granted too widely is gone and its cases are in place before anybody can come in. */
    @Test
    void itIsDoneBeforeThePortOpens() {
        assertThat(carryOver().getPhase()).isLessThan(phaseOf("WebServerStartStopLifecycle"));
        assertThat(phaseOf("RoleGrants"))
                .isGreaterThan(phaseOf("ModelsAtStart"))
                .isLessThan(phaseOf("WebServerStartStopLifecycle"));
    }

    private int phaseOf(String type) {
        return started.stream()
                .filter(each -> AopUtils.getTargetClass(each).getSimpleName().equals(type))
                .mapToInt(SmartLifecycle::getPhase)
                .min()
                .orElseThrow();
    }

    private void start() {
        jdbc.update("delete from act_ge_property where name_ = 'duban.tenants'");
        carryOver().start();
    }

    private List<String> tablesWithTenant() {
        List<String> tables = jdbc.queryForList(
                "select lower(table_name) from information_schema.columns where lower(column_name) = 'tenant_id_'"
                        + " and lower(table_name) like 'act_ru_%' order by table_name",
                String.class);
        assertThat(tables).contains("act_ru_event_subscr", "act_ru_job", "act_ru_incident", "act_ru_ext_task");
        return tables;
    }

    /** How many rows of which tenant each execution has in each table; links of a task are read with their task only. */
    private List<Map<String, Object>> placed(List<String> tables) {
        return tables.stream()
                .filter(each -> !List.of(
                                "act_ru_jobdef",
                                "act_ru_identitylink",
                                "act_ru_batch",
                                "act_ru_case_execution",
                                "act_ru_case_sentry_part")
                        .contains(each))
                .flatMap(each -> {
                    String execution = each.equals("act_ru_execution") ? "id_" : "execution_id_";
                    return jdbc
                            .queryForList("select '" + each + "' as place, " + execution
                                    + ", tenant_id_, count(*) as held from " + each
                                    + " where tenant_id_ is not null group by " + execution
                                    + ", tenant_id_ order by " + execution + ", tenant_id_")
                            .stream();
                })
                .toList();
    }

    private String instance(String caseId, String process) {
        return jdbc.queryForObject(
                "select id_ from act_ru_execution where business_key_ = ? and proc_def_id_ like ?",
                String.class,
                caseId,
                process + ":%");
    }

    private SmartLifecycle carryOver() {
        return started.stream()
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
