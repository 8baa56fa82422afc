package io.duban.engine;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;

/**
 * Every running case belongs to the district it concerns, so that the engine's own lists and Cockpit show a person the
 * cases of their jurisdiction only; superior levels are members of the tenants below. A case of the custodians of
 * reporters' identities (举报人信息保管员) belongs to them alone: their group is its tenant.
 */
final class DistrictAsTenant implements TenantIdProvider {

    static final String DISTRICT = "districtUnit";
    static final String CUSTODIANS = "custodianGroup";

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        Object custodians = context.getVariables().get(CUSTODIANS);
        Object owner = custodians == null ? context.getVariables().get(DISTRICT) : custodians;
        return owner == null ? null : owner.toString();
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
