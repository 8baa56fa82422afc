package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** Everybody who might wrongly see a task: the city, the district of the case, a sibling district, units of both. */
record Colleagues(Duban duban) {

    private static final List<String> CITY =
            List.of("supervision-office", "supervision-lead", "committee-director", "investigation-team", "inspector");
    private static final List<String> COUNTY = List.of(
            "supervision-office",
            "supervision-lead",
            "committee-director",
            "government",
            "investigation-team",
            "education-bureau",
            "inspector");

    List<String> all() {
        return Stream.of(
                        CITY.stream().map(role -> role + ".310000"),
                        COUNTY.stream().map(role -> role + ".310104"),
                        COUNTY.stream().map(role -> role + ".310105"),
                        Stream.of(
                                "institution-head.310104T001",
                                "institution-head.310104T002",
                                "school-head.310104S001",
                                "institution-head.310105T001",
                                "designer",
                                "admin"))
                .flatMap(each -> each)
                .toList();
    }

    /** The task stands in the lists of these accounts and of nobody else. */
    void onlySeeing(String caseId, String taskKey, String... accounts) {
        assertThat(all().stream().filter(each -> duban.as(each).taskKeys(caseId).contains(taskKey)))
                .as("who has %s in the list", taskKey)
                .containsExactlyInAnyOrder(accounts);
    }
}
