package io.duban.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

/**
 * A task is read and worked on by whom it is assigned or offered to. That is asked of the task and its candidates, not of
 * a grant for each task: a list would join all grants of a group with all its tasks, which grows with the square of them.
 */
final class TaskRights {

    /** The variables are ids, codes, days and flags; without them the engine does not even tell the name of the form. */
    private static final Set<Integer> OF_WHOM_IT_IS_OFFERED_TO = Set.of(
            Permissions.READ.getValue(), Permissions.TASK_WORK.getValue(), TaskPermissions.READ_VARIABLE.getValue());

    private final String person;
    private final List<String> groups;

    TaskRights(String person, @Nullable List<String> groups) {
        this.person = person;
        this.groups = groups == null ? List.of() : groups;
    }

    String person() {
        return person;
    }

    List<String> groups() {
        return groups;
    }

    /** Whether the query asks for tasks of the person or of the person's groups anyway; what else it asks narrows it further. */
    boolean hold(TaskQueryImpl query) {
        TaskQueryImpl outermost = query.getQueries().get(0);
        return !outermost.isOrQueryActive() && (person.equals(outermost.getAssignee()) || isOfGroups(outermost));
    }

    private boolean isOfGroups(TaskQueryImpl query) {
        if (query.getCandidateUser() != null || query.getCandidateGroupLike() != null) {
            return false;
        }
        List<String> asked = query.getCandidateGroups();
        return asked != null && !asked.isEmpty() && groups.containsAll(asked);
    }

    /**
     * Leaves of what the query asks for the tasks that are assigned or offered to the person. Who oversees processes finds
     * the tasks of those instead, and by their ids both: a list of both would look through the candidates of all tasks. So
     * would one of what is assigned or offered; where all that is the person's is offered to the groups too, as it nearly
     * always is, the groups alone are asked.
     *
     * @param overseen the processes of which the person reads every task; none for nearly everybody
     * @param tasks where the query is going to be asked
     */
    void narrow(TaskQueryImpl query, Set<String> overseen, DbEntityManager tasks) {
        TaskQueryImpl outermost = query.getQueries().get(0);
        String[] processes = overseen.toArray(String[]::new);
        if (processes.length == 0 && isOpen(outermost) && areAllOffered(tasks)) {
            outermost.taskCandidateGroupIn(groups).includeAssignedTasks();
            return;
        }
        if (processes.length > 0 && outermost.getTaskId() == null && outermost.getTaskIdIn() == null) {
            outermost.or().processDefinitionKeyIn(processes).endOr();
            return;
        }
        var own = outermost.or().taskAssignee(person).taskCandidateUser(person);
        if (processes.length > 0) {
            own = own.processDefinitionKeyIn(processes);
        }
        (groups.isEmpty() ? own : own.taskCandidateGroupIn(groups))
                .includeAssignedTasks()
                .endOr();
    }

    /** Whether nothing is assigned or offered to the person by name that is not offered to the groups as well. */
    private boolean areAllOffered(DbEntityManager tasks) {
        Object others = tasks.selectOne("countTasksBesideTheGroups", Map.of("person", person, "groups", groups));
        return Long.valueOf(0).equals(others);
    }

    /** Whether the query would pass over all tasks there are: it asks for none by its id or case, and for nobody's. */
    private boolean isOpen(TaskQueryImpl query) {
        return !groups.isEmpty()
                && !query.isOrQueryActive()
                && query.getTaskId() == null
                && query.getTaskIdIn() == null
                && query.getProcessInstanceId() == null
                && query.getAssignee() == null
                && query.getInvolvedUser() == null
                && query.getCandidateUser() == null
                && query.getCandidateGroup() == null
                && query.getCandidateGroups() == null
                && query.getCandidateGroupLike() == null;
    }

    /** Whether the check asks for a right that comes with being assigned or offered this very task. */
    boolean include(PermissionCheck check) {
        String id = check.getResourceId();
        return Resources.TASK == check.getResource()
                && id != null
                && OF_WHOM_IT_IS_OFFERED_TO.contains(check.getPermission().getValue())
                && isAssignedOrOffered(
                        Context.getCommandContext().getTaskManager().findTaskById(id));
    }

    private boolean isAssignedOrOffered(@Nullable TaskEntity task) {
        return task != null
                && (person.equals(task.getAssignee())
                        || task.getIdentityLinks().stream()
                                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                                .anyMatch(
                                        link -> groups.contains(link.getGroupId()) || person.equals(link.getUserId())));
    }
}
