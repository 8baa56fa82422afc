package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that bytecode cannot answer, read from the sources; every exception has a name and a reason. */
class SourceRulesTest {

    private static final int LONGEST = 260;
    private static final int LONG = 200;

    /** Files of more than 200 lines, each with what keeps it together. */
    private static final Map<String, String> LONG_FILES = Map.ofEntries(
            Map.entry("order/Orders", "the verbs of the order up to its receipt, one transaction boundary"),
            Map.entry("lead/ConflictLock", "the rule for acting on cases of leads and the rule for reading them"),
            Map.entry("order/Investigations", "the verbs of one process, one transaction boundary"),
            Map.entry("order/OrderRepository", "every column of one table, and the one place where it is changed"),
            Map.entry("rectification/Rectifications", "the verbs of one process, one transaction boundary"),
            Map.entry("interview/Interviews", "the verbs of one process, one transaction boundary"),
            Map.entry("lead/Notices", "the verbs of one process, one transaction boundary"),
            Map.entry("lead/LeadVerifications", "the verbs of one process, one transaction boundary"),
            Map.entry("form/Fields", "one getter for each kind of answer, each with its refusal"),
            Map.entry("engine/Accounts", "one front to users, groups and tenants"),
            Map.entry("reporter/Disclosures", "the verbs of one process, one transaction boundary"),
            Map.entry("calendar/Deadlines", "the verbs of the register, one transaction boundary"));

    /** Engine queries without a page, each with what bounds them. */
    private static final Map<String, String> UNPAGED = Map.of(
            "engine/Decisions", "versions of one table",
            "engine/EngineUsers", "groups and tenants of one person",
            "engine/RunningDates", "instances, timers and tasks of one case",
            "worklist/CaseSteps", "the newest models, one of each process",
            "worklist/Grants", "grants of one group on one resource",
            "worklist/TaskFilters", "filters of one name, at start-up",
            "order/DiscontinuationProcess", "instances of one order",
            "order/ExtensionProcess", "instances of one order",
            "order/EscalationProcess", "instances and waiting executions of one order",
            "order/SupervisionOrderProcess", "instances of one order");

    /** Rows the database counts, each with what bounds them. */
    private static final Map<String, String> COUNTED = Map.of(
            "engine/DemoClock", "one job",
            "evidence/EvidenceRepository", "files of one case",
            "lead/LeadAnalysis", "leads of one jurisdiction in one period",
            "lead/NoticeRepository", "open notices of one district",
            "worklist/OpenTasks", "one task",
            "order/OrderFigures", "orders and bulletins of one return: its units, its period",
            "interview/InterviewFigures", "persons of one return: its units, its period",
            "accountability/AccountabilityFigures", "persons of one return: its units, its period",
            "rectification/RectificationRepository", "statements of one problem");

