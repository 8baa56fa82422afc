package io.duban.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house for models: ids are names, names are sentences of the trade, no code, everything drawn. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelRulesTest {

    private static final Pattern ID = Pattern.compile("[a-zA-Z]+_[a-z][A-Za-z0-9]*");
    private static final Pattern CHINESE = Pattern.compile(".*[\\u4e00-\\u9fa5].*", Pattern.DOTALL);
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern ALLOWED = Pattern.compile(
            "!?[a-z][A-Za-z]*|[a-z][A-Za-z]* == '[A-Z_]+'|[a-z][A-Za-z]*\\.[a-z][A-Za-z]*\\([a-zA-Z]*\\)|execution\\.processBusinessKey");
    private static final int WIDEST_LINE = 7;
    private static final int MOST_NODES = 30;

    static Stream<Path> models() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(each -> each.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void holdOneProcessNamedLikeItsFile(Path file) {
        Collection<Process> processes = read(file).getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1).allSatisfy(process -> {
            assertThat(process.isExecutable()).isTrue();
            assertThat(kebab(process.getId()) + ".bpmn")
                    .isEqualTo(file.getFileName().toString());
            assertThat(process.getName()).matches(CHINESE);
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
            assertThat(process.getCamundaVersionTag()).isNotBlank();
            assertThat(process.getDocumentations()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void haveIdsThatAreNames(Path file) {
        assertThat(elements(file))
                .allSatisfy(element -> assertThat(element.getId()).matches(ID));
    }

    @ParameterizedTest
    @MethodSource("models")
    void haveChineseNamesThatFitTheirShapes(Path file) {
        for (FlowNode node : read(file).getModelElementsByType(FlowNode.class)) {
            String name = node.getName();
            boolean merging =
                    node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
            if (!merging && name != null) {
                assertThat(name).as(node.getId()).matches(CHINESE);
                assertThat(name.split("\n")).as(node.getId()).allMatch(line -> width(line) <= WIDEST_LINE);
            }
        }
        for (UserTask task : read(file).getModelElementsByType(UserTask.class)) {
            assertThat(task.getName()).as(task.getId()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void sayWhy(Path file) {
        assertThat(read(file).getModelElementsByType(UserTask.class))
                .allSatisfy(task ->
                        assertThat(task.getDocumentations()).as(task.getId()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("models")
    void areDrawnCompletely(Path file) {
        BpmnModelInstance model = read(file);
        List<String> drawn = new ArrayList<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(each -> drawn.add(each.getBpmnElement().getId()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(each -> drawn.add(each.getBpmnElement().getId()));
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            if (element instanceof FlowNode || element instanceof SequenceFlow) {
                assertThat(drawn).contains(element.getId());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void holdNoCode(Path file) throws Exception {
        String text = Files.readString(file);
        assertThat(text)
                .doesNotContain("scriptTask", "camunda:script", "camunda:class=", "camunda:connector", "camunda:topic")
                .doesNotContain("timeDuration", "timeCycle", "variables=\"all\"", "camunda:expression=");
        for (ServiceTask task : read(file).getModelElementsByType(ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression())
                    .isEqualTo("${" + task.getId().replace("serviceTask_", "") + "}");
        }
        var expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            assertThat(expressions.group(1)).matches(ALLOWED);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void bindWhatTheyUseToTheirOwnDeployment(Path file) {
        BpmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(CallActivity.class))
                .allSatisfy(call ->
                        assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment"));
        assertThat(model.getModelElementsByType(BusinessRuleTask.class))
                .allSatisfy(
                        rule -> assertThat(rule.getCamundaDecisionRefBinding()).isEqualTo("deployment"));
        assertThat(model.getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(task.getCamundaFormRef()).isEqualTo(kebab(task.getId().replace("userTask_", "")));
            assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void leaveNoGatewayWithoutAWayOut(Path file) {
        for (ExclusiveGateway gateway : read(file).getModelElementsByType(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                assertThat(gateway.getOutgoing())
                        .allSatisfy(flow ->
                                assertThat(flow.getName()).as(flow.getId()).isNotBlank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void stayOnOnePage(Path file) {
        assertThat(read(file).getModelElementsByType(FlowNode.class)).hasSizeLessThanOrEqualTo(MOST_NODES);
    }

    private static List<BaseElement> elements(Path file) {
        return read(file).getModelElementsByType(BaseElement.class).stream()
                .filter(each -> each.getId() != null && !(each instanceof Process))
                .filter(each -> !each.getElementType().getTypeName().equals("definitions"))
                .toList();
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static String kebab(String id) {
        return id.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** In full-width characters: two half-width ones count as one. */
    private static double width(String line) {
        return line.chars().mapToDouble(each -> each < 128 ? 0.5 : 1).sum();
    }
}
