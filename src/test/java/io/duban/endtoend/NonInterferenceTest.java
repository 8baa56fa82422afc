package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.budget.Effort;
import io.duban.endtoend.Visitor.Attachment;
import io.duban.reporter.TestFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two worlds that differ only in who reported, in which words and with which files are the same to the accused unit and to
 * the accounts of its district (A53): the same scenarios run in both, and after each what those accounts read is compared.
 * Not compared is what a handler reads on purpose, the original text and its files.
 */
class NonInterferenceTest {

    private static final int SCENARIOS = Effort.of(200);
    private static final int FEW = 12;
    private static final long SEED = 20_261_005L;

    private static final Pattern OPAQUE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|L[0-9A-Z]{25}");
    private static final List<String> DISTRICTS = List.of("310101", "310104", "310105", "310106", "310107");
    private static final List<String> ROLES = List.of(
            "supervision-office",
            "supervision-lead",
            "committee-director",
            "government",
            "investigation-team",
            "education-bureau",
            "inspector",
            "petition-office",
            "petition-vault-officer",
            "basic-education-division",
            "personnel-division");
    private static final List<String> READS = List.of(
            "/api/me",
            "/api/tasks?size=100",
            "/api/tasks/cards",
            "/api/leads?size=100",
            "/api/leads/alerts",
            "/api/leads/{lead}",
            "/api/leads/{lead}/duplicates",
            "/api/orders",
            "/api/disclosures",
            "/api/disclosures/log",
            "/intake",
            "/intake?triaged=true",
            "/intake/leads/{lead}",
            DoorWalk.ENGINE + "task",
            DoorWalk.ENGINE + "task/count",
            DoorWalk.ENGINE + "process-instance",
            DoorWalk.ENGINE + "process-instance/count",
            DoorWalk.ENGINE + "history/process-instance",
            DoorWalk.ENGINE + "history/task",
            DoorWalk.ENGINE + "history/variable-instance",
            DoorWalk.ENGINE + "variable-instance",
            DoorWalk.ENGINE + "history/process-instance/count");

    private static Map<String, String> quiet;

    @BeforeAll
    static void theWorldOfTheQuietReporter() {
        quiet = world("quiet", SCENARIOS, NonInterferenceTest::quietReporter);
        assertThat(quiet).hasSizeGreaterThan(SCENARIOS);
    }

    @Test
    void theAccusedUnitAndItsDistrictCannotTellTwoReportersApart() {
        Map<String, String> talkative = world("talkative", SCENARIOS, NonInterferenceTest::talkativeReporter);

        System.out.println("scenarios " + SCENARIOS + ", answers compared " + quiet.size() + ", with content "
                + quiet.values().stream()
                        .filter(each -> each.startsWith("200") && each.length() > 20)
                        .count());
        assertThat(differences(quiet, talkative)).isEmpty();
        assertThat(quiet).hasSameSizeAs(talkative);
    }

    /** The counter-test: one word of the reporter in the summary that a clerk writes is noticed in what the district reads. */
    @Test
    void aClerkWhoCopiesAWordOfTheReporterIsNoticed() {
        Map<String, String> copied = world("copied", FEW, NonInterferenceTest::copiedReporter);
        Map<String, String> first = new TreeMap<>(quiet);
        first.keySet().removeIf(each -> Integer.parseInt(each.substring(0, 3)) >= FEW);

        assertThat(differences(first, copied))
                .isNotEmpty()
                .anySatisfy(each -> assertThat(each).contains("（四楼）"))
                .allSatisfy(each -> assertThat(each.substring(4))
                        .doesNotStartWith("institution-head")
                        .doesNotStartWith("school-head"));
    }

    private static List<String> differences(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream()
                .filter(each -> !one.get(each).equals(other.get(each)))
                .map(each -> each + "\n  one   " + one.get(each) + "\n  other " + other.get(each))
                .toList();
    }

