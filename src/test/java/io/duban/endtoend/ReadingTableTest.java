package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Effort;
import io.duban.engine.Accounts;
import io.duban.engine.Accounts.NewUser;
import io.duban.engine.Stage;
import io.duban.reporter.TestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * One rule for reading, as a table (ADR 44): {@code reading-table.txt} says for every door, everybody who may stand to a
 * case in some way and every stage of it whether they know of the case there and whether they read what people wrote. One
 * case of the city about an institution of a district lives its life, and at each stage everybody asks at every door. A
 * new door or a new state without its line fails; what was seen is written to {@code target/reading-table.txt}.
 */
class ReadingTableTest extends EndToEnd {

    private static final Path FILE = Path.of("src/test/resources/reading-table.txt");
    private static final Path SEEN = Path.of("target/reading-table.txt");

    /** Nobody else's in the application that all tests share. */
    private static final String DISTRICT = "310107";

    private static final String ACCUSED = "310107T001";

    /** In every title, and in everything written inside. */
    private static final String TITLE = "阅权表样卷督办事项";

    private static final String INSIDE = "阅权表内情不得外传";

    private static final Map<String, String> READERS = new LinkedHashMap<>();

    static {
        READERS.put("issuer-office", "supervision-office.310000");
        READERS.put("issuer-lead", "supervision-lead.310000");
        READERS.put("addressee", "government." + DISTRICT);
        READERS.put("district-lead", "supervision-lead." + DISTRICT);
        READERS.put("district-office", "supervision-office." + DISTRICT);
        READERS.put("team", "investigation-team." + DISTRICT);
        READERS.put("accused", "institution-head." + ACCUSED);
        READERS.put("named", "reading.named");
        READERS.put("two-hats", "reading.two-hats");
        READERS.put("two-hats-addressee", "reading.two-hats-addressee");
        READERS.put("sibling", "supervision-lead.310105");
        READERS.put("inspector", "inspector." + DISTRICT);
        READERS.put("designer", "designer");
        READERS.put("administrator", "admin");
    }

    /** What has to be asked for something, and the first of many pages. */
    private static final Map<String, String> ASKED = Map.ofEntries(
            Map.entry("/api/tasks", "?size=100"),
            Map.entry("/api/tasks/cards", "?ids={task}"),
            Map.entry("/api/orders", "?size=100&unit=" + ACCUSED),
            Map.entry("/api/interviews", "?order={order}"),
            Map.entry("/api/accountabilities", "?order={order}"),
            Map.entry("/api/leads", "?size=100&unit=" + ACCUSED),
            Map.entry("/api/leads/alerts", "?size=100"),
            Map.entry("/api/leads/analysis", "?from=2026-10-01&to=2026-10-31&unit=" + DISTRICT),
            Map.entry("/api/leads/{leadRef}/text", "?purpose=TRIAGE"),
            Map.entry("/intake", "?triaged=true"),
            Map.entry("/ledger", "?view=all&unit=" + ACCUSED),
            Map.entry("/api/ledger", "?size=100&unit=" + ACCUSED),
            Map.entry("/api/ledger/figures", "?unit=" + ACCUSED),
            Map.entry("/api/ledger/export.csv", "?unit=" + ACCUSED),
            Map.entry("/api/ledger/export.xlsx", "?unit=" + ACCUSED),
            Map.entry("/api/returns/annex-5", "?from=2026-01-01&to=2026-12-31&unit=" + DISTRICT),
            Map.entry("/api/returns/annex-5.xlsx", "?from=2026-01-01&to=2026-12-31&unit=" + DISTRICT),
            Map.entry(
                    "/api/returns/annex-5/rows", "?from=2026-01-01&to=2026-12-31&figure=orders.total&unit=" + DISTRICT),
            Map.entry("/returns/annex-5", "?from=2026-01-01&to=2026-12-31&unit=" + DISTRICT),
            Map.entry("/returns/annex-5/rows", "?from=2026-01-01&to=2026-12-31&figure=orders.total&unit=" + DISTRICT));

