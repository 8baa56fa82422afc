package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Nothing that anybody types reaches the engine (INV-10): whole lifecycles with a canary in every free-text field of every
 * form, once through Tasklist's own addresses in a browser session and once through our API; then every column of every
 * table of the engine is searched.
 */
class CanaryTest extends EndToEnd {

    private static final String OFFICE = "supervision-office.310000";
    private static final String LEAD = "supervision-lead.310000";
    private static final String GOVERNMENT = "government.310104";
    private static final String TEAM = "investigation-team.310104";
    private static final String UNIT = "institution-head.310104T001";
    private static final String DISTRICT_OFFICE = "supervision-office.310104";

    /** One of the two ways in which forms reach the application. */
    private interface Route {

        void start(String process, Map<String, Object> chosen);

        void submit(String account, String task, Map<String, Object> fields);

        JsonNode shown(String account, String task);
    }

    private CanaryForms forms;

    private String order = "";

    @Test
    void whatIsTypedInTasklistNeverReachesTheEngine() {
        forms = new CanaryForms(duban.today().toString());
        walk(new Tasklist());
        nothingHasReachedTheEngine();
    }

    @Test
    void whatIsSentToTheApiNeverReachesTheEngine() {
        forms = new CanaryForms(duban.today().toString());
        walk(new Api());
        nothingHasReachedTheEngine();
    }

    private void nothingHasReachedTheEngine() {
        assertThat(forms.filled())
                .as("every free-text field of every form was filled in")
                .isEqualTo(CanaryForms.all());
        assertThat(EngineTables.scanFor(dataSource, List.of(CanaryForms.PREFIX)))
                .isEmpty();
        assertThat(formsThatReachedUs())
                .as("what is typed does arrive where it belongs")
                .containsAll(textForms());
    }

    /** The forms of which at least one canary stands in a table of ours. */
    private Set<String> formsThatReachedUs() {
        String ours = String.join(
                "\n",
                Footprint.of(dataSource).entrySet().stream()
                        .filter(each -> !each.getKey().startsWith("act_"))
                        .flatMap(each -> each.getValue().stream())
                        .toList());
        Set<String> reached = new TreeSet<>();
        forms.canaries().forEach((field, canary) -> {
            if (ours.contains(canary)) {
                reached.add(field.substring(0, field.indexOf(' ')));
            }
        });
        return reached;
    }

    /**
     * The words of the first draft are written over when it is submitted for signature, and who answers for the report
     * takes the place of who answered for the receipt.
     */
    private static Set<String> textForms() {
        Set<String> expected = new TreeSet<>();
        CanaryForms.all().forEach((form, fields) -> {
            if (!fields.isEmpty()
                    && !List.of("order-requested", "receive-order").contains(form)) {
                expected.add(form);
            }
        });
        return expected;
    }

    private void walk(Route route) {
        drafted(route);
        investigated(route);
        rectified(route);
        String interview = interview();
        interviewed(route, interview);
        accountable(route, accountability());
        route.start(
                "discontinuation",
                Papers.of("order", order, "kind", "WITHDRAWAL", "reason", "DUPLICATE", "targetOrder", null));
        does(route, LEAD, order, "userTask_decideDiscontinuation", Map.of("decision", "REFUSE"));
        assertThat(as(OFFICE).stateOf(order)).isEqualTo("RECTIFYING");
    }

    private void drafted(Route route) {
        Map<String, Object> paper = Papers.of(
                "instrument", "KEY_ISSUE_ORDER",
                "addresseeUnit", "310104",
                "accusedUnit", "310104T001",
                "previousOrder", null,
                "problems", List.of(Papers.of("category", "HIDDEN_VARIANT")));
        List<String> before = orders();
        route.start("supervisionOrder", paper);
        order = orders().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        Map<String, Object> checked = Papers.with(paper, "masked", true);
        does(route, OFFICE, order, "userTask_draftOrder", checked);
        does(route, LEAD, order, "userTask_issueOrder", Map.of("decision", "RETURN"));
        does(route, OFFICE, order, "userTask_draftOrder", checked);
        does(route, LEAD, order, "userTask_issueOrder", Map.of("decision", "ISSUE"));
        does(route, GOVERNMENT, order, "userTask_receiveOrder", Map.of("handlingUnit", "310104"));
    }

