package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Cockpit in a real Chromium, page by page, for every role that may open it: nothing fails, nothing is offered in vain. */
class CockpitIT extends Screens {

    private static final List<String> WATCHERS =
            List.of("supervision-lead.310000", "committee-director.310000", "designer", "admin");
    private static final String RED =
            ".page-notifications .alert-danger, .page-notifications .notification.error," + " .alert-danger:visible";
    private static final String IN_VAIN = "[ng-click='openDialog()'].btn-toolbar:visible,"
            + " [ng-click='enableEditMode(info, true)']:visible, .delete-deployment:visible,"
            + " .change-group-identity-links:visible, .change-user-identity-links:visible";

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private RepositoryService repositoryService;

    @TestFactory
    Stream<DynamicTest> noPageOfCockpitFailsOrOffersWhatIsRefused() {
        return WATCHERS.stream()
                .map(person -> DynamicTest.dynamicTest(person, () -> {
                    as("supervision-office.310000").drafts(Papers.keyIssueOrder("310104", "310104T001", 1));
                    try (Desk desk = at(person)) {
                        look(desk, person);
                    }
                }));
    }

    private void look(Desk desk, String person) {
        List<String> failed = new ArrayList<>();
        desk.page.onResponse(answer -> note(answer, failed));
        desk.app("cockpit");
        desk.page.waitForFunction("document.documentElement.lang === 'zh-CN'");
        for (String place : places(person)) {
            desk.page.evaluate("place => { location.hash = place; }", place);
            desk.quiet();
            assertThat(desk.page.locator(RED).count())
                    .as(person + " " + place + ": " + desk.text())
                    .isZero();
            assertThat(failed).as(person + " " + place).isEmpty();
            if (!person.equals("admin")) {
                assertThat(desk.page.locator(IN_VAIN).all().stream().map(Locator::innerHTML))
                        .as(person + " is offered in vain at " + place)
                        .isEmpty();
            }
        }
    }

    private List<String> places(String person) {
        String model = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey("supervisionOrder")
                .latestVersion()
                .singleResult()
                .getId();
        String table = repositoryService
                .createDecisionDefinitionQuery()
                .latestVersion()
                .listPage(0, 1)
                .get(0)
                .getId();
        List<String> places = new ArrayList<>(List.of(
                "#/dashboard",
                "#/processes",
                "#/process-definition/" + model + "/runtime",
                "#/process-definition/" + model + "/runtime?detailsTab=incidents-tab",
                "#/process-definition/" + model + "/runtime?detailsTab=job-definition-table",
                "#/process-definition/" + model + "/runtime?detailsTab=call-process-definitions-table",
                "#/decisions",
                "#/decision-definition/" + table,
                "#/tasks",
                "#/repository",
                "#/batch"));
        if (!person.equals("designer")) {
            String instance = "#/process-instance/"
                    + runtimeService
                            .createProcessInstanceQuery()
                            .processDefinitionKey("supervisionOrder")
                            .listPage(0, 1)
                            .get(0)
                            .getId()
                    + "/runtime";
            places.add(instance);
            Stream.of("variables-tab", "incidents-tab", "user-tasks-tab", "jobs-tab", "external-tasks-tab")
                    .map(tab -> instance + "?detailsTab=" + tab)
                    .forEach(places::add);
        }
        return places;
    }

    private static void note(Response answer, List<String> failed) {
        if (answer.status() >= 400) {
            failed.add(answer.status() + " " + answer.request().method() + " " + answer.url());
        }
    }
}
