package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.model.NamesInJava;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids and messages of models that Java writes out exist in the models. */
class NamesInJavaTest {

    /** Timers that wait for no day of the register: the daily step of the escalation, the minutes of a view. */
    private static final Set<String> NO_DEADLINE = Set.of(
            "intermediateTimer_nextWorkingDay",
            "intermediateTimer_remindingDay",
            "intermediateTimer_viewWindowClosed",
            "intermediateTimer_periodEnded",
            "intermediateTimer_monthEnded");

    private static final Pattern ID = Pattern.compile(
            "\"((?:userTask|serviceTask|boundaryTimer|intermediateTimer|startEvent|endEvent|callActivity)_\\w+)\"");
    private static final Pattern PROCESS = Pattern.compile(
            "(?:startProcessInstanceByKey|processDefinitionKey|Running\\.of|Running\\.part)\\(\\s*\"?(\\w+)");
    private static final Pattern MESSAGE = Pattern.compile(
            "(?:createMessageCorrelation|messageEventSubscriptionName|messageEventReceived|correlate)\\(\\s*\"?(\\w+)");
    private static final Pattern STARTED = Pattern.compile("(?s)startProcessInstanceByKey\\(\\s*(\"?\\w+\"?)");

    static Stream<Model> processes() {
        return Model.PROCESSES.stream();
    }

    @Test
    void everyElementThatJavaNamesExistsInAModel() {
        var ids = processes()
                .flatMap(each -> each.elements("*"))
                .map(each -> each.getAttribute("id"))
                .collect(Collectors.toSet());
        var named = Source.ALL.stream()
                .flatMap(each -> ID.matcher(each.code()).results().map(hit -> hit.group(1)))
                .collect(Collectors.toSet());

        assertThat(named)
                .as("recusal, timers and filters hang on these ids")
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    @Test
    void theListOfNamesIsWhatStandsInJava() {
        var names = NamesInJava.read();

        assertThat(names.elements()).containsExactlyInAnyOrderElementsOf(named(ID));
        assertThat(names.processes()).containsAll(named(PROCESS)).allMatch(NamesInJavaTest::isWritten);
        assertThat(names.messages()).containsAll(named(MESSAGE)).allMatch(NamesInJavaTest::isWritten);
    }

    /** What the code writes at this place, as a text or as a constant of the same class. */
    private static Set<String> named(Pattern place) {
        Set<String> found = new TreeSet<>();
        for (Source each : Source.ALL) {
            place.matcher(each.code()).results().map(hit -> hit.group(1)).forEach(name -> {
                var constant =
                        Pattern.compile("String " + name + " =\\s*\"(\\w+)\"").matcher(each.code());
                if (constant.find()) {
                    found.add(constant.group(1));
                } else if (!name.matches("[a-z]\\w*|String|[A-Z_]+") || isQuoted(each, name)) {
                    found.add(name);
                }
            });
        }
        return found;
    }

    private static boolean isQuoted(Source source, String name) {
        return source.code().contains('"' + name + '"');
    }

    private static boolean isWritten(String name) {
        return Source.ALL.stream().anyMatch(each -> each.name().endsWith("Process") && isQuoted(each, name));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyMessageOfAModelIsSentByTheProcessClassOfItsRoom(Model model) {
        model.elements("message").forEach(message -> {
            assertThat(message.getAttribute("id")).isEqualTo("message_" + message.getAttribute("name"));
            assertThat(Source.of(model.room()))
                    .as(message.getAttribute("name"))
                    .anyMatch(each -> each.name().endsWith("Process")
                            && each.code().contains('"' + message.getAttribute("name") + '"'));
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyTimerOfAModelThatWaitsForADeadlineCanBeMoved(Model model) {
        model.elements("timerEventDefinition")
                .map(each -> ((org.w3c.dom.Element) each.getParentNode()).getAttribute("id"))
                .filter(timer -> !NO_DEADLINE.contains(timer))
                .forEach(timer -> assertThat(Source.of(model.room()))
                        .as("%s of %s moves with the register of deadlines (DeadlineMoved)", timer, model)
                        .anyMatch(each ->
                                each.name().endsWith("Process") && each.code().contains('"' + timer + '"')));
    }

    @Test
    void onlyProcessClassesStartProcesses() {
        assertThat(Source.ALL)
                .filteredOn(each -> STARTED.matcher(each.code()).find())
                .extracting(Source::name)
                .allMatch(name -> name.endsWith("Process"));
    }
}