    /** Statements of the worklist without a limit, each with what bounds them. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "worklist/TaskLines", "candidates of one page of tasks", "worklist/GroupCounts", "a line for each group");

    private static final Pattern ENGINE_LIST =
            Pattern.compile("\\.create\\w+Query\\(\\)[^;]*?\\.(list|unlimitedList)\\(\\)");
    private static final Pattern SQL_LIST = Pattern.compile("\\.sql\\([^;]*?\\.list\\(\\)");

    @Test
    void onlyTheEngineRoomCatchesEverything() {
        assertThat(matching("catch \\((final )?(Exception|Throwable|RuntimeException|Error)\\b"))
                .as("errors are business, exceptions are incidents: only the last line of defence takes them all")
                .allMatch(place -> place.startsWith("engine/"));
    }

    @Test
    void nobodyPrintsToTheConsole() {
        assertThat(matching("System\\.(out|err)\\b|\\.printStackTrace\\("))
                .as("there is a logger; only the answer of a command is for the console")
                .isSubsetOf("/DubanApplication");
    }

    @Test
    void whatTestsPrintGoesToFilesBesideTheirReports() {
        assertThat(Source.text(Path.of("pom.xml")))
                .as("a build says what ran and what failed; the log of each class lies in target/*-reports")
                .contains("maven-surefire-plugin", "maven-failsafe-plugin")
                .containsPattern("(?s)(<redirectTestOutputToFile>true</redirectTestOutputToFile>.*){2}");
    }

    @Test
    void timeComesFromTheInjectedClock() {
        assertThat(matching("\\b(LocalDate|LocalDateTime|LocalTime|Instant|ZonedDateTime|OffsetDateTime|Year|YearMonth)"
                        + "\\.now\\((ZoneId|ZoneOffset|\\))|System\\.currentTimeMillis|new Date\\(\\)"))
                .as(
                        "deadlines are tested by moving the clock; StoredClock measures how far it runs ahead of the machine")
                .isSubsetOf("engine/StoredClock");
    }

    @Test
    void lombokIsNotUsed() {
        assertThat(matching("import lombok\\."))
                .as("records do it, and what is compiled is what is written")
                .isEmpty();
    }

    @Test
    void engineQueriesArePagedOrBoundedByOneCase() {
        assertExactly(UNPAGED, ENGINE_LIST, "a list grows with the years; page it or say what bounds it");
    }

    @Test
    void rowsAreCountedOnlyWithinACase() {
        assertExactly(
                COUNTED,
                Pattern.compile("(?i)select count\\(|Query\\(\\)[^;]*?\\.count\\(\\)"),
                "a count visits every row; with 100 000 tasks a page must not wait for it");
    }

    @Test
    void theWorklistReadsNoTableWithoutALimit() {
        var unlimited = Source.of(Room.WORKLIST).stream()
                .filter(each -> SQL_LIST.matcher(each.code())
                        .results()
                        .anyMatch(hit -> !hit.group().contains("fetch first")))
                .map(Source::place)
                .toList();

        assertThat(unlimited)
                .as("the worklist is what everybody opens first")
                .containsExactlyInAnyOrderElementsOf(UNLIMITED.keySet());
    }

    @Test
    void filesStayShort() {
        assertThat(longerThan(LONGEST))
                .as("a file of more than %s lines is two files", LONGEST)
                .isEmpty();
        assertThat(longerThan(LONG))
                .as("a file of more than %s lines needs a reason in LONG_FILES, a shorter one none", LONG)
                .containsExactlyInAnyOrderElementsOf(LONG_FILES.keySet());
    }

    @Test
    void everyTypeSaysInASentenceWhyItExists() {
        var silent = Source.ALL.stream()
                .filter(each -> !each.name().equals("package-info"))
                .filter(each -> !Pattern.compile("\\*/\\s*(@[^;]*?)?\\b(public |final |abstract |sealed |non-sealed )*"
                                + "(class|record|enum|interface|@interface) "
                                + each.name()
                                + "\\b")
                        .matcher(each.text())
                        .find())
                .map(Source::place)
                .toList();

        assertThat(silent).as("one sentence of Javadoc on every type").isEmpty();
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        assertThat(Source.ALL)
                .filteredOn(each -> each.name().equals("package-info"))
                .hasSize(Room.values().length)
                .allMatch(each ->
                        each.text().contains("/**") && each.text().contains("@org.jspecify.annotations.NullMarked"));
    }

    @Test
    void whatPeopleTypedReachesPagesAsTextOnly() throws IOException {
        assertThat(holding(".html", "th:utext|\\[\\(\\$|th:on[a-z]+|th:inline=|th:attr(append|prepend)=\"on"))
                .as("a template writes text, which is escaped; never markup, never script")
                .isEmpty();
        assertThat(holding(
                        ".js",
                        "(inner|outer)HTML|insertAdjacentHTML|document\\.write|createContextualFragment|DOMParser|srcdoc"
                                + "|bind-html|\\beval\\(|new Function|setAttribute\\(['\"](on|style|src|href)"
                                + "|renderMode: *['\"]html"))
                .as("a script sets text and attributes it names itself")
                .isEmpty();
    }

    /** The files of our pages and plug-ins in which the pattern stands; what others made is not ours to judge. */
    private static List<Path> holding(String ending, String regex) throws IOException {
        Pattern pattern = Pattern.compile(regex);
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            return files.filter(each ->
                            each.toString().endsWith(ending) && !each.toString().contains("vendor"))
                    .filter(each -> pattern.matcher(Source.text(each)).find())
                    .toList();
        }
    }

    private static void assertExactly(Map<String, String> allowed, Pattern pattern, String why) {
        var found = Source.ALL.stream()
                .filter(each -> pattern.matcher(each.code()).find())
                .map(Source::place)
                .collect(Collectors.toSet());
        assertThat(found).as(why).isEqualTo(allowed.keySet());
    }

    private static List<String> matching(String regex) {
        return Source.ALL.stream()
                .filter(each -> each.isMatching(regex))
                .map(Source::place)
                .toList();
    }

    private static Set<String> longerThan(int lines) {
        return Source.ALL.stream()
                .filter(each -> each.lines() > lines)
                .map(Source::place)
                .collect(Collectors.toSet());
    }
}
