package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskRightsTest {

    private static final String OFFICE = "office.1";
    private static final String OTHER = "office.2";

    private final ProcessEngine engine = SmallEngine.start(configuration -> {
        configuration.setAuthorizationEnabled(true);
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        configuration.setResourceAuthorizationProvider(new TaskGrants(List::of));
        configuration.setCustomSessionFactories(
                new ArrayList<>(List.of(new SignedInRights(Duration.ofHours(1), List::of, List::of))));
    });
    private final TaskService tasks = engine.getTaskService();
    private String mine = "";
    private String offered = "";
    private String others = "";

    @BeforeEach
    void open() {
        CappedTaskCounts.mapOnto((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "case.bpmn",
                        SmallEngine.process("case")
                                .startEvent()
                                .userTask("work")
                                .camundaCandidateGroups("${group}")
                                .endEvent()
                                .done())
                .deploy();
        mine = taskOf(OTHER);
        tasks.setAssignee(mine, "li");
        offered = taskOf(OFFICE);
        others = taskOf(OTHER);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aPersonFindsTheTasksThatAreAssignedOrOfferedToThem() {
        assertThat(seen(tasks.createTaskQuery())).containsExactlyInAnyOrder(mine, offered);
        assertThat(seen(tasks.createTaskQuery().taskAssignee("li"))).containsExactly(mine);
        assertThat(seen(tasks.createTaskQuery().taskCandidateGroupIn(List.of(OFFICE))))
                .containsExactly(offered);
        assertThat(seen(tasks.createTaskQuery().taskCandidateGroup(OFFICE))).containsExactly(offered);
        assertThat(seen(tasks.createTaskQuery().taskIdIn(mine, offered, others)))
                .containsExactlyInAnyOrder(mine, offered);
        assertThat(as("li", OFFICE, () -> tasks.createTaskQuery().count())).isEqualTo(2);
        tasks.setAssignee(offered, "li");
        assertThat(seen(tasks.createTaskQuery())).containsExactlyInAnyOrder(mine, offered);
        tasks.setAssignee(mine, "another");
        assertThat(seen(tasks.createTaskQuery()))
                .as("nothing is the person's alone any more")
                .containsExactly(offered);
        assertThat(seen(tasks.createTaskQuery().taskUnassigned())).isEmpty();
        tasks.addCandidateUser(others, "li");
        assertThat(seen(tasks.createTaskQuery())).containsExactlyInAnyOrder(offered, others);
        tasks.deleteCandidateUser(others, "li");
        tasks.setAssignee(offered, null);
        tasks.setAssignee(mine, "li");
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count())
                .as("grants of single tasks")
                .isZero();
    }

    @Test
    void noWayOfAskingFindsTheTasksOfOthers() {
        List<TaskQuery> widest = List.of(
                tasks.createTaskQuery().taskId(others),
                tasks.createTaskQuery().taskCandidateGroup(OTHER),
                tasks.createTaskQuery()
                        .taskCandidateGroupIn(List.of(OFFICE, OTHER))
                        .taskId(others),
                tasks.createTaskQuery().taskCandidateGroupLike("%").taskId(others),
                tasks.createTaskQuery().taskCandidateUser("wang"),
                tasks.createTaskQuery().withCandidateGroups().taskId(others),
                tasks.createTaskQuery().taskUnassigned().taskId(others),
                tasks.createTaskQuery()
                        .or()
                        .taskAssignee("li")
                        .taskId(others)
                        .endOr()
                        .taskId(others),
                tasks.createTaskQuery()
                        .or()
                        .taskCandidateGroup(OFFICE)
                        .taskCandidateGroup(OTHER)
                        .endOr()
                        .taskId(others));

        assertThat(widest).allSatisfy(query -> assertThat(seen(query)).isEmpty());
    }

    @Test
    void whoIsOfferedATaskMayWorkOnItAndNobodyElse() {
        assertThatThrownBy(() -> as("li", OFFICE, () -> complete(others))).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("li", OFFICE, () -> engine.getFormService().getTaskFormData(others)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("li", OFFICE, () -> {
                    tasks.deleteTask(offered);
                    return true;
                }))
                .as("more than reading and working")
                .isInstanceOf(RuntimeException.class);
        assertThat(as("li", OFFICE, () -> engine.getFormService().getTaskFormData(offered)))
                .isNotNull();
        assertThat(as("li", OFFICE, () -> complete(offered))).isTrue();
        assertThat(as("li", OFFICE, () -> complete(mine))).isTrue();
    }

    @Test
    void whoOverseesAllCasesReadsAllTasksForAsLongAsTheRightIsGranted() {
        assertThat(seen(tasks.createTaskQuery())).doesNotContain(others);
        Authorization grant = grant(Authorization.AUTH_TYPE_GRANT, Resources.PROCESS_DEFINITION, Permissions.READ_TASK);
        assertThat(seen(tasks.createTaskQuery())).contains(mine, offered, others);

        engine.getAuthorizationService().deleteAuthorization(grant.getId());
        assertThat(seen(tasks.createTaskQuery())).doesNotContain(others);
    }

    @Test
    void whereARightIsRevokedTheGrantsAloneDecide() {
        grant(Authorization.AUTH_TYPE_REVOKE, Resources.TASK, Permissions.READ);

        assertThat(seen(tasks.createTaskQuery().taskCandidateGroup(OFFICE))).isEmpty();
        assertThatThrownBy(() -> as("li", OFFICE, () -> complete(offered))).isInstanceOf(AuthorizationException.class);
    }

    private Authorization grant(int type, Resource resource, Permission permission) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(type);
        grant.setGroupId(OFFICE);
        grant.setResource(resource);
        grant.setResourceId(Authorization.ANY);
        if (type == Authorization.AUTH_TYPE_REVOKE) {
            grant.removePermission(permission);
        } else {
            grant.addPermission(permission);
        }
        return engine.getAuthorizationService().saveAuthorization(grant);
    }

    private boolean complete(String task) {
        tasks.complete(task);
        return true;
    }

    private List<String> seen(TaskQuery query) {
        return as("li", OFFICE, () -> query.list().stream().map(Task::getId).toList());
    }

    private <T> T as(String person, String group, Supplier<T> work) {
        engine.getIdentityService().setAuthentication(person, List.of(group));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private String taskOf(String group) {
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey("case", java.util.Map.<String, Object>of("group", group));
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }
}
