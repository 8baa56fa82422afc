package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseTenantsTest {

    private static final UnitTenants UNITS =
            unit -> unit.length() < 6 ? Optional.empty() : Optional.of(unit.substring(0, 6));

    private final ProcessEngine engine = SmallEngine.start(configuration -> {
        CaseTenants cases = new CaseTenants(UNITS);
        configuration.setTenantIdProvider(cases);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(cases, new TaskTenants(UNITS))));
    });

    CaseTenantsTest() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "outer.bpmn",
                        SmallEngine.process("outer")
                                .startEvent()
                                .callActivity("call")
                                .calledElement("inner")
                                .camundaIn("issuerUnit", "issuerUnit")
                                .camundaIn("districtUnit", "districtUnit")
                                .camundaIn("investigatorGroup", "investigatorGroup")
                                .camundaIn("rectifierGroup", "rectifierGroup")
                                .camundaIn("offered", "offered")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "inner.bpmn",
                        SmallEngine.process("inner")
                                .startEvent()
                                .userTask("task")
                                .camundaCandidateGroups("${offered}")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void aCaseIsItsIssuersAndWhatItHandsDownIsTheDistricts() {
        var outer = start(
                "outer", Map.of("issuerUnit", "310000", "districtUnit", "310104", "investigatorGroup", "team.310104"));

        assertThat(outer.getTenantId()).isEqualTo("310000");
        assertThat(called(outer)).isEqualTo("310104");
    }

    @Test
    void whatTheAccusedBodyOfATenantHasToRectifyStaysWithTheIssuer() {
        assertThat(called(start("outer", Map.of("issuerUnit", "310000", "rectifierGroup", "head.310104T001"))))
                .isEqualTo("310104");
        assertThat(called(start("outer", Map.of("issuerUnit", "310000", "rectifierGroup", "government.310104"))))
                .isEqualTo("310000");
    }

    @Test
    void aCaseOfTheCustodiansIsTheirsAlone() {
        var kept = start("inner", Map.of("custodianGroup", "vault.310000", "offered", "vault.310000"));

        assertThat(kept.getTenantId()).isEqualTo("vault.310000");
        assertThat(task(kept)).isEqualTo("vault.310000");
    }

    @Test
    void aTaskIsOfTheUnitItIsOfferedTo() {
        assertThat(task(start("inner", Map.of("issuerUnit", "310000", "offered", "head.310104T001"))))
                .isEqualTo("310104");
        assertThat(task(start("inner", Map.of("receivingUnit", "310104", "offered", "office.310000"))))
                .isEqualTo("310000");
        assertThat(task(start("inner", Map.of("issuerUnit", "310000", "offered", "office.310104,office.310105"))))
                .isEqualTo("310000");
    }

    @Test
    void aCaseOfNobodyIsNobodys() {
        assertThat(start("inner", Map.of()).getTenantId()).isNull();
        assertThat(start("inner", Map.of("issuerUnit", "x")).getTenantId()).isNull();
    }

    private ProcessInstance start(String process, Map<String, Object> given) {
        Map<String, Object> variables = new HashMap<>(Map.of("offered", "everybody"));
        variables.putAll(given);
        return engine.getRuntimeService().startProcessInstanceByKey(process, variables);
    }

    private String called(ProcessInstance outer) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(outer.getId())
                .singleResult()
                .getTenantId();
    }

    private String task(ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getTenantId();
    }
}