    private void investigated(Route route) {
        String deadline = jdbc.queryForObject(
                "select id from deadline where case_id = ? and kind = 'INVESTIGATION'", String.class, order);
        route.start("extension", Papers.of("deadline", deadline, "workingDays", 2));
        does(route, LEAD, order, "userTask_decideExtension", Map.of("decision", "GRANT"));
        does(route, TEAM, order, "userTask_investigate", Map.of());
        does(route, GOVERNMENT, order, "userTask_submitReport", Map.of("decision", "BACK"));
        does(route, TEAM, order, "userTask_investigate", Map.of());
        does(route, GOVERNMENT, order, "userTask_submitReport", Map.of("decision", "REPORT"));
        Map<String, Object> incomplete = Papers.of(
                "processSufficient", true,
                "factsSufficient", true,
                "dispositionSufficient", true,
                "measuresSufficient", true,
                "substantiation", "SUBSTANTIATED",
                "problems", List.of(Papers.of("substantiated", "YES", "category", null)));
        does(route, OFFICE, order, "userTask_reviewReport", incomplete);
        does(route, GOVERNMENT, order, "userTask_supplementReport", Map.of());
        does(route, OFFICE, order, "userTask_reviewReport", Papers.with(incomplete, "causeSufficient", true));
    }

    private void rectified(Route route) {
        does(route, UNIT, order, "userTask_planRectification", Map.of());
        does(route, UNIT, order, "userTask_rectify", Map.of());
        does(route, DISTRICT_OFFICE, order, "userTask_verifyRectification", Map.of("result", "FAILED"));
        does(route, UNIT, order, "userTask_planRectification", Map.of());
        does(route, UNIT, order, "userTask_rectify", Map.of());
        does(
                route,
                DISTRICT_OFFICE,
                order,
                "userTask_verifyRectification",
                Papers.of("result", "PASSED", "newDue", null));
        does(route, OFFICE, order, "userTask_signOffProblem", Papers.of("result", "PASSED", "newDue", null));
        LocalDate lookBack = jdbc.queryForObject(
                "select due_date from deadline where case_id = ? and kind = 'LOOK_BACK'", LocalDate.class, order);
        duban.clockToMorningOf(lookBack.plusDays(1));
        String later = duban.today().toString();
        does(
                route,
                "inspector.310000",
                order,
                "userTask_lookBack",
                Papers.of(
                        "problems", List.of(Papers.of("result", "RELAPSED")),
                        "newProblems", List.of(Papers.of("newCategory", "HIDDEN_VARIANT", "newDue", later))));
    }

    private void interviewed(Route route, String interview) {
        String today = duban.today().toString();
        does(route, LEAD, interview, "userTask_approveInterview", Map.of("decision", "APPROVED"));
        does(
                route,
                OFFICE,
                interview,
                "userTask_notifyInterviewee",
                Papers.of("intervieweeUnit", "310104", "meetingDate", today));
        does(
                route,
                OFFICE,
                interview,
                "userTask_holdInterview",
                Papers.of(
                        "heldOn",
                        today,
                        "rectificationDue",
                        null,
                        "attendees",
                        List.of(Map.of("role", "INTERVIEWER"), Map.of("role", "INTERVIEWEE"))));
        does(
                route,
                OFFICE,
                interview,
                "userTask_reportToPartyAndGovernment",
                Papers.of("recipients", List.of("PARTY_COMMITTEE", "GOVERNMENT"), "sentOn", today));
        does(route, GOVERNMENT, interview, "userTask_submitInterviewRectification", Map.of());
        does(
                route,
                OFFICE,
                interview,
                "userTask_followUpInterview",
                Papers.of("result", "UNRESOLVED", "checkedOn", today));
    }

