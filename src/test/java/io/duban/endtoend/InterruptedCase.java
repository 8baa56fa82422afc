package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A case in whose middle the application is stopped and started: nothing is lost, nothing deployed twice, time goes on. */
final class InterruptedCase {

    private static final List<String> DEPLOYED =
            List.of("act_re_deployment", "act_re_procdef", "act_re_decision_def", "act_re_camformdef");

    private InterruptedCase() {}

    static void goesOn(Installation installation) {
        Duban before = installation.duban();
        KeyOrder order = KeyOrder.drafted(before, Papers.DISTRICT, Papers.INSTITUTION, 2)
                .rectifying(7, 20)
                .planned(1);
        before.clockTo("2026-10-08T09:00");
        JsonNode dossier = order.dossier();
        List<JsonNode> tasks = order.unit.tasks(order.id);
        List<Integer> deployed = DEPLOYED.stream().map(installation::count).toList();
        int accounts = installation.count("act_id_user");
        OffsetDateTime then = before.now();

        installation.restart();

        Duban after = installation.duban();
        assertThat(Duration.between(then, after.now())).isBetween(Duration.ZERO, Duration.ofMinutes(5));
        assertThat(DEPLOYED.stream().map(installation::count).toList())
                .as("nothing is deployed again")
                .isEqualTo(deployed);
        assertThat(installation.count("act_id_user")).isEqualTo(accounts);
        assertThat(after.as("supervision-office.310000").order(order.id)).isEqualTo(dossier);
        assertThat(after.as("institution-head.310104T001").tasks(order.id)).isEqualTo(tasks);
        timersOfBeforeFire(after, order.id);
        isWorkedToItsEnd(after, order);
    }

    /** The first problem was due on 12 October, set before the restart. */
    private static void timersOfBeforeFire(Duban after, String order) {
        after.clockTo("2026-10-13T00:01");
        assertThat(after.as("supervision-office.310000").timeline(order))
                .contains("问题 1：整改逾期，记入台账并催办")
                .anyMatch(sentence -> sentence.startsWith("催办（第 1 次）"));
    }

    private static void isWorkedToItsEnd(Duban after, KeyOrder order) {
        Person unit = after.as("institution-head.310104T001");
        Person district = after.as("supervision-office.310104");
        Person office = after.as("supervision-office.310000");
        LocalDate today = after.today();
        String first =
                office.order(order.id).path("problems").path(0).path("id").asText();
        String second =
                office.order(order.id).path("problems").path(1).path("id").asText();
        unit.does(order.id, "userTask_rectify", first, Papers.evidence(today));
        unit.does(order.id, "userTask_planRectification", second, Papers.plan(today));
        unit.does(order.id, "userTask_rectify", second, Papers.evidence(today));
        for (String problem : List.of(first, second)) {
            district.does(order.id, "userTask_verifyRectification", problem, Papers.passed());
            office.does(order.id, "userTask_signOffProblem", problem, Papers.passed());
        }
        after.clockToMorningOf(today.plusDays(31));
        after.as("inspector.310000").does(order.id, "userTask_lookBack", Papers.lookBack(2));
        assertThat(office.stateOf(order.id)).isEqualTo("CLOSED");
    }
}
