package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.form.Flag;
import java.lang.reflect.Modifier;
import java.util.Date;
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

/** The engine holds identity, routing flags and dates, and every one of them is declared by the room of its process. */
class VariableContractTest {

    /** Names that no model reads but the rooms that serve all processes do, with the class that reads them. */
    private static final Map<String, String> READ_FOR_EVERY_CASE = Map.of(
            "caseId", "worklist/OpenTasks",
            "problemId", "worklist/OpenTasks",
            "extensionId", "worklist/OpenTasks",
            "discontinuationId", "worklist/OpenTasks",
            "districtUnit", "engine/CaseTenants");

    /** Names that only people read, in Cockpit, with what they see there. */
    private static final Map<String, String> READ_BY_PEOPLE =
            Map.of("orderNumber", "编号, by which a case is searched for", "instrument", "文种, on the case");

    static List<Model> processes() {
        return Model.PROCESSES;
    }

    @Test
    void everyProcessHasARoomThatAnswersForIt() {
        assertThat(Model.PROCESSES.stream().map(Model::id)).containsExactlyInAnyOrderElementsOf(Model.OWNERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyNameAModelReadsOrWritesIsDeclaredByItsRoom(Model model) {
        assertThat(declared(model.room()).keySet())
                .as(
                        "a name that nobody declares is a typing mistake or a leak; put it into a *Variables class of %s",
                        model.room())
                .containsAll(namesIn(model));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatACallHandsOverIsDeclaredOnBothSides(Model model) {
        model.elements("callActivity").forEach(call -> {
            Room called = Model.process(call.getAttribute("calledElement")).room();
            var there = Stream.concat(mapped(call, "in", "target"), mapped(call, "out", "source"))
                    .collect(Collectors.toSet());
            assertThat(declared(called).keySet())
                    .as("of %s, by %s", called, call.getAttribute("id"))
                    .containsAll(there);
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aCalledProcessKnowsItsCaseAndItsDistrict(Model model) {
        model.elements("callActivity").forEach(call -> {
            assertThat(mapped(call, "in", "target"))
                    .as(
                            "%s: the case finds the record, the district is the tenant who may see it",
                            call.getAttribute("id"))
                    .contains("caseId", "districtUnit");
            assertThat(Model.children(call, "in").map(each -> each.getAttribute("businessKey")))
                    .as("%s hands the business key on", call.getAttribute("id"))
                    .contains("#{execution.processBusinessKey}");
            assertThat(Stream.concat(Model.children(call, "in"), Model.children(call, "out")))
                    .as("%s lists what it hands over", call.getAttribute("id"))
                    .noneMatch(each -> each.hasAttribute("variables"));
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aNameHasTheTypeItsPlaceAsksFor(Model model) {
        var types = declared(model.room());
        Stream.concat(
                        model.camunda("dueDate"),
                        model.elements("timeDate")
                                .map(each -> each.getTextContent().strip()))
                .flatMap(each -> Model.expressions(each).stream())
                .forEach(name ->
                        assertThat(types.get(name)).as("due date %s", name).isEqualTo(Date.class));
        model.camunda("candidateGroups")
                .flatMap(each -> Model.expressions(each).stream())
                .forEach(
                        name -> assertThat(types.get(name)).as("group %s", name).isEqualTo(String.class));
        model.elements("conditionExpression")
                .flatMap(each -> Model.expressions(each.getTextContent()).stream())
                .forEach(condition -> Model.names(condition)
                        .forEach(name -> assertThat(types.get(name))
                                .as("condition %s", condition)
                                .isEqualTo(condition.contains("==") ? String.class : Boolean.class)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void noDeadlineIsWrittenIntoAModel(Model model) {
        assertThat(Stream.concat(model.elements("timeDuration"), model.elements("timeCycle")))
                .as("the calendar computes every date (C7)")
                .isEmpty();
        assertThat(model.elements("timeDate").map(each -> each.getTextContent().strip()))
                .allMatch(text -> text.matches("\\$\\{\\w+}"));
    }

    @Test
    void everyDeclaredNameIsReadSomewhere() {
        Model.OWNERS.values().stream().distinct().forEach(room -> {
            var read = new TreeSet<>(READ_FOR_EVERY_CASE.keySet());
            read.addAll(READ_BY_PEOPLE.keySet());
            Model.PROCESSES.stream().filter(each -> each.room() == room).forEach(each -> read.addAll(namesIn(each)));
            Model.PROCESSES.stream()
                    .flatMap(each -> each.elements("callActivity"))
                    .filter(call ->
                            Model.process(call.getAttribute("calledElement")).room() == room)
                    .forEach(call -> Stream.concat(mapped(call, "in", "target"), mapped(call, "out", "source"))
                            .forEach(read::add));

            assertThat(read)
                    .as("the engine keeps nothing of %s that no model reads", room)
                    .containsAll(declared(room).keySet());
        });
    }

    @Test
    void theNamesReadForEveryCaseStandWhereTheyAreSaidToBeRead() {
        READ_FOR_EVERY_CASE.forEach((name, reader) -> assertThat(Source.ALL)
                .as("%s in %s", name, reader)
                .anyMatch(each -> each.place().equals(reader) && each.code().contains('"' + name + '"')));
    }

    @Test
    void oneNameHasOneTypeInTheWholeHouse() {
        var types = new HashMap<String, Set<Class<?>>>();
        flags().forEach(flag -> types.computeIfAbsent(flag.name(), each -> new java.util.HashSet<>())
                .add(flag.type()));

        assertThat(types).allSatisfy((name, found) -> assertThat(found).as(name).hasSize(1));
    }

    @Test
    void tasksAndProcessesNameVariablesByTheirDeclaration() {
        var names = flags().map(Flag::name).collect(Collectors.toSet());
        var written = Source.ALL.stream()
                .filter(each ->
                        each.name().matches(".*(Tasks|Process)") && !each.room().equals("worklist"))
                .flatMap(each -> names.stream()
                        .filter(name -> each.code().contains('"' + name + '"'))
                        .map(name -> each.place() + ": " + name));

        assertThat(written)
                .as("a name is written once, in its *Variables class")
                .isEmpty();
    }

    private static Set<String> namesIn(Model model) {
        var beans = Delegates.names();
        var names = new TreeSet<String>();
        model.elements("*").forEach(element -> {
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                if (!"delegateExpression".equals(attributes.item(i).getLocalName())) {
                    Model.expressions(attributes.item(i).getNodeValue())
                            .forEach(each -> names.addAll(Model.names(each)));
                }
            }
        });
        Stream.of("conditionExpression", "timeDate", "completionCondition")
                .flatMap(model::elements)
                .forEach(each ->
                        Model.expressions(each.getTextContent()).forEach(text -> names.addAll(Model.names(text))));
        Stream.of("resultVariable", "elementVariable", "decisionRef")
                .forEach(attribute -> model.camunda(attribute).forEach(value -> {
                    if ("decisionRef".equals(attribute)) {
                        names.addAll(Model.decision(value).inputs());
                    } else {
                        names.add(value);
                    }
                }));
        model.elements("callActivity")
                .flatMap(call -> Stream.concat(mapped(call, "in", "source"), mapped(call, "out", "target")))
                .forEach(names::add);
        names.removeAll(beans);
        return names;
    }

    private static Stream<String> mapped(Element call, String direction, String side) {
        return Model.children(call, direction)
                .map(each -> each.getAttribute(side))
                .filter(name -> !name.isEmpty());
    }

    private static Map<String, Class<?>> declared(Room room) {
        return flags(room).collect(Collectors.toMap(Flag::name, Flag::type, (one, same) -> one));
    }

    private static Stream<Flag<?>> flags() {
        return Stream.of(Room.values()).flatMap(VariableContractTest::flags);
    }

    private static Stream<Flag<?>> flags(Room room) {
        return Source.of(room).stream()
                .filter(each -> each.name().endsWith("Variables"))
                .map(each -> Delegates.load("io.duban." + room.folder() + "." + each.name()))
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.getType() == Flag.class && Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        field.setAccessible(true);
                        return (Flag<?>) field.get(null);
                    } catch (IllegalAccessException impossible) {
                        throw new AssertionError(impossible);
                    }
                });
    }
}
