package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What a model names exists in Java, what Java offers is named by a model, and the same for forms. */
class WiringTest {

    /** What the Camunda Forms of Tasklist draw; html, image, iframe and expression are not among them on purpose. */
    private static final Set<String> DRAWN = Stream.concat(
                    Form.INPUTS.stream(), Stream.of("group", "text", "table", "separator"))
            .collect(Collectors.toSet());

    private static final List<Desk> DESKS = desks();

    /** A form binding with the room it belongs to. */
    private record Desk(Room room, FormBinding binding) {}

    static List<Model> processes() {
        return Model.PROCESSES;
    }

    static List<Form> forms() {
        return Form.ALL;
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyServiceTaskCallsTheMethodItIsNamedAfter(Model model) {
        model.elements("serviceTask")
                .forEach(task -> assertThat(Model.camunda(task, "delegateExpression"))
                        .as(task.getAttribute("id"))
                        .isEqualTo("${" + task.getAttribute("id").replace("serviceTask_", "") + "}"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyMethodAModelCallsStandsOnceInTheTasksOfItsRoom(Model model) {
        model.camunda("delegateExpression")
                .flatMap(each -> Model.expressions(each).stream())
                .forEach(name -> assertThat(Delegates.serviceTasks())
                        .as("%s of %s", name, model)
                        .filteredOn(each -> each.getName().equals(name))
                        .singleElement()
                        .satisfies(each -> assertThat(each.getOwner().getPackageName())
                                .isEqualTo("io.duban." + model.room().folder())));
    }

    @Test
    void everyBeanOfATasksClassIsNamedByAModel() {
        var named = Model.PROCESSES.stream()
                .flatMap(each -> Stream.concat(each.camunda("delegateExpression"), each.camunda("collection")))
                .flatMap(each -> Model.expressions(each).stream())
                .flatMap(each -> Model.names(each).stream())
                .collect(Collectors.toSet());

        assertThat(named).containsAll(Delegates.names());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void modelsHoldNoCode(Model model) {
        assertThat(model.elements("*"))
                .as("the models drive, Java obeys: no scripts, no class names, no inline methods")
                .noneMatch(each -> Set.of("script", "scriptTask", "executionListener", "taskListener")
                        .contains(each.getLocalName()));
        assertThat(Stream.of("class", "expression").flatMap(model::camunda)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskHasItsFormAndOneDeskOfItsRoom(Model model) {
        model.elements("userTask").forEach(task -> {
            String form = DecisionsUsedTest.kebab(task.getAttribute("id").replace("userTask_", ""));
            assertBound(model, task, task.getAttribute("id"), form);
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aStartFormBelongsToAProcessPeopleStartAndHasItsDesk(Model model) {
        boolean startable = !"false".equals(Model.camunda(processOf(model), "isStartableInTasklist"));
        var starts = model.elements("startEvent")
                .filter(each -> !Model.camunda(each, "formRef").isEmpty())
                .toList();

        assertThat(starts).hasSize(startable ? 1 : 0);
        starts.forEach(start -> assertBound(
                model,
                start,
                model.id(),
                DecisionsUsedTest.kebab(start.getAttribute("id").replace("startEvent_", ""))));
    }

    @Test
    void everyDeskAnswersForATaskOrStartOfAModel() {
        var keys = Model.PROCESSES.stream()
                .flatMap(each -> Stream.concat(
                        each.elements("userTask").map(task -> task.getAttribute("id")), Stream.of(each.id())))
                .collect(Collectors.toSet());

        assertThat(DESKS).allMatch(desk -> keys.contains(desk.binding().key()));
        assertThat(DESKS).extracting(desk -> desk.binding().key()).doesNotHaveDuplicates();
    }

    @Test
    void everyFormFileHasOneDeskAndEveryDeskAFile() {
        assertThat(DESKS)
                .extracting(desk -> desk.binding().form())
                .containsExactlyInAnyOrderElementsOf(
                        Form.ALL.stream().map(Form::name).toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsCalledLikeItsFile(Form form) {
        assertThat(form.id()).isEqualTo(form.name());
        assertThat(form.root().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.root().path("schemaVersion").asInt()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void componentsHaveNamesNobodyGenerated(Form form) {
        var ids =
                form.components().stream().map(each -> each.path("id").asText()).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z]+(_[A-Za-z]+)+"), "says what it is");
        assertThat(form.inputs())
                .extracting(Form::keyOf)
                .allMatch(key -> key.matches("[a-z][A-Za-z]*"), "is a field's name")
                .allMatch(key -> !key.matches("(?i)(field|textfield|select|radio|checkbox|datetime)(_?.*\\d.*)?"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keysAreUniqueInTheirList(Form form) {
        assertUniqueKeys(form.root().path("components"));
        form.inputs().stream()
                .filter(each -> each.has("path"))
                .forEach(list -> assertUniqueKeys(list.path("components")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void tasklistCanDrawEveryComponent(Form form) {
        assertThat(form.components())
                .extracting(each -> each.path("type").asText())
                .isSubsetOf(DRAWN);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyInputAndEveryOptionIsLabelledInChinese(Form form) {
        assertThat(form.inputs()).allSatisfy(input -> {
            String label = input.path("type").asText().equals("datetime")
                    ? input.path("dateLabel").asText(input.path("label").asText())
                    : input.path("label").asText();
            assertThat(label).as(input.path("id").asText()).containsPattern("\\p{IsHan}");
            input.path("values")
                    .forEach(option -> assertThat(option.path("label").asText())
                            .as(option.toString())
                            .containsPattern("\\p{IsHan}"));
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatHidesAFieldIsAFieldOrShownData(Form form) {
        var known = new TreeSet<>(form.shown());
        form.inputs().forEach(each -> known.add(Form.keyOf(each)));

        assertThat(form.components().stream()
                        .flatMap(each -> Model.names(
                                each.path("conditional").path("hide").asText())
                                .stream()))
                .allMatch(name -> known.contains(name) || isLiteral(form.name(), name));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatAFormShowsIsGivenByTheRoomOfItsDesk(Form form) {
        assertThat(form.shown())
                .as("names that no view of the room puts")
                .allMatch(name -> isLiteral(form.name(), name));
    }

    /**
     * A view puts data under a name written out in its room, or writes a field's name with “Shown” behind it; a room
     * below the order is handed the order's headline.
     */
    private static boolean isLiteral(String form, String name) {
        Room room = DESKS.stream()
                .filter(each -> each.binding().form().equals(form))
                .findFirst()
                .orElseThrow()
                .room();
        boolean headed = Source.of(room).stream().anyMatch(each -> each.isMatching("\\bOrderHeadline\\b"));
        return Source.ALL.stream()
                .filter(each -> each.room().equals(room.folder())
                        || (headed && each.name().equals("OrderSheet")))
                .map(Source::code)
                .anyMatch(code ->
                        code.contains('"' + name + '"') || (name.endsWith("Shown") && code.contains("+ \"Shown\"")));
    }

    private static void assertBound(Model model, Element element, String key, String form) {
        assertThat(Model.camunda(element, "formRef"))
                .as(element.getAttribute("id"))
                .isEqualTo(form);
        assertThat(Model.camunda(element, "formRefBinding")).as(form).isEqualTo("deployment");
        assertThat(DESKS)
                .as("desk for %s", key)
                .filteredOn(each -> each.binding().key().equals(key))
                .singleElement()
                .satisfies(desk -> {
                    assertThat(desk.binding().form()).isEqualTo(form);
                    assertThat(desk.room()).isEqualTo(model.room());
                });
    }

    private static void assertUniqueKeys(JsonNode components) {
        Map<String, Integer> seen = new HashMap<>();
        count(components, seen);
        assertThat(seen).allSatisfy((key, times) -> assertThat(times).as(key).isEqualTo(1));
    }

    private static void count(JsonNode components, Map<String, Integer> seen) {
        for (JsonNode each : components) {
            if ("group".equals(each.path("type").asText())) {
                count(each.path("components"), seen);
            } else if (Form.INPUTS.contains(each.path("type").asText())) {
                seen.merge(Form.keyOf(each), 1, Integer::sum);
            }
        }
    }

    private static Element processOf(Model model) {
        return model.elements("process").findFirst().orElseThrow();
    }

    /** The desks as they would be in the application; what they work with is a stand-in, since only names are read. */
    private static List<Desk> desks() {
        return Source.CLASSES.stream()
                .filter(each -> each.isAssignableTo(FormDesk.class) && !each.isInterface())
                .map(each -> Delegates.load(each.getName()))
                .flatMap(type -> JavaSide.desk(type).forms().stream()
                        .map(binding -> new Desk(
                                Room.valueOf(type.getPackageName()
                                        .replace("io.duban.", "")
                                        .toUpperCase(java.util.Locale.ROOT)),
                                binding)))
                .toList();
    }
}
