package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.document.Docx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** 约谈对象: what a unit reads of its own interview, step by step, and what nobody there ever reads. */
class InterviewPartyTest extends EndToEnd {

    private static final String SCHOOL = "310104S001";
    private static final String HEAD = "school-head." + SCHOOL;
    private static final String INSTITUTION_HEAD = "institution-head." + Papers.INSTITUTION;
    private static final List<String> PARTY =
            List.of("government.310104", "supervision-office.310104", "supervision-lead.310104");
    private static final List<String> OTHERS = List.of(
            "inspector.310104",
            "petition-office.310104",
            "education-bureau.310104",
            "investigation-team.310104",
            "government.310101",
            "supervision-office.310101",
            "supervision-lead.310105",
            "school-head.310105S001");

    /** Words of the proposal, of its approval, of how the rectification was checked, and of who did what when. */
    private static final List<String> DELIBERATION = List.of(
            "提请依据",
            "沪府教督办〔2021〕24号 五",
            "呈批",
            "提请约谈，情形",
            "批准约谈",
            "区里一再拖延，从严约谈",
            "核实情况",
            "暗访两家机构，所报与事实不符",
            "跟踪核实约谈整改",
            "supervision-lead.310000",
            "supervision-office.310000");

    @Test
    void theInterviewedDistrictReadsWhatItIsToldAndWhenItIsTold() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String id = proposed(order);
        nobodyKnows(order, id);

        approved(id);
        nobodyKnows(order, id);

        notified(id, "310104");
        sees(PARTY, order, id, "NOTIFIED", List.of("市教委会议室", "说明逾期未报送调查报告的原因", "多次催办仍未办结"), List.of("整改要求"));
        assertThat(papers("government.310104", id)).containsExactly("约谈通知书");
        unknownTo(order, id, HEAD, INSTITUTION_HEAD);

        held(id);
        sees(PARTY, order, id, "HELD", List.of("三日内报送整改情况", "约谈人甲", "被约谈人乙", "整改期限"), List.of("待通报党委政府"));
        assertThat(papers("government.310104", id)).containsExactly("约谈通知书", "约谈纪要");

        reported(id);
        sees(PARTY, order, id, "RECTIFYING", List.of("三日内报送整改情况"), List.of("整改措施"));
        theTaskTellsNoMore(id);
        assertThat(papers("government.310104", id))
                .as("the bulletin is sent to the government")
                .containsExactly("约谈通知书", "约谈纪要", "约谈情况通报");
        assertThat(papers("supervision-office.310104", id)).containsExactly("约谈通知书", "约谈纪要");

        rectified(id);
        sees(PARTY, order, id, "FOLLOW_UP", List.of("区政府专题研究，限期整改"), List.of("整改不到位"));

