package io.duban.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import io.duban.worklist.EngineOperations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of operations against all that the engine's REST interface offers, read from its own annotations. */
class EngineOperationsTest {

    private static final SignedIn GOVERNMENT = person("government");
    private static final SignedIn LEAD = person("supervision-lead");
    private static final SignedIn ADMIN = person("admin");

    /** What may never be open, whoever asks. */
    private static final List<String> NEVER = List.of(
            "POST task/*/complete",
            "POST task/*/submit-form",
            "POST task/*/resolve",
            "PUT task/*/variables/*",
            "POST task/create",
            "DELETE task/*",
            "POST deployment/create",
            "DELETE deployment/*",
            "POST filter/create",
            "PUT filter/*",
            "DELETE filter/*",
            "POST message",
            "POST signal",
            "POST condition",
            "POST migration/execute",
            "POST modification/execute",
            "POST process-instance/*/modification",
            "DELETE process-instance/*",
            "POST process-definition/*/start",
            "POST process-definition/*/submit-form",
            "POST identity/verify",
            "POST external-task/fetchAndLock",
            "POST history/cleanup",
            "DELETE history/process-instance/*",
            "GET optimize/variable-update",
            "GET task/*/attachment/*/data",
            "GET history/variable-instance/*/data",
            "POST decision-definition/*/evaluate",
            "POST telemetry/configuration");

    @Test
    void theEngineOffersWhatWeThinkItOffers() {
        assertThat(RestOperations.all()).hasSizeGreaterThan(400).containsAll(NEVER);
    }

    @Test
    void everyLineNamesAnOperationThatExists() {
        var offered = RestOperations.all();

        assertThat(EngineOperations.ALL.stream()
                        .filter(each -> !each.path().startsWith("/"))
                        .filter(each -> !each.method().equals("OPTIONS"))
                        .filter(each -> !each.path().equals("engine"))
                        .map(each -> each.method() + " " + each.path()))
                .isSubsetOf(offered)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotOnTheListNobodyMayCall() {
        Set<String> listed = Set.copyOf(EngineOperations.ALL.stream()
                .map(each -> each.method() + " " + each.path())
                .toList());
        for (String operation : RestOperations.all()) {
            boolean covered = EngineOperations.ALL.stream().anyMatch(each -> each.covers(called(operation)));
            for (SignedIn person : List.of(GOVERNMENT, LEAD, ADMIN)) {
                if (!covered) {
                    assertThatThrownBy(() -> EngineWriteGuard.check(called(operation), person), operation)
                            .isInstanceOf(Refusal.class);
                }
            }
            assertThat(listed.contains(operation) || !covered).as(operation).isTrue();
        }
        NEVER.forEach(operation -> assertThatThrownBy(() -> EngineWriteGuard.check(called(operation), ADMIN), operation)
                .isInstanceOf(Refusal.class));
    }

    @Test
    void eachRoleMayCallItsLinesAndNoOthers() {
        for (Operation operation : EngineOperations.ALL) {
            String line = operation.method() + " " + operation.path().replace("/**", "/x/y");
            for (SignedIn person : List.of(GOVERNMENT, LEAD, ADMIN)) {
                boolean open = operation.roles().isEmpty()
                        || operation.roles().contains(person.groups().get(0));
                assertThat(EngineOperations.allow(called(line), person))
                        .as("%s as %s", line, person.person())
                        .isEqualTo(open);
            }
        }
    }

    @Test
    void readingThatIsNotOpenSaysSo() {
        assertThatThrownBy(() -> EngineWriteGuard.check(called("GET history/process-instance"), GOVERNMENT))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("engine-read"));
    }

    private static EngineCall called(String operation) {
        String[] parts = operation.split(" ", 2);
        List<String> path = Stream.of(parts.length > 1 ? parts[1] : "")
                .flatMap(each -> Arrays.stream(each.split("/")))
                .filter(each -> !each.isEmpty())
                .map(each -> each.equals("*") ? "some-id" : each)
                .toList();
        return new EngineCall(parts[0], path, false);
    }

    private static SignedIn person(String role) {
        return new SignedIn(role + ".310104", List.of(role, role + ".310104"), List.of(), role.equals("admin"));
    }
}
