package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistrictAsTenantTest {

    private final ProcessEngine engine =
            SmallEngine.start(configuration -> configuration.setTenantIdProvider(new DistrictAsTenant()));

    DistrictAsTenantTest() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "outer.bpmn",
                        SmallEngine.process("outer")
                                .startEvent()
                                .callActivity("call")
                                .calledElement("inner")
                                .camundaIn("districtUnit", "districtUnit")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "inner.bpmn",
                        SmallEngine.process("inner")
                                .startEvent()
                                .userTask("task")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void aCaseAndItsCalledPartsBelongToTheDistrictItConcerns() {
        var outer = engine.getRuntimeService()
                .startProcessInstanceByKey("outer", Map.<String, Object>of("districtUnit", "310104"));

        assertThat(outer.getTenantId()).isEqualTo("310104");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .superProcessInstanceId(outer.getId())
                        .singleResult()
                        .getTenantId())
                .isEqualTo("310104");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .tenantIdIn("310104")
                        .taskDefinitionKey("task")
                        .list())
                .hasSize(1);
    }

    @Test
    void aCaseThatNamesNoDistrictIsItsIssuers() {
        assertThat(engine.getRuntimeService()
                        .startProcessInstanceByKey("inner", Map.<String, Object>of("issuerUnit", "310000"))
                        .getTenantId())
                .isEqualTo("310000");
        assertThat(engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "inner", Map.<String, Object>of("issuerUnit", "310000", "districtUnit", "310105"))
                        .getTenantId())
                .isEqualTo("310105");
    }

    @Test
    void aCaseWithoutADistrictBelongsToNone() {
        assertThat(engine.getRuntimeService().startProcessInstanceByKey("inner").getTenantId())
                .isNull();
        assertThat(engine.getRuntimeService()
                        .startProcessInstanceByKey("inner", Map.<String, Object>of("caseId", "c"))
                        .getTenantId())
                .isNull();
    }
}
