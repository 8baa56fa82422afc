package io.duban.organisation;

import io.duban.engine.UnitTenants;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The nearest county or city at or above a unit, for which {@link UnitGroups} keeps a tenant. */
@Component
class TenantsOfUnits implements UnitTenants {

    private final Organisations organisations;

    TenantsOfUnits(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Optional<String> of(String unit) {
        return organisations.lineage(unit).stream()
                .filter(each -> each.is(AdminLevel.COUNTY) || each.is(AdminLevel.PROVINCE))
                .map(Unit::code)
                .findFirst();
    }
}