    /** Only numbers stand there: it is known of the case what is not as it was before. */
    private static final Set<String> FIGURES = Set.of(
            "GET /api/leads/analysis", "GET /api/ledger/figures", "GET /api/returns/annex-5", "GET /returns/annex-5");

    private static final Pattern COUNTED = Pattern.compile(".*(count|statistics|statistics-count)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*");

    /** Behind these stands an id of the case or of a part of it: an answer says that there is one. */
    private static final Pattern OF_A_CASE = Pattern.compile(
            "/(orders|cases|leads|interviews|papers|evidence|tasks?|process-instance|execution|job|variable-instance)/[{*]");

    private static final Pattern SOME = Pattern.compile("\"(count|instances|taskCount)\":[1-9]");

    /** The stages at which most was wrong once; in a whole build all. */
    private static final String FEW = "LDV";

    /** Who is let in where only watchers are; the others are asked there too in a whole build. */
    private static final Set<String> WATCHERS =
            Set.of("issuer-lead", "district-lead", "named", "two-hats", "sibling", "designer", "administrator");

    /** What others read against the rule stands there, and few exports run at a time: asked last, by one after the other. */
    private static final Set<String> LAST =
            Set.of("GET /api/leads/alerts", "GET /api/ledger/export.csv", "GET /api/ledger/export.xlsx");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private RuntimeService engine;

    private final Map<String, Map<String, String>> seen = new TreeMap<>();
    private final Map<String, String> before = new ConcurrentHashMap<>();
    private final Set<String> forWatchers = new TreeSet<>();
    private String walked = "";
    private ReadingTable table;
    private Set<String> doors;
    private DoorWalk walk;

    @BeforeEach
    void everybody() {
        account("reading.named", "supervision-lead." + DISTRICT);
        account(
                "reading.two-hats",
                "investigation-team." + DISTRICT,
                "supervision-lead." + DISTRICT,
                "supervision-office." + DISTRICT,
                "institution-head." + ACCUSED);
        account("reading.two-hats-addressee", "government." + DISTRICT, "institution-head." + ACCUSED);
        walk = new DoorWalk(duban, Set.of());
        table = ReadingTable.read(FILE);
        doors = OpenDoors.all(mappings);
    }

    @Test
    void everyDoorAndEveryStateHasItsLine() {
        Set<String> lines = new TreeSet<>(table.doors().keySet());
        lines.addAll(table.apart());

        assertThat(lines).isEqualTo(doors);
        assertThat(table.stages().values().stream().flatMap(Set::stream)).containsAll(states());
    }

    @Test
    void everyDoorShowsOfACaseWhatItsLineSays() throws IOException {
        doors.removeAll(table.apart());
        if (!Effort.isWhole()) {
            doors.retainAll(OpenDoors.once(doors));
            doors.stream().filter(OpenDoors::isForWatchers).forEach(forWatchers::add);
        }
        for (String door : doors) {
            seen.put(door, new LinkedHashMap<>());
            READERS.keySet().forEach(reader -> seen.get(door).put(reader, ""));
        }
        for (String reader : READERS.keySet()) {
            figures().forEach(door -> before.put(reader + door, text(reader, door, Map.of())));
        }
        live();
        Map<String, String> lines = new TreeMap<>();
        seen.forEach((door, cells) -> lines.put(door, ReadingTable.line(cells)));
        ReadingTable.write(SEEN, FILE, lines, table.apart());

        Map<String, String> expected = table.at(walked);
        expected.keySet().retainAll(doors);
        assertThat(lines).isEqualTo(expected);
    }

