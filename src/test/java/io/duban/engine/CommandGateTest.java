package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A web request reaches the engine as somebody, or in the marked name of a capability, or not at all. */
class CommandGateTest {

    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        engine = GuardedEngine.start();
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "x.bpmn",
                        GuardedEngine.process("<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${act}\"/>"))
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void nobody() {
        engine.getIdentityService().clearAuthentication();
    }

    private List<Callable<Object>> commands() {
        return List.of(
                () -> engine.getTaskService().createTaskQuery().listPage(0, 1),
                () -> engine.getTaskService().createTaskQuery().count(),
                () -> engine.getRuntimeService().startProcessInstanceByKey("x"),
                () -> engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .listPage(0, 1),
                () -> engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .listPage(0, 1),
                () -> engine.getIdentityService().checkPassword("a", "b"),
                () -> engine.getManagementService().createJobQuery().listPage(0, 1),
                () -> engine.getManagementService().getTableCount(),
                () -> engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .listPage(0, 1),
                () -> {
                    engine.getIdentityService().deleteUser("x");
                    return true;
                },
                () -> {
                    engine.getTaskService().complete("x");
                    return true;
                });
    }

    @Test
    void nobodyIsRefused() {
        for (Callable<Object> command : commands()) {
            assertThatThrownBy(() -> GuardedEngine.inRequest(command))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("signed-in"));
        }
    }

    @Test
    void somebodyPasses() throws Exception {
        engine.getIdentityService().setAuthenticatedUserId("somebody");

        assertThat(GuardedEngine.<Object>inRequest(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey("x")
                        .isEnded()))
                .isEqualTo(true);
    }

    @Test
    void aCapabilityPassesWithinItsMarkAndNotAfterIt() throws Exception {
        SystemCalls system = new SystemCalls(engine.getIdentityService());

        GuardedEngine.inRequest(() -> {
            assertThatCode(() -> system.call(
                            () -> engine.getTaskService().createTaskQuery().count()))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> system.run(() -> {
                        system.run(
                                () -> engine.getTaskService().createTaskQuery().count());
                        throw new IllegalStateException("on the way");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(SystemScope.isOpen()).isFalse();
            assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().count())
                    .isInstanceOf(Refusal.class);
            return true;
        });
    }

    @Test
    void thePersonIsBackAfterACapabilityHasSpoken() throws Exception {
        engine.getIdentityService().setAuthentication("somebody", List.of("g"), List.of("t"));
        SystemCalls system = new SystemCalls(engine.getIdentityService());

        GuardedEngine.inRequest(() ->
                system.call(() -> engine.getTaskService().createTaskQuery().count()));

        assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId())
                .isEqualTo("somebody");
    }

    @Test
    void whatTheWebAppsAskBeforeTheyKnowWhoIsThereIsAListOfReads() {
        assertThat(CommandGate.LOG_IN)
                .hasSize(10)
                .allMatch(name -> name.matches(
                        ".*(Query(Cmd|Impl)|ReadOnlyCmd|CheckCmd|ForDeploymentCmd|DeployedProcessDefinitionCmd)"));
    }

    @Test
    void thatListIsForThoseSpringSecurityHasLetIn() throws Exception {
        Callable<Object> groups =
                () -> engine.getIdentityService().createGroupQuery().listPage(0, 1);
        assertThatThrownBy(() -> GuardedEngine.inRequest(groups)).isInstanceOf(Refusal.class);

        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("somebody", null, List.of()));
        try {
            assertThat(GuardedEngine.inRequest(groups)).isEqualTo(List.of());
            for (Callable<Object> command : commands()) {
                assertThatThrownBy(() -> GuardedEngine.inRequest(command)).isInstanceOf(Refusal.class);
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void timersAndStartUpAreNotRequests() {
        assertThatCode(() -> engine.getTaskService().createTaskQuery().count()).doesNotThrowAnyException();
    }
}
