package io.duban.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is shipped may run; every mistake that can be made in it is refused, and the refusal says where it is. In the build
 * people wait for, each fifth of them is made (ADR 25).
 */
class MistakesTest {

    static Stream<String> processes() {
        return files(".bpmn");
    }

    static Stream<String> tables() {
        return files(".dmn");
    }

    static Stream<String> forms() {
        return files(".form");
    }

    @Test
    void whatIsShippedKeepsToEveryRule() {
        assertThat(ShippedModels.faultsWith("none", "")).extracting(Fault::line).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyMistakeInAProcessIsRefused(String file) {
        refused(file, ProcessMistakes.of(file, ShippedModels.FILES.get(file)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyMistakeInATableIsRefused(String file) {
        refused(file, TableMistakes.of(file, ShippedModels.FILES.get(file)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyMistakeInAFormIsRefused(String file) {
        String text = ShippedModels.FILES.get(file);
        List<Change> changes = new ArrayList<>(List.of(
                Change.gone(file),
                new Change("cut off", List.of(), text.substring(0, text.length() / 2)),
                new Change("not a form", List.of(), "[]")));
        changes.addAll(Change.everywhere(
                text, "of another kind", "\"type\": \"(?:text\\w*|radio|select)\"", hit -> "\"type\": \"html\""));
        changes.addAll(Change.everywhere(
                text, "a list that folds", "\"disableCollapse\": true", hit -> "\"disableCollapse\": false"));
        String id = file.replace(".form", "");
        changes.add(new Change("renamed", List.of(), text.replace("\"id\": \"" + id + "\"", "\"id\": \"other\"")));
        refused(file, changes);
    }

    @Test
    void aValueTwoFilesUseIsFollowedThroughTheCall() {
        String text = ShippedModels.FILES.get("look-back.bpmn");
        String renamed = text.replace("resultVariable=\"lookBackResult\"", "resultVariable=\"reportOutcome\"");

        assertThat(ShippedModels.faultsWith("look-back.bpmn", renamed))
                .as("nobody writes what the calling process compares")
                .extracting(Fault::file, Fault::rule)
                .contains(org.assertj.core.groups.Tuple.tuple("supervision-order.bpmn", Rule.LITERAL));
    }

    /** Nobody could ever choose what the model waits for. */
    @ParameterizedTest
    @CsvSource({
        "decide-accountability.form, RETURNED, accountability.bpmn",
        "decide-accountability.form, APPROVED, accountability.bpmn",
        "conclude-lead.form, UNFOUNDED, lead-handling.bpmn"
    })
    void anOptionThatAConditionWaitsForIsMissed(String form, String option, String model) {
        String text = ShippedModels.FILES.get(form);
        String renamed = text.replace("\"value\": \"" + option + "\"", "\"value\": \"ELSE\"");

        assertThat(renamed).isNotEqualTo(text);
        assertThat(ShippedModels.faultsWith(form, renamed))
                .extracting(Fault::file, Fault::rule)
                .contains(org.assertj.core.groups.Tuple.tuple(model, Rule.LITERAL));
    }

    private static void refused(String file, List<Change> changes) {
        assertThat(changes).hasSizeGreaterThan(3);
        List<String> accepted = new ArrayList<>();
        for (Change change : Effort.some(changes)) {
            List<Fault> faults = ShippedModels.faultsWith(file, change.text());
            if (!change.isNamedBy(file, faults)) {
                accepted.add(
                        change.what() + " → " + faults.stream().map(Fault::line).toList());
            }
        }
        assertThat(accepted).as("%d mistakes in %s", changes.size(), file).isEmpty();
    }

    private static Stream<String> files(String ending) {
        return ShippedModels.FILES.keySet().stream().filter(each -> each.endsWith(ending));
    }
}