    private void live() {
        LeadCase lead = LeadCase.of(duban, registered(), ACCUSED);
        lead.triaged(Papers.with(lead.triage(INSIDE + "：反映周末违规补课"), "namedPersons", List.of(READERS.get("named"))));
        at('L', lead.ref);
        lead.transferred().guided().received();
        at('T', lead.ref);
        lead.verified().concluded("VALID").replied("经核查属实，感谢监督。");
        lead.office.does(lead.ref, "userTask_chooseInstrument", Papers.with(LeadCase.instrument(), "title", TITLE));
        Map<String, Object> paper = Papers.with(
                Papers.keyIssueOrder(DISTRICT, ACCUSED, 1), "title", TITLE, "summary", INSIDE, "basis", INSIDE);
        String id = jdbc.queryForObject("select order_id from lead where lead_ref = ?", String.class, lead.ref);
        KeyOrder order = KeyOrder.existing(duban, id, paper);
        order.submitted();
        at('D', id, lead.ref);
        order.signed().receipt();
        new Uploads(duban)
                .keep(
                        order.team.account(),
                        id,
                        Map.of(),
                        "a.jpg",
                        TestFiles.jpeg("a").content())
                .is(201);
        at('I', id, lead.ref);
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = order.interviews().get(0).path("id").asText();
        order.lead.does(interview, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", INSIDE));
        new Ladder(duban).invited(interview, DISTRICT);
        at('N', id, lead.ref, interview);
        order.team.does(id, "userTask_investigate", Papers.with(Papers.report(), "process", INSIDE));
        order.report();
        order.office.asksToEnd(id, "WITHDRAWAL", "DUPLICATE", Map.of()).is(201);
        at('V', id, lead.ref, interview);
        order.lead.does(id, "userTask_decideDiscontinuation", Papers.of("decision", "REFUSE", "note", INSIDE));
        order.reviewed(Papers.with(Papers.review(duban.today().plusDays(20)), "reviewNote", INSIDE));
        at('R', id, lead.ref, interview);
        order.done(1);
        at('S', id, lead.ref, interview);
    }

    private String registered() {
        return as("petition-office.310000")
                .post("/api/leads", Papers.called(duban.today(), ACCUSED, INSIDE))
                .is(201)
                .text("leadRef");
    }

    /** Everybody asks at every door; small letters for knowing, capitals for reading. The first case is the one at this stage. */
    private void at(char stage, String... cases) {
        if (!Effort.isWhole() && FEW.indexOf(stage) < 0) {
            return;
        }
        walked += stage;
        endOthers(List.of(cases));
        CaseIds all = new CaseIds(jdbc, List.of(cases));
        assertThat(table.stages().get(stage)).containsAnyElementsOf(all.states(cases[0]));
        Map<String, List<String>> ids = all.all();
        Set<String> known = new TreeSet<>(List.of(TITLE));
        List.of("cases", "process-instance", "task").forEach(each -> known.addAll(ids.get(each)));
        for (boolean last : List.of(false, true)) {
            List<String> asked =
                    doors.stream().filter(door -> LAST.contains(door) == last).toList();
            Stream<String> readers = READERS.keySet().stream();
            Map<String, Map<String, Character>> found = new ConcurrentHashMap<>();
            (last ? readers : readers.parallel())
                    .forEach(reader -> asked.stream()
                            .filter(door -> WATCHERS.contains(reader) || !forWatchers.contains(door))
                            .filter(door -> !reader.equals("administrator") || !door.contains("/history/"))
                            .forEach(door -> letter(stage, reader, door, ids, known)
                                    .ifPresent(letter -> found.computeIfAbsent(door, any -> new ConcurrentHashMap<>())
                                            .put(reader, letter))));
            asked.forEach(door -> READERS.keySet()
                    .forEach(reader -> Optional.ofNullable(
                                    found.getOrDefault(door, Map.of()).get(reader))
                            .ifPresent(letter -> seen.get(door).merge(reader, letter.toString(), String::concat))));
        }
    }

    private Optional<Character> letter(
            char stage, String reader, String door, Map<String, List<String>> ids, Set<String> known) {
        String text = text(reader, door, ids);
        if (text.contains(INSIDE)) {
            return Optional.of(stage);
        }
        boolean isKnown = known.stream().anyMatch(text::contains)
                || figures().contains(door) && !text.equals(before.get(reader + door))
                || COUNTED.matcher(door).matches() && SOME.matcher(text).find();
        return isKnown ? Optional.of(Character.toLowerCase(stage)) : Optional.empty();
    }

    /** What the door answers the reader for all ids it may be asked for. */
    private String text(String reader, String door, Map<String, List<String>> ids) {
        String method = door.substring(0, door.indexOf(' '));
        String pattern = door.substring(method.length() + 1);
        String asked = ASKED.getOrDefault(pattern, OpenDoors.page(pattern))
                .replace("{task}", String.join(",", ids.getOrDefault("task", List.of())))
                .replace("{order}", String.join("", ids.getOrDefault("orders", List.of())));
        return DoorWalk.filled(pattern, ids)
                .map(path -> walk.ask(READERS.get(reader), method, path + asked))
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> words(answer) + (OF_A_CASE.matcher(pattern).find() ? TITLE : ""))
                .collect(Collectors.joining("\n"));
    }

