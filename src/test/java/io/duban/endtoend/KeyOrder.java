package io.duban.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A 重点问题督办单 on its way: each method brings it one step further with the people who do that step. */
final class KeyOrder {

    final Duban duban;
    final String id;
    final Person office;
    final Person lead;
    final Person government;
    final Person team;
    final Person unit;
    final Person districtOffice;
    final Person inspector;
    private final Map<String, Object> paper;

    private KeyOrder(Duban duban, String district, String accused, Map<String, Object> paper) {
        this(
                duban,
                district,
                accused,
                paper,
                duban.as("supervision-office." + Papers.PROVINCE).drafts(paper));
    }

    private KeyOrder(Duban duban, String district, String accused, Map<String, Object> paper, String id) {
        this.duban = duban;
        this.paper = paper;
        office = duban.as("supervision-office." + Papers.PROVINCE);
        lead = duban.as("supervision-lead." + Papers.PROVINCE);
        government = duban.as("government." + district);
        team = duban.as("investigation-team." + district);
        unit = duban.as((accused.contains("S") ? "school-head." : "institution-head.") + accused);
        districtOffice = duban.as("supervision-office." + district);
        inspector = duban.as("inspector." + Papers.PROVINCE);
        this.id = id;
    }

    /** An order that is drafted already, e.g. from a lead. */
    static KeyOrder existing(Duban duban, String id) {
        return existing(duban, id, Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1));
    }

    static KeyOrder existing(Duban duban, String id, Map<String, Object> paper) {
        return new KeyOrder(duban, (String) paper.get("addresseeUnit"), (String) paper.get("accusedUnit"), paper, id);
    }

    static KeyOrder drafted(Duban duban) {
        return drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 1);
    }

    static KeyOrder drafted(Duban duban, String district, String accused, int problems) {
        return new KeyOrder(duban, district, accused, Papers.keyIssueOrder(district, accused, problems));
    }

    static KeyOrder drafted(Duban duban, Map<String, Object> paper) {
        return new KeyOrder(duban, (String) paper.get("addresseeUnit"), (String) paper.get("accusedUnit"), paper);
    }

    KeyOrder submitted() {
        office.does(id, "userTask_draftOrder", Papers.checked(paper));
        return this;
    }

    KeyOrder signed() {
        lead.does(id, "userTask_issueOrder", Papers.signed());
        return this;
    }

    KeyOrder issued() {
        return submitted().signed();
    }

    KeyOrder receipt() {
        government.does(
                id,
                "userTask_receiveOrder",
                Papers.received(dossier().path("districtUnit").asText()));
        return this;
    }

    KeyOrder received() {
        return issued().receipt();
    }

    KeyOrder handIn() {
        team.does(id, "userTask_investigate", Papers.report());
        return this;
    }

    KeyOrder report() {
        government.does(id, "userTask_submitReport", Papers.released());
        return this;
    }

    /** Up to the review. */
    KeyOrder reported() {
        return received().handIn().report();
    }

    KeyOrder reviewed(Map<String, Object> review) {
        office.does(id, "userTask_reviewReport", review);
        return this;
    }

    /** Up to rectification, all problems proved, due in as many days as given. */
    KeyOrder rectifying(int... dueInDays) {
        LocalDate today = duban.today();
        return reported()
                .reviewed(Papers.review(java.util.Arrays.stream(dueInDays)
                        .mapToObj(today::plusDays)
                        .toArray(LocalDate[]::new)));
    }

    KeyOrder planned(int seq) {
        unit.does(
                id,
                "userTask_planRectification",
                problem(seq),
                Papers.plan(duban.today().plusDays(3)));
        return this;
    }

    KeyOrder evidenced(int seq) {
        unit.does(id, "userTask_rectify", problem(seq), Papers.evidence(duban.today()));
        return this;
    }

    KeyOrder verified(int seq) {
        districtOffice.does(id, "userTask_verifyRectification", problem(seq), Papers.passed());
        return this;
    }

    KeyOrder signedOff(int seq) {
        office.does(id, "userTask_signOffProblem", problem(seq), Papers.passed());
        return this;
    }

    KeyOrder done(int seq) {
        return planned(seq).evidenced(seq).verified(seq).signedOff(seq);
    }

    /** Up to the look-back of a single problem. */
    KeyOrder lookingBack() {
        rectifying(20).done(1);
        duban.clockToMorningOf(due("LOOK_BACK").plusDays(1));
        return this;
    }

    KeyOrder lookedBack(Map<String, Object> found) {
        inspector.does(id, "userTask_lookBack", found);
        return this;
    }

    JsonNode dossier() {
        return office.order(id);
    }

    String state() {
        return dossier().path("state").asText();
    }

    String number() {
        return dossier().path("number").asText();
    }

    String problem(int seq) {
        return problemLine(seq).path("id").asText();
    }

    JsonNode problemLine(int seq) {
        return stream(dossier().path("problems"))
                .filter(each -> each.path("seq").asInt() == seq)
                .findFirst()
                .orElseThrow();
    }

    /** The newest deadline of the kind. */
    JsonNode deadline(String kind) {
        return deadlines(kind).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("no deadline " + kind + " in " + dossier()));
    }

    List<JsonNode> deadlines(String kind) {
        return stream(dossier().path("deadlines"))
                .filter(each -> kind.equals(each.path("kind").asText()))
                .toList();
    }

    LocalDate due(String kind) {
        return LocalDate.parse(deadline(kind).path("due").asText());
    }

    List<String> timeline() {
        return office.timeline(id);
    }

    List<JsonNode> interviews() {
        return stream(office.get("/api/interviews?order=" + id).ok().body()).toList();
    }

    List<JsonNode> accountabilities() {
        return stream(office.get("/api/accountabilities?order=" + id).ok().body())
                .toList();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all.stream();
    }
}