    /**
     * Who reports: the same in every world is whether they give a name, the unit and the category. Answers what the clerk
     * copies from the report into the summary: nothing.
     */
    private interface Reporter {
        String report(Visitor visitor, Map<String, String> typed, boolean named, int scenario);
    }

    private static String quietReporter(Visitor visitor, Map<String, String> typed, boolean named, int scenario) {
        typed.put("text", "周末在商场四楼补课，一次收三百元。");
        if (named) {
            typed.putAll(Map.of("named", "yes", "name", "（演示）甲", "phone", "000-0000-0001"));
        }
        return sent(visitor.upload("/report", typed, List.of()));
    }

    private static String talkativeReporter(Visitor visitor, Map<String, String> typed, boolean named, int scenario) {
        typed.put("text", "我是家长，孩子在三班第 " + scenario + " 排；" + "他们每天晚上都在收钱，已经持续了很久。".repeat(1 + scenario % 20));
        if (named) {
            typed.putAll(Map.of(
                    "named",
                    "yes",
                    "name",
                    "（演示）复姓举报人" + scenario,
                    "phone",
                    "000-9999-%04d".formatted(scenario),
                    "email",
                    "somebody" + scenario + "@reporter.example"));
        }
        List<Attachment> files = Stream.of("我家门口.jpg", "聊天记录.jpg")
                .limit(scenario % 3)
                .map(TestFiles::jpeg)
                .map(file -> new Attachment("files", file.fileName(), file.content()))
                .toList();
        return sent(visitor.upload("/report", typed, files));
    }

    private static String copiedReporter(Visitor visitor, Map<String, String> typed, boolean named, int scenario) {
        quietReporter(visitor, typed, named, scenario);
        return "（四楼）";
    }

    private static String sent(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return "";
    }

    /** All observations of one world by scenario, account and address. */
    private static Map<String, String> world(String name, int scenarios, Reporter reporter) {
        try (Installation installation = Installation.on(
                "demo",
                "--spring.datasource.url=jdbc:h2:mem:world" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                "--duban.report.per-minute=10000",
                "--duban.report.per-hour=10000",
                "--duban.report.all-per-minute=10000",
                "--duban.report.all-per-hour=10000")) {
            World world = new World(installation, reporter);
            Random random = new Random(SEED);
            for (int scenario = 0; scenario < scenarios; scenario++) {
                world.lived(scenario, new Random(random.nextLong()));
            }
            return world.observed;
        }
    }

    private static final class World {

        private final Installation installation;
        private final Duban duban;
        private final Reporter reporter;
        private final DoorWalk doors;
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<String, String> observed = new TreeMap<>();
        private String copied = "";

        World(Installation installation, Reporter reporter) {
            this.installation = installation;
            this.reporter = reporter;
            duban = installation.duban();
            doors = new DoorWalk(duban, java.util.Set.of());
        }

        void lived(int scenario, Random random) {
            String unit = DISTRICTS.get(random.nextInt(DISTRICTS.size())) + (random.nextBoolean() ? "T001" : "S001");
            LeadCase lead = LeadCase.of(duban, reported(scenario, unit, random.nextBoolean()), unit);
            handled(lead, scenario, Math.min(random.nextInt(9), random.nextInt(9)), random);
            names.put(lead.ref, "lead#" + scenario);
            installation
                    .jdbc()
                    .queryForList("select order_id from lead where lead_ref = ?", String.class, lead.ref)
                    .forEach(order -> names.put(String.valueOf(order), "order#" + scenario));
            observe(scenario, lead, random);
        }

        private String reported(int scenario, String unit, boolean named) {
            Visitor visitor = new Visitor(duban);
            visitor.get("/report");
            Map<String, String> typed = new LinkedHashMap<>();
            typed.putAll(Map.of("unit", unit, "category", "HIDDEN_VARIANT", "named", "no", "action", "send"));
            copied = reporter.report(visitor, typed, named, scenario);
            return refs().stream()
                    .filter(each -> !names.containsKey(each))
                    .findFirst()
                    .orElseThrow();
        }