    /** Of an archive, a workbook or a paper what stands in it; of a photograph that it was given out. */
    private static String words(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("image/") || type.startsWith("application/pdf")) {
            return INSIDE;
        }
        return type.contains("zip") || type.contains("officedocument")
                ? packed(answer.body())
                : TOKEN.matcher(new String(answer.body(), StandardCharsets.UTF_8))
                        .replaceAll("");
    }

    /** A workbook writes characters as numbers, and the sizes of its parts in its directory alone. */
    private static String packed(byte[] archive) {
        try {
            Path file = Files.createTempFile("reading", ".zip");
            Files.write(file, archive);
            StringBuilder text = new StringBuilder();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry each : Collections.list(zip.entries())) {
                    byte[] part = zip.getInputStream(each).readAllBytes();
                    text.append(HtmlUtils.htmlUnescape(new String(part, StandardCharsets.UTF_8)));
                }
            }
            Files.delete(file);
            return text.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Set<String> figures() {
        return FIGURES.stream().filter(doors::contains).collect(Collectors.toSet());
    }

    /** Whatever else runs in the application that all tests share is ended, so that counts are of these cases. */
    private void endOthers(Collection<String> cases) {
        engine.createProcessInstanceQuery().rootProcessInstances().listPage(0, 2000).stream()
                .filter(root -> !cases.contains(root.getBusinessKey()))
                .forEach(root -> engine.deleteProcessInstance(root.getId(), "not of this test", true, true));
    }

    /** Every state of every case there is. */
    private static List<String> states() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Stage.class));
        return scan.findCandidateComponents("io.duban").stream()
                .map(each -> ClassUtils.resolveClassName(String.valueOf(each.getBeanClassName()), null))
                .filter(Class::isEnum)
                .filter(ReadingTableTest::isOurs)
                .flatMap(type -> Stream.of(type.getEnumConstants())
                        .map(each -> ClassUtils.getShortName(type) + "." + ((Enum<?>) each).name()))
                .sorted()
                .toList();
    }

    /** Tests have states of their own. */
    private static boolean isOurs(Class<?> type) {
        var ours = Stage.class.getProtectionDomain().getCodeSource().getLocation();
        return type.getProtectionDomain().getCodeSource().getLocation().equals(ours);
    }

    private void account(String id, String... unitGroups) {
        Set<String> groups = new TreeSet<>(List.of(unitGroups));
        groups.addAll(Stream.of(unitGroups)
                .map(each -> each.substring(0, each.indexOf('.')))
                .toList());
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            accounts.ensureUsers(List.of(new NewUser(id, id, "", "duban-demo")));
            accounts.ensureMemberships(Map.of(id, Set.copyOf(groups)));
        });
    }
}
