package io.duban.worklist;

import io.duban.engine.Oversight;
import io.duban.engine.StartStep;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 岗位权限: what each role may open and start. Tasks need no grant, the model's candidate groups give it. Who oversees a
 * jurisdiction reads there, by the tenant of each case and task, the way of its orders and accountability cases; what is
 * more narrowly told, such as leads, interviews and requests of the issuer, is read by those it is offered to and on its
 * own pages.
 */
@Component
class RoleGrants implements StartStep, Oversight {

    /** What is overseen in the engine; whom each case of another process may be told is decided case by case. */
    static final Set<String> OVERSEEN =
            Set.of("supervisionOrder", "investigation", "rectification", "lookBack", "accountability");

    private static final Set<Role> LEADS = EnumSet.of(Role.SUPERVISION_LEAD, Role.COMMITTEE_DIRECTOR);
    private static final Set<Role> ANSWERABLE = EnumSet.of(Role.GOVERNMENT, Role.SCHOOL_HEAD, Role.INSTITUTION_HEAD);

    private static final Permission[] WATCHING = {
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_TASK_VARIABLE
    };

    private final Grants grants;

    RoleGrants(Grants grants) {
        this.grants = grants;
    }

    /** An office-holder who also works elsewhere may have to stand aside from cases of the jurisdiction: nothing then. */
    @Override
    public boolean isHeldBy(Collection<String> groups) {
        return LEADS.stream().anyMatch(role -> groups.contains(role.id()))
                && new Person("", Set.copyOf(groups)).units().size() == 1;
    }

    @Override
    public Set<String> processes() {
        return OVERSEEN;
    }

    /** Before the port opens: what an earlier version granted too widely nobody comes in with. */
    @Override
    @Transactional
    public void start() {
        for (Role role : Role.values()) {
            open(role, "tasklist");
            open(role, "welcome");
            grants.ensure(role.id(), Resources.PROCESS_DEFINITION, Grants.EVERY, Permissions.READ);
        }
        LEADS.forEach(this::oversee);
        watch();
        design();
        administer();
        starts(EnumSet.of(Role.SUPERVISION_OFFICE), "supervisionOrder");
        starts(EnumSet.of(Role.SUPERVISION_OFFICE), "discontinuation");
        starts(ANSWERABLE, "extension");
    }

    @Override
    public int getPhase() {
        return GRANTS;
    }

    private void oversee(Role role) {
        open(role, "cockpit");
        grants.withdraw(role.id(), Resources.PROCESS_DEFINITION, Grants.EVERY, WATCHING);
        grants.withdraw(
                role.id(), Resources.PROCESS_DEFINITION, Grants.EVERY, ProcessDefinitionPermissions.READ_HISTORY);
        grants.ensure(role.id(), Resources.DECISION_DEFINITION, Grants.EVERY, Permissions.READ);
    }

    /** Not the engine's history: a case of an earlier version lies there with its district although it was its issuer's. */
    private void watch() {
        OVERSEEN.forEach(process -> grants.ensure(Oversight.GROUP, Resources.PROCESS_DEFINITION, process, WATCHING));
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
