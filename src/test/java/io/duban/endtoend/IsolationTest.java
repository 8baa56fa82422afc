package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two districts side by side: neither learns anything of the other, the city sees both, the accused unit sees its part. */
class IsolationTest extends EndToEnd {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String SECRET = "经初步调查的内情";

    private KeyOrder ours;
    private KeyOrder theirs;

    @BeforeEach
    void oneOrderInEachDistrict() {
        ours = order("310104", "310104T001");
        theirs = order("310105", "310105T001");
    }

    private KeyOrder order(String district, String unit) {
        KeyOrder order = KeyOrder.drafted(
                duban,
                Papers.with(
                        Papers.keyIssueOrder(district, unit, 1),
                        "summary",
                        SECRET + district,
                        "basis",
                        "初步核查依据" + district));
        return order.received();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supervision-office.310105",
                "supervision-lead.310105",
                "committee-director.310105",
                "government.310105",
                "investigation-team.310105",
                "education-bureau.310105",
                "inspector.310105",
                "school-head.310105S001",
                "institution-head.310105T001"
            })
    void nobodyOfTheOtherDistrictFindsTheOrderOrItsTasksAnywhere(String account) {
        Person stranger = as(account);
        String task = ours.team.task(ours.id, "userTask_investigate");

        stranger.get("/api/orders/" + ours.id).is(404);
        assertThat(listed(stranger, "")).doesNotContain(ours.id);
        assertThat(listed(stranger, "&unit=310104")).doesNotContain(ours.id);
        assertThat(listed(stranger, "&unit=310104T001")).isEmpty();
        assertThat(listed(stranger, "&state=INVESTIGATING")).doesNotContain(ours.id);
        assertThat(stranger.tasks(ours.id)).isEmpty();
        stranger.get("/api/tasks/" + task + "/form").is(404);
        stranger.get("/api/tasks/" + task + "/case").is(404);
        stranger.claim(task).is(404);
        assertThat(stranger.get("/api/tasks/cards?ids=" + task).ok().body()).isEmpty();
        assertThat(stranger.get("/api/interviews?order=" + ours.id).ok().body()).isEmpty();
        assertThat(stranger.get("/api/accountabilities?order=" + ours.id).ok().body())
                .isEmpty();
        stranger.asksForMoreTime(ours.id, null, 1, "与己无关").is(404);
        assertThat(List.of(403, 404))
                .contains(stranger.asksToEnd(ours.id, "WITHDRAWAL", "DUPLICATE", Map.of())
                        .status());
    }

    /** What was never issued was never out, however it ended. */
    @Test
    void aDraftThatWasWithdrawnStaysWithWhoDraftedIt() {
        for (KeyOrder draft :
                List.of(KeyOrder.drafted(duban), KeyOrder.drafted(duban).submitted())) {
            draft.office
                    .asksToEnd(draft.id, "WITHDRAWAL", "DUPLICATE", Map.of())
                    .is(201);
            draft.lead.does(draft.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意撤销"));

            assertThat(draft.state()).isEqualTo("WITHDRAWN");
            assertThat(listed(draft.office, "")).contains(draft.id);
            assertThat(draft.office
                            .get("/api/ledger?kind=ORDER&size=100")
                            .ok()
                            .body()
                            .toString())
                    .doesNotContain(draft.id);
            for (Person never : List.of(draft.government, draft.districtOffice, draft.unit)) {
                never.get("/api/orders/" + draft.id).is(404);
                never.get("/cases/" + draft.id).is(404);
                assertThat(listed(never, "")).as(never.account()).doesNotContain(draft.id);
            }
            for (Person reader : List.of(draft.government, draft.districtOffice)) {
                assertThat(reader.get("/api/ledger?kind=ORDER&size=100")
                                .ok()
                                .body()
                                .toString())
                        .doesNotContain(draft.id);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervision-office.310105", "government.310105", "institution-head.310105T001"})
    void theEngineShowsAndCountsNothingOfTheOtherDistrictEither(String account) {
        Person stranger = as(account);
        String task = ours.team.task(ours.id, "userTask_investigate");
        String instance = jdbc.queryForObject(
                "select root_proc_inst_id_ from act_ru_execution where business_key_ = ? fetch first 1 rows only",
                String.class,
                ours.id);

        assertThat(stranger.get(ENGINE + "task/" + task).status()).isIn(403, 404);
        assertThat(count(stranger, "task/count?processInstanceBusinessKey=" + ours.id))
                .isZero();
        assertThat(count(stranger, "process-instance/count?businessKey=" + ours.id))
                .isZero();
        assertThat(count(stranger, "history/process-instance/count?processInstanceBusinessKey=" + ours.id))
                .isZero();
        assertThat(count(stranger, "history/task/count?processInstanceBusinessKey=" + ours.id))
                .isZero();
        assertThat(count(stranger, "variable-instance/count?processInstanceIdIn=" + instance))
                .isZero();
        assertThat(stranger.get(ENGINE + "history/variable-instance?maxResults=50&processInstanceId=" + instance)
                        .status())
                .isEqualTo(403);
        assertThat(stranger.get(ENGINE + "process-instance/" + instance).status())
                .isIn(403, 404);
        assertThat(stranger.get("/api/tasks?size=100").ok().body().toString()).doesNotContain(ours.id, ours.number());
    }

    @Test
    void theCitySeesBothDistrictsAndEachDistrictItsOwn() {
        assertThat(listed(as("supervision-lead.310000"), "")).contains(ours.id, theirs.id);
        assertThat(listed(as("inspector.310000"), "&unit=310105"))
                .contains(theirs.id)
                .doesNotContain(ours.id);
        assertThat(listed(as("supervision-office.310104"), ""))
                .contains(ours.id)
                .doesNotContain(theirs.id);
        assertThat(listed(as("government.310105"), "")).contains(theirs.id).doesNotContain(ours.id);
        assertThat(as("government.310104").order(ours.id).path("facts").toString())
                .contains(SECRET);
    }

    @Test
    void aDraftIsTheIssuingOfficesOwnAffair() {
        KeyOrder draft = KeyOrder.drafted(duban);

        as("government.310104").get("/api/orders/" + draft.id).is(404);
        as("supervision-office.310104").get("/api/orders/" + draft.id).is(404);
        assertThat(listed(as("government.310104"), "")).doesNotContain(draft.id);
    }

    @Test
    void theAccusedUnitSeesItsRectificationButNeitherHowItCameOutNorTheInvestigation() {
        assertThat(ours.unit.tasks(ours.id))
                .as("nothing while it is investigated")
                .isEmpty();
        ours.unit.get("/api/orders/" + ours.id).is(404);
        assertThat(listed(ours.unit, "")).doesNotContain(ours.id);
        ours.handIn().report().reviewed(Papers.review(duban.today().plusDays(9)));

        JsonNode task =
                ours.unit.find(ours.id, "userTask_planRectification", null).orElseThrow();
        JsonNode form = ours.unit.form(task.path("id").asText()).ok().body().path("data");
        assertThat(form.path("problemText").asText()).isEqualTo("违规收费属实（第1项）");
        assertThat(form.path("problemRequirement").asText()).isEqualTo("停止违规收费，清退超收费用");
        JsonNode dossier = ours.unit
                .get("/api/tasks/" + task.path("id").asText() + "/case")
                .ok()
                .body();
        assertThat(dossier.path("timeline")).isEmpty();
        for (String shown : List.of(form.toString(), dossier.toString(), task.toString())) {
            assertThat(shown).doesNotContain(SECRET, "初步核查依据", "询问家长", "主体责任缺失", "investigation-team");
        }
        ours.unit.get("/api/orders/" + ours.id).is(404);
        assertThat(ours.unit.get("/api/interviews?order=" + ours.id).ok().body())
                .isEmpty();
    }

    @Test
    void anAccusedUnitThatIsAlsoTheAddresseeReadsThePaperWithoutItsHistory() {
        Person office = as("supervision-office.310104");
        Map<String, Object> paper = Papers.with(
                Papers.letter("RECTIFICATION_ORDER", "310104T001", duban.today().plusDays(9)),
                "summary",
                SECRET,
                "basis",
                "初步核查依据");
        String id = office.drafts(paper);
        office.does(id, "userTask_draftOrder", Papers.checked(paper));
        as("supervision-lead.310104").does(id, "userTask_issueOrder", Papers.signed());

        String form = ours.unit
                .form(ours.unit.task(id, "userTask_receiveOrder"))
                .ok()
                .body()
                .toString();
        String order = ours.unit.order(id).toString();

        assertThat(form).contains("培训场所未公示收费项目和标准").doesNotContain(SECRET, "初步核查依据督导记录");
        assertThat(order).contains("培训场所未公示收费项目和标准").doesNotContain(SECRET, "拟稿送签");
        assertThat(ours.unit.order(id).path("timeline")).isEmpty();
        as("institution-head.310104T002").get("/api/orders/" + id).is(404);
    }

    private static List<String> listed(Person person, String filter) {
        List<String> ids = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = person.get("/api/orders?size=100&page=" + number++ + filter)
                    .ok()
                    .body();
            page.path("items").forEach(each -> ids.add(each.path("id").asText()));
        } while (page.path("hasMore").asBoolean());
        return ids;
    }

    /** What the engine counts for this person; one that may not ask at all counts nothing. */
    private static int count(Person person, String path) {
        Answer answer = person.get(ENGINE + path);
        return answer.status() == 403 ? 0 : answer.ok().body().path("count").asInt(-1);
    }
}
