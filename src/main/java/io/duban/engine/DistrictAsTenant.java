package io.duban.engine;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;

/**
 * Every running case belongs to the district it concerns, so that the engine's own lists and Cockpit show a person the
 * cases of their jurisdiction only; superior levels are members of the tenants below. A case that names no district is
 * its issuer's: whom it concerns reads what it is told (问责). A case of the custodians of reporters' identities
 * (举报人信息保管员) belongs to them alone: their group is its tenant.
 */
final class DistrictAsTenant implements TenantIdProvider {

    static final String DISTRICT = "districtUnit";
    static final String ISSUER = "issuerUnit";
    static final String CUSTODIANS = "custodianGroup";

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        return Stream.of(CUSTODIANS, DISTRICT, ISSUER)
                .map(context.getVariables()::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
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
