package io.duban.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * Gives each task the tenant of the unit it is offered to, whichever case it belongs to: what the city does in a case of
 * a district is not the district's to see, and what a district has to do in a case of the city it finds in its lists.
 */
final class TaskTenants extends AbstractBpmnParseListener implements TaskListener {

    private final UnitTenants units;

    TaskTenants(UnitTenants units) {
        this.units = units;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            behavior.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        if (task instanceof TaskEntity entity) {
            of(entity).ifPresent(entity::setTenantId);
        }
    }

    /** The tenant a task belongs in; nothing if its candidates do not say, then it stays in that of its case. */
    Optional<String> of(TaskEntity task) {
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && group.indexOf('.') > 0)
                .collect(Collectors.toSet());
        if (groups.contains(task.getTenantId())) {
            return Optional.empty();
        }
        Set<String> tenants = groups.stream()
                .flatMap(group -> units.of(unitOf(group)).stream())
                .collect(Collectors.toSet());
        return tenants.size() == 1 ? Optional.of(tenants.iterator().next()) : Optional.empty();
    }

    /** {@code role.unit} names the unit. */
    static String unitOf(String group) {
        return group.substring(group.indexOf('.') + 1);
    }
}
