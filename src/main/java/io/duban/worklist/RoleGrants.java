package io.duban.worklist;

import io.duban.organisation.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 岗位权限: what each role may open and start. Tasks need no grant, the model's candidate groups give it; what leads may
 * read is narrowed to their districts by the tenant of each case.
 */
@Component
@Order(31)
class RoleGrants implements ApplicationRunner {

    private static final Set<Role> LEADS = EnumSet.of(Role.SUPERVISION_LEAD, Role.COMMITTEE_DIRECTOR);
    private static final Set<Role> ANSWERABLE = EnumSet.of(Role.GOVERNMENT, Role.SCHOOL_HEAD, Role.INSTITUTION_HEAD);

    private final Grants grants;

    RoleGrants(Grants grants) {
        this.grants = grants;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (Role role : Role.values()) {
            open(role, "tasklist");
            open(role, "welcome");
            grants.ensure(role.id(), Resources.PROCESS_DEFINITION, Grants.EVERY, Permissions.READ);
        }
        LEADS.forEach(this::oversee);
        design();
        administer();
        starts(EnumSet.of(Role.SUPERVISION_OFFICE), "supervisionOrder");
        starts(EnumSet.of(Role.SUPERVISION_OFFICE), "discontinuation");
        starts(ANSWERABLE, "extension");
    }

    private void oversee(Role role) {
        open(role, "cockpit");
        grants.ensure(
                role.id(),
                Resources.PROCESS_DEFINITION,
                Grants.EVERY,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                ProcessDefinitionPermissions.READ_HISTORY);
        grants.ensure(role.id(), Resources.DECISION_DEFINITION, Grants.EVERY, Permissions.READ);
    }

    private void design() {
        open(Role.DESIGNER, "cockpit");
        grants.ensure(Role.DESIGNER.id(), Resources.DECISION_DEFINITION, Grants.EVERY, Permissions.READ);
        grants.ensure(Role.DESIGNER.id(), Resources.DEPLOYMENT, Grants.EVERY, Permissions.READ);
    }

    /** Both the role and the engine's own group of administrators, as the engine itself would set it up. */
    private void administer() {
        for (String group : List.of(Role.ADMIN.id(), "camunda-admin")) {
            for (Resources resource : Resources.values()) {
                grants.ensure(group, resource, Grants.EVERY, Permissions.ALL);
            }
        }
    }

    private void starts(Set<Role> roles, String process) {
        roles.forEach(role -> {
            grants.ensure(
                    role.id(), Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE);
            grants.ensure(role.id(), Resources.PROCESS_INSTANCE, Grants.EVERY, Permissions.CREATE);
        });
    }

    private void open(Role role, String application) {
        grants.ensure(role.id(), Resources.APPLICATION, application, Permissions.ACCESS);
    }
}
