package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Missing is never "no": at every door that takes fields without a form of the engine, each field left out is refused by
 * its name unless it may be left out, and a word that is in no list is taken for none of it. Nothing is changed.
 */
class LeftOutAtDoorsTest extends EndToEnd {

    private static final String CITY = "petition-office.310000";
    private static final String OFFICE = "supervision-office.310000";
    private static final String UNKNOWN = "NOBODY_KNOWS";

    /**
     * @param optional what may be left out
     * @param listed what is one of a list
     */
    private record Door(
            String account, String path, Map<String, Object> body, Set<String> optional, List<String> listed) {}

    @TestFactory
    Stream<DynamicTest> everyDoor() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        LeadCase lead = LeadCase.registered(duban);
        Map<String, List<String>> before = Footprint.of(dataSource);
        return Stream.of(
                        new Door(
                                OFFICE,
                                "/api/orders",
                                Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1),
                                Set.of("summary", "provisions", "socialImpact", "basis", "accusedUnit", "problems"),
                                List.of("instrument")),
                        new Door(
                                "government.310104",
                                "/api/orders/" + order.id + "/extensions",
                                Papers.of("workingDays", 1, "reason", "案情复杂，需补充取证。"),
                                Set.of(),
                                List.of()),
                        new Door(
                                OFFICE,
                                "/api/orders/" + order.id + "/discontinuations",
                                Papers.of("kind", "WITHDRAWAL", "reason", "DUPLICATE", "explanation", "经核实，重复立案。"),
                                Set.of(),
                                List.of("kind", "reason")),
                        new Door(
                                OFFICE,
                                "/api/orders/" + order.id + "/bulletins",
                                Papers.bulletin("沪教督通〔2026〕9号", duban.today(), 1),
                                Set.of(),
                                List.of()),
                        new Door(
                                CITY,
                                "/api/leads",
                                Papers.of(
                                        "channel", "PHONE",
                                        "sourceLevel", "CITY",
                                        "receivedOn", duban.today().toString(),
                                        "named", false,
                                        "text", "来电反映周末补课。"),
                                Set.of(),
                                List.of("channel", "sourceLevel", "category")),
                        new Door(
                                CITY,
                                "/api/leads/" + lead.ref + "/triage",
                                Papers.without(lead.triage("反映周末违规补课"), "untimely"),
                                Set.of(),
                                List.of("category", "topic")),
                        new Door(
                                OFFICE,
                                "/api/report-channels",
                                Papers.of(
                                        "unit", "310104",
                                        "type", "BOX",
                                        "address", "门口",
                                        "openHours", "全天",
                                        "publicSince", "2026-10-01"),
                                Set.of(),
                                List.of("type", "topic")))
                .flatMap(door -> tests(door, before));
    }

    private Stream<DynamicTest> tests(Door door, Map<String, List<String>> before) {
        Stream<DynamicTest> left = door.body.keySet().stream()
                .filter(field -> !door.optional.contains(field))
                .map(field -> refused(door, field, Papers.without(door.body, field), before));
        Stream<DynamicTest> unknown =
                door.listed.stream().map(field -> refused(door, field, Papers.with(door.body, field, UNKNOWN), before));
        return Stream.concat(left, unknown);
    }

    private DynamicTest refused(Door door, String field, Map<String, Object> body, Map<String, List<String>> before) {
        return DynamicTest.dynamicTest(door.path + " " + field + " " + body.get(field), () -> {
            Answer answer = as(door.account).post(door.path, body).is(422);
            assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
            assertThat(Footprint.of(dataSource)).isEqualTo(before);
        });
    }
}
