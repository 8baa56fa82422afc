package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever is on the class path and has a published advisory was decided on, in {@code advisories.csv}. The days of the
 * list decide, not the machine's: an old version builds as it did, and whoever looks advisories up again has to read what
 * is due.
 */
class AdvisoriesTest {

    private static final List<Component> OURS = Component.of(System.getProperty("java.class.path"));
    private static final List<Advisory> ADVISORIES = Advisory.all();

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