        private List<String> refs() {
            return installation.jdbc().queryForList("select lead_ref from lead", String.class);
        }

        /** So many steps of the way, some scenarios turning off it. */
        private void handled(LeadCase lead, int scenario, int steps, Random random) {
            Map<String, Object> triage = lead.triage("反映该单位违规收费补课，第 " + scenario % 7 + " 种" + copied);
            if (steps >= 1 && random.nextInt(6) == 0) {
                lead.triaged(Papers.with(triage, "inScope", false)).declined("不属于教育督导受理范围。");
                return;
            }
            boolean returned = random.nextInt(3) == 0;
            List<Runnable> way = List.of(
                    () -> lead.triaged(triage),
                    () -> lead.transferred().guided(),
                    lead::received,
                    lead::verified,
                    () -> concluded(lead, returned),
                    () -> lead.replied("经核查属实，已责令清退费用。"),
                    lead::ordered,
                    () -> issued(lead));
            way.stream().limit(steps).forEach(Runnable::run);
        }

        private void concluded(LeadCase lead, boolean returned) {
            if (returned) {
                lead.concluded("RETURN").verified();
            }
            lead.concluded("VALID");
        }

        private void issued(LeadCase lead) {
            String order = installation
                    .jdbc()
                    .queryForObject("select order_id from lead where lead_ref = ?", String.class, lead.ref);
            Map<String, Object> paper = Papers.keyIssueOrder(lead.district, lead.accused, 1);
            lead.office.does(order, "userTask_draftOrder", Papers.checked(paper));
            lead.head.does(order, "userTask_issueOrder", Papers.signed());
        }

        private void observe(int scenario, LeadCase lead, Random random) {
            String accused = (lead.accused.contains("S") ? "school-head." : "institution-head.") + lead.accused;
            List<String> accounts = Stream.of(
                            accused,
                            "petition-office." + lead.district,
                            ROLES.get(random.nextInt(ROLES.size())) + "." + lead.district)
                    .distinct()
                    .toList();
            int start = random.nextInt(READS.size());
            for (String account : accounts) {
                for (int i = 0; i < (account.equals(accused) ? 10 : 6); i++) {
                    String read = READS.get((start + i) % READS.size());
                    String answer = doors.text(account, read.replace("{lead}", lead.ref));
                    observed.put("%03d %s %s".formatted(scenario, account, read), normal(answer));
                }
            }
        }

        /** Opaque ids by the scenario they belong to, no times of day, lists in an order that no id decides. */
        private String normal(String answer) {
            String text = OPAQUE.matcher(answer)
                    .replaceAll(id -> names.getOrDefault(id.group(), id.group().contains("-") ? "ID" : id.group()))
                    .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "TOKEN")
                    .replaceAll("T\\d{2}:\\d{2}:\\d{2}[.\\d]*(Z|[+-]\\d{2}:?\\d{2})?", "T")
                    .replaceAll("\"(duration|durationInMillis)\":\\d+", "\"$1\":0");
            String body = text.substring(4);
            JsonNode json = Duban.json(body);
            return text.substring(0, 4) + (json.isMissingNode() ? page(body) : sorted(json));
        }

        private static String page(String body) {
            return String.join("\n", body.lines().map(String::strip).sorted().toList());
        }

        private static String sorted(JsonNode node) {
            List<String> parts = new ArrayList<>();
            if (node.isObject()) {
                node.properties().forEach(each -> parts.add(each.getKey() + "=" + sorted(each.getValue())));
            } else if (node.isArray()) {
                node.forEach(each -> parts.add(sorted(each)));
            } else {
                return node.asText();
            }
            parts.sort(null);
            return parts.toString();
        }
    }
}
