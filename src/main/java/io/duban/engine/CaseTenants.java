package io.duban.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Whose a running case is, so that the engine's own lists and Cockpit show it to those alone who oversee that unit. A
 * case is its issuer's or receiver's from the beginning to the end. What it hands down runs as an instance of its own
 * that a process calls (调查核实, 整改销号): that is the district's whose body works on it, unless that body is the one that
 * is accused. A case of the custodians of reporters' identities (举报人信息保管员) belongs to them alone: their group is its
 * tenant.
 */
final class CaseTenants extends AbstractBpmnParseListener implements TenantIdProvider, ExecutionListener {

    static final String CUSTODIANS = "custodianGroup";
    static final String INVESTIGATORS = "investigatorGroup";
    static final String RECTIFIERS = "rectifierGroup";
    private static final String[] OWNERS = {"issuerUnit", "receivingUnit", "unit", "districtUnit"};

    private final UnitTenants units;

    CaseTenants(UnitTenants units) {
        this.units = units;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        return of(context.getVariables(), false);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, this);
    }

    /** The engine gives a called instance the tenant of its caller without asking. */
    @Override
    public void notify(DelegateExecution started) {
        if (started instanceof ExecutionEntity instance && instance.getSuperExecutionId() != null) {
            String tenant = of(instance.getVariables(), true);
            instance.setTenantId(tenant);
            instance.getVariableInstancesLocal().stream()
                    .filter(VariableInstanceEntity.class::isInstance)
                    .map(VariableInstanceEntity.class::cast)
                    .forEach(variable -> variable.setTenantId(tenant));
        }
    }

    /** The tenant of a case with these variables, or of the part of it that its process calls. */
    @Nullable
    String of(Map<String, Object> variables, boolean called) {
        return text(variables, CUSTODIANS)
                .or(() -> called ? handedDown(variables) : Optional.empty())
                .or(() -> Stream.of(OWNERS)
                        .flatMap(name -> text(variables, name).stream())
                        .flatMap(unit -> units.of(unit).stream())
                        .findFirst())
                .orElse(null);
    }

    private Optional<String> handedDown(Map<String, Object> variables) {
        return text(variables, INVESTIGATORS)
                .flatMap(this::ofGroup)
                .or(() -> text(variables, RECTIFIERS)
                        .flatMap(accused ->
                                ofGroup(accused).filter(district -> !district.equals(TaskTenants.unitOf(accused)))));
    }

    private Optional<String> ofGroup(String group) {
        return units.of(TaskTenants.unitOf(group));
    }

    private static Optional<String> text(Map<String, Object> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(Objects::toString);
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