    private void accountable(Route route, String accountability) {
        String today = duban.today().toString();
        does(
                route,
                LEAD,
                accountability,
                "userTask_formWorkingGroup",
                Map.of(
                        "members",
                        List.of(
                                Papers.of("unit", "310000", "leader", true),
                                Papers.of("unit", "310000"),
                                Papers.of("unit", "310000"))));
        does(
                route,
                OFFICE,
                accountability,
                "userTask_establishFacts",
                Map.of(
                        "start",
                        "START",
                        "subjects",
                        List.of(Papers.of("kind", "RESPONSIBLE_PERSON", "unit", "310104", "severity", "LIGHT"))));
        does(
                route,
                OFFICE,
                accountability,
                "userTask_notifySubject",
                Map.of("notifications", List.of(Map.of("notifiedOn", today, "way", "IN_PERSON"))));
        does(
                route,
                OFFICE,
                accountability,
                "userTask_hearStatement",
                Map.of("statements", List.of(Map.of("heardOn", today, "waived", false))));
        does(
                route,
                "committee-director.310000",
                accountability,
                "userTask_decideAccountability",
                Papers.of(
                        "decision",
                        "APPROVED",
                        "effectiveDate",
                        today,
                        "sanctions",
                        List.of(Map.of("forms", List.of("WRITTEN_SELF_CRITICISM")))));
        does(route, OFFICE, accountability, "userTask_issueDecision", Map.of("deliveredOn", today, "way", "IN_PERSON"));
        duban.clockToMorningOf(duban.today().plusDays(40));
        does(
                route,
                OFFICE,
                accountability,
                "userTask_archiveAccountability",
                Map.of("filedOn", duban.today().toString()));
    }

    private void does(Route route, String account, String caseId, String key, Map<String, Object> chosen) {
        String task = as(account).task(caseId, key);
        String form = kebab(key.substring("userTask_".length()));
        route.submit(account, task, forms.fill(CanaryForms.form(form), route.shown(account, task), chosen));
    }

    private List<String> orders() {
        return jdbc.queryForList("select id from supervision_order", String.class);
    }

    private String interview() {
        return jdbc.queryForObject("select id from interview where order_id = ?", String.class, order);
    }

    private String accountability() {
        return jdbc.queryForObject("select id from accountability where order_id = ?", String.class, order);
    }

    private static String kebab(String id) {
        return id.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    /** Tasklist: session, CSRF token, the engine's addresses. */
    private final class Tasklist implements Route {

        private final Map<String, Browser> browsers = new HashMap<>();

        private Browser browser(String account) {
            return browsers.computeIfAbsent(account, each -> new Browser(duban, each));
        }

        @Override
        public void start(String process, Map<String, Object> chosen) {
            String path = "process-definition/key/" + process;
            Browser browser = browser(process.equals("extension") ? GOVERNMENT : OFFICE);
            JsonNode shown = plain(browser.get(path + "/form-variables").ok().body());
            String form = kebab(process.replace("supervisionOrder", "order")) + "-requested";
            browser.submit(path, forms.fill(CanaryForms.form(form), shown, chosen))
                    .is(200);
        }

        @Override
        public void submit(String account, String task, Map<String, Object> fields) {
            browser(account).claim(task).is(204);
            browser(account).submit("task/" + task, fields).is(204);
        }

        @Override
        public JsonNode shown(String account, String task) {
            return plain(browser(account)
                    .get("task/" + task + "/form-variables")
                    .ok()
                    .body());
        }

        private JsonNode plain(JsonNode envelope) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            envelope.properties()
                    .forEach(each -> data.set(
                            each.getKey(),
                            each.getValue().path("type").asText().equals("Json")
                                    ? Duban.json(each.getValue().path("value").asText())
                                    : each.getValue().path("value")));
            return data;
        }
    }

    /** Our API: a password with every request. */
    private final class Api implements Route {

        @Override
        public void start(String process, Map<String, Object> chosen) {
            String form = kebab(process.replace("supervisionOrder", "order")) + "-requested";
            Map<String, Object> fields =
                    forms.fill(CanaryForms.form(form), JsonNodeFactory.instance.objectNode(), chosen);
            fields.values().removeIf(java.util.Objects::isNull);
            switch (process) {
                case "extension" ->
                    as(GOVERNMENT)
                            .post("/api/orders/" + order + "/extensions", fields)
                            .is(201);
                case "discontinuation" ->
                    as(OFFICE)
                            .post("/api/orders/" + order + "/discontinuations", Papers.without(fields, "order"))
                            .is(201);
                default -> as(OFFICE).drafts(fields);
            }
        }

        @Override
        public void submit(String account, String task, Map<String, Object> fields) {
            as(account).claim(task).is(204);
            as(account).submit(task, fields).is(204);
        }

        @Override
        public JsonNode shown(String account, String task) {
            return as(account).form(task).ok().body().path("data");
        }
    }
}