        followedUp(id, "UNRESOLVED");
        sees(PARTY, order, id, "UNRESOLVED", List.of("区政府专题研究，限期整改", "整改不到位"), List.of("整改期限届满"));
        unknownTo(order, id, HEAD, INSTITUTION_HEAD);
        assertThat(order.office.get("/api/interviews/" + id).ok().body().toString())
                .as("the issuer reads it all")
                .contains("提请依据", "区里一再拖延，从严约谈", "暗访两家机构，所报与事实不符");
        assertThat(page("supervision-office.310000", id)).contains("批准约谈", "核实情况");
    }

    /** The district answers for what its school was interviewed about, and learns of it when that is demanded. */
    @Test
    void anInvitedSchoolReadsItsInterviewAndTheDistrictLearnsOfItWhenItIsHeld() {
        KeyOrder order = KeyOrder.drafted(duban, Papers.DISTRICT, SCHOOL, 1).rectifying(3);
        String id = proposed(order);
        approved(id);
        unknownTo(order, id, HEAD);

        notified(id, SCHOOL);
        sees(List.of(HEAD), order, id, "NOTIFIED", List.of("市教委会议室"), List.of("整改要求"));
        assertThat(papers(HEAD, id)).containsExactly("约谈通知书");
        PARTY.forEach(each -> knowsNothing(each, order, id));

        held(id);
        sees(List.of(HEAD), order, id, "HELD", List.of("三日内报送整改情况"), List.of("待通报党委政府"));
        sees(PARTY, order, id, "HELD", List.of("三日内报送整改情况"), List.of("待通报党委政府", "整改措施"));
        theTaskTellsNoMore(id);
        assertThat(papers("government.310104", id)).containsExactly("约谈纪要");

        reported(id);
        sees(PARTY, order, id, "RECTIFYING", List.of("三日内报送整改情况"), List.of("整改措施"));
        assertThat(papers("government.310104", id))
                .as("the minutes are filed with the government, the bulletin is sent to it")
                .containsExactly("约谈纪要", "约谈情况通报");
        assertThat(papers(HEAD, id)).containsExactly("约谈通知书", "约谈纪要");

        rectified(id);
        followedUp(id, "RESOLVED");
        sees(PARTY, order, id, "RESOLVED", List.of("整改到位", "区政府专题研究，限期整改"), List.of("整改不到位"));
        sees(List.of(HEAD), order, id, "RESOLVED", List.of("整改到位"), List.of("区政府专题研究，限期整改"));
    }

    /** A school of the district that has no part in the order finds the interview on the start page. */
    @Test
    void aSchoolBesideTheOrderFindsItsInterviewAndNothingOfTheOrder() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String id = proposed(order);
        approved(id);
        assertThat(start(HEAD)).doesNotContain("/cases/" + id);

        notified(id, SCHOOL);

        assertThat(start(HEAD)).contains("/cases/" + id);
        assertThat(page(HEAD, id))
                .contains("市教委会议室", "约谈通知书")
                .doesNotContain(order.dossier().path("title").asText())
                .doesNotContain("/cases/" + order.id)
                .doesNotContain(DELIBERATION);
        assertThat(status(HEAD, "/cases/" + order.id)).isEqualTo(404);
        for (String other :
                List.of("inspector.310104", "government.310104", INSTITUTION_HEAD, "school-head.310105S001")) {
            assertThat(start(other)).as(other).doesNotContain("/cases/" + id);
        }
    }

    @Test
    void whatWasToldStaysReadableWhenTheInterviewIsEnded() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String id = proposed(order);
        approved(id);
        notified(id, "310104");
        order.office.asksToEnd(order.id, "WITHDRAWAL", "DUPLICATE", Map.of()).is(201);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));
        order.office
                .post("/api/interviews/" + id + "/ending", Map.of("reason", "内部研究决定不再约谈"))
                .ok();

        sees(PARTY, order, id, "ENDED", List.of("市教委会议室"), List.of("内部研究决定不再约谈"));
    }

    @Test
    void nobodyIsToldOfAnInterviewThatWasDeclined() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String id = proposed(order);

        order.lead.does(
                id, "userTask_approveInterview", Papers.of("decision", "DECLINED", "opinion", "区里一再拖延，从严约谈，但暂缓"));

        nobodyKnows(order, id);
    }

    /** The lead watches the cases of the district in Cockpit; the tasks of its own interview are not among what it reads. */
    @Test
    void whoOverseesTheDistrictReadsNoTaskOfItsInterview() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String id = proposed(order);
        unreadable(order.lead.task(id, "userTask_approveInterview"));
        approved(id);
        unreadable(order.office.task(id, "userTask_notifyInterviewee"));
        notified(id, "310104");
        unreadable(order.office.task(id, "userTask_holdInterview"));
        held(id);
        reported(id);
        unreadable(order.government.task(id, "userTask_submitInterviewRectification"));

        assertThat(order.lead
                        .form(order.government.task(id, "userTask_submitInterviewRectification"))
                        .status())
                .as("the issuer's lead oversees it all")
                .isEqualTo(200);
    }

    private void unreadable(String task) {
        for (String account : List.of("supervision-lead.310104", "committee-director.310104")) {
            as(account).form(task).is(404);
            as(account).get("/api/tasks/" + task + "/case").is(404);
        }
    }

    private void theTaskTellsNoMore(String id) {
        Person government = as("government.310104");
        String task = government.task(id, "userTask_submitInterviewRectification");
        JsonNode told = government.get("/api/tasks/" + task + "/case").ok().body();
        assertThat(told.toString()).contains("三日内报送整改情况").doesNotContain(DELIBERATION);
        assertThat(told.path("timeline")).isEmpty();
        assertThat(told.path("deadlines")).hasSize(1);
        assertThat(government.form(task).ok().body().path("data").toString())
                .contains("三日内报送整改情况")
                .doesNotContain(DELIBERATION);
    }

    private void nobodyKnows(KeyOrder order, String id) {
        PARTY.forEach(each -> knowsNothing(each, order, id));
        OTHERS.forEach(each -> knowsNothing(each, order, id));
        unknownTo(order, id, HEAD, INSTITUTION_HEAD);
    }

    private void unknownTo(KeyOrder order, String id, String... accounts) {
        for (String each : accounts) {
            knowsNothing(each, order, id);
        }
    }

    private void knowsNothing(String account, KeyOrder order, String id) {
        Person person = as(account);
        person.get("/api/interviews/" + id).refused(404, "", "not-found");
        assertThat(person.get("/api/interviews?order=" + order.id).ok().body())
                .as(account)
                .isEmpty();
        person.get("/api/cases/" + id + "/papers").refused(404, "", "not-found");
        for (String each : papersOf(order.office, id)) {
            person.get("/api/papers/" + each).refused(404, "", "not-found");
        }
        assertThat(status(account, "/cases/" + id)).as(account).isEqualTo(404);
        assertThat(status(account, "/api/cases/" + id + "/file.zip"))
                .as(account)
                .isEqualTo(404);
        assertThat(start(account)).as(account).doesNotContain("/cases/" + id);
        theOrderIsSilent(account, order);
    }

    private void theOrderIsSilent(String account, KeyOrder order) {
        Answer dossier = as(account).get("/api/orders/" + order.id);
        if (dossier.status() == 200) {
            assertThat(dossier.body().path("timeline").toString()).as(account).doesNotContain("约谈");
        }
        HttpResponse<byte[]> zip = new Uploads(duban).take(account, "/api/cases/" + order.id + "/file.zip");
        if (zip.statusCode() == 200) {
            assertThat(unpacked(zip.body())).as(account).doesNotContain(DELIBERATION);
        }
    }

    private void sees(
            List<String> party, KeyOrder order, String id, String state, List<String> told, List<String> notYet) {
        for (String account : party) {
            JsonNode seen = as(account).get("/api/interviews/" + id).ok().body();
            assertThat(seen.path("state").asText()).isEqualTo(state);
            assertThat(seen.toString())
                    .as(account)
                    .contains(told)
                    .doesNotContain(DELIBERATION)
                    .doesNotContain(notYet);
            assertThat(page(account, id))
                    .as(account)
                    .contains(told)
                    .doesNotContain(DELIBERATION)
                    .doesNotContain(notYet);
            assertThat(status(account, "/api/cases/" + id + "/file.zip"))
                    .as("what a party was told is not a file to take away")
                    .isEqualTo(403);
            JsonNode line = as(account)
                    .get("/api/interviews?order=" + order.id)
                    .ok()
                    .body()
                    .path(0);
            assertThat(line.path("state").asText()).isEqualTo(state);
            assertThat(line.has("proposedAt")).isFalse();
            assertThat(page(account, order.id)).as(account).contains("/cases/" + id);
            assertThat(start(account)).as(account).contains("/cases/" + id);
            theOrderIsSilent(account, order);
        }
        OTHERS.forEach(each -> knowsNothing(each, order, id));
    }

    private String proposed(KeyOrder order) {
        duban.clockTo(Ladder.INTERVIEW_DUE);
        return order.interviews().get(0).path("id").asText();
    }

    private void approved(String id) {
        as("supervision-lead.310000")
                .does(id, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "区里一再拖延，从严约谈"));
    }

    private void notified(String id, String unit) {
        new Ladder(duban).invited(id, unit);
    }

    private void held(String id) {
        new Ladder(duban).held(id);
    }

    private void reported(String id) {
        new Ladder(duban).reported(id);
    }

    private void rectified(String id) {
        new Ladder(duban).rectified(id);
    }

    private void followedUp(String id, String result) {
        as("supervision-office.310000")
                .does(
                        id,
                        "userTask_followUpInterview",
                        Papers.of(
                                "result",
                                result,
                                "checkedOn",
                                duban.today().toString(),
                                "reason",
                                "暗访两家机构，所报与事实不符，已逐项核对。"));
    }

    private List<String> papers(String account, String id) {
        return KeyOrder.stream(
                        as(account).get("/api/cases/" + id + "/papers").ok().body())
                .peek(each -> as(account)
                        .get("/api/papers/" + each.path("paper").path("id").asText())
                        .is(200))
                .map(each -> each.path("kindLabel").asText())
                .toList();
    }

    private static List<String> papersOf(Person office, String id) {
        return KeyOrder.stream(office.get("/api/cases/" + id + "/papers").ok().body())
                .map(each -> each.path("paper").path("id").asText())
                .toList();
    }

    /** The words of everything in an archive. */
    private static String unpacked(byte[] zip) {
        StringBuilder words = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                words.append(
                        entry.getName().endsWith(".docx")
                                ? Docx.words(content)
                                : new String(content, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words.toString();
    }

    private String page(String account, String id) {
        return html(account, "/cases/" + id);
    }

    private String start(String account) {
        return html(account, "/");
    }

    private String html(String account, String path) {
        HttpResponse<byte[]> page = new Uploads(duban).take(account, path);
        assertThat(page.statusCode()).as(account + " " + path).isEqualTo(200);
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private int status(String account, String path) {
        return new Uploads(duban).take(account, path).statusCode();
    }
}
