package io.duban.organisation;

import io.duban.model.Known;
import io.duban.model.KnownToModels;
import org.springframework.stereotype.Component;

/** Tells the check of the models which roles there are, so that no task is offered to one that does not exist. */
@Component
class RolesOfModels implements KnownToModels {

    @Override
    public void tell(Known known) {
        for (Role role : Role.values()) {
            known.role(role.id(), role.isUnitless());
        }
    }
}
