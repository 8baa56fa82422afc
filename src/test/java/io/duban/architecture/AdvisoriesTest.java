package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is on the class path and has a published advisory was decided on, in {@code advisories.csv}. The days of the
 * list decide, not the machine's: an old version builds as it did, and whoever looks advisories up again has to read what
 * is due.
 */
class AdvisoriesTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final List<Component> OURS = Stream.concat(
                    Component.of(CLASS_PATH).stream(), Component.vendored().stream())
            .toList();
    private static final Path LOOKED_UP = Path.of("src/test/resources/components.txt");
    private static final List<Advisory> ADVISORIES = Advisory.all();

    @Test
    void whateverIsOnTheClassPathOrInTheTreeWasLookedUpInThisVersion() throws IOException {
        List<String> lines = Files.readAllLines(LOOKED_UP).stream()
                .filter(each -> !each.startsWith("#"))
                .toList();
        List<Component> there = Stream.concat(
                        Component.jars(CLASS_PATH).map(Component::byPlace), Component.vendored().stream())
                .toList();
        assertThat(there)
                .filteredOn(each -> lines.stream().noneMatch(each::isWritten))
                .as("look up what is published on this version (advisories.csv), then write it down here")
                .isEmpty();
        assertThat(lines)
                .filteredOn(line -> there.stream().noneMatch(each -> each.isWritten(line)))
                .as("no longer there: take the line out")
                .isEmpty();
    }

    @Test
    void whateverIsAffectedWasDecidedOn() {
        assertThat(ADVISORIES)
                .filteredOn(each -> !each.isDecided())
                .filteredOn(each -> OURS.stream().anyMatch(each::affects))
                .as("update the library, or write down what was decided, when, until when and why")
                .isEmpty();
    }

    @Test
    void aDecisionOnWhatIsNoLongerAffectedGoes() {
        assertThat(ADVISORIES)
                .filteredOn(Advisory::isDecided)
                .filteredOn(each -> OURS.stream().noneMatch(each::affects))
                .as("the library was updated: empty the decision")
                .isEmpty();
    }

    @Test
    void aDecisionHasItsDaysAndItsReason() {
        assertThat(ADVISORIES).filteredOn(Advisory::isDecided).allSatisfy(each -> {
            LocalDate decided = LocalDate.parse(each.decided());
            assertThat(each.reason()).isNotBlank();
            assertThat(decided).isBeforeOrEqualTo(Advisory.lookedUp());
            assertThat(LocalDate.parse(each.review()))
                    .as("read again by this day: %s", each)
                    .isAfterOrEqualTo(Advisory.lookedUp())
                    .isBefore(decided.plusYears(1));
        });
    }

    @Test
    void anAffectedVersionIsFoundByItsPlaceInTheRepository() {
        Component old = Component.byPlace(
                "somebody/.m2/repository/org/apache/commons/commons-lang3/3.17.0/commons-lang3-3.17.0.jar");
        Component mended = Component.byPlace(
                "somebody/.m2/repository/org/apache/commons/commons-lang3/3.18.0/commons-lang3-3.18.0.jar");

        assertThat(ADVISORIES.stream().filter(each -> each.affects(old)).map(Advisory::id))
                .containsExactly("CVE-2025-48924");
        assertThat(ADVISORIES).noneMatch(each -> each.affects(mended));
    }

    @Test
    void theClassPathIsReadAndNoJarIsLeftOut() {
        assertThat(OURS).hasSizeGreaterThan(200);
        assertThat(OURS).anyMatch(each -> each.isNamed("org.camunda.bpm:camunda-engine"));
        assertThat(OURS).anyMatch(each -> each.isNamed("org.apache.commons:commons-lang3"));
    }
}
