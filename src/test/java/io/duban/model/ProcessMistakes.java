package io.duban.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every mistake of the list at every place of one process model where it can be made. */
final class ProcessMistakes {

    private static final String TAG = "<bpmn:%s id=\"(\\w+)\"[^>]*>";

    private final String file;
    private final String text;
    private final List<Change> changes = new ArrayList<>();

    private ProcessMistakes(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<Change> of(String file, String text) {
        ProcessMistakes mistakes = new ProcessMistakes(file, text);
        mistakes.process();
        mistakes.flows();
        mistakes.tasks();
        mistakes.events();
        mistakes.references();
        return mistakes.changes;
    }

    private void process() {
        everywhere("not executable", "process", "isExecutable=\"true\"", "isExecutable=\"false\"");
        everywhere("says nothing of executable", "process", " isExecutable=\"true\"", "");
        everywhere("no history", "process", " camunda:historyTimeToLive=\"[^\"]*\"", "");
        everywhere("another process", "process", "id=\"\\w+\"", "id=\"somethingElse\"");
        everywhere("the id of another", "process", "id=\"\\w+\"", "id=\"" + other() + "\"");
        changes.add(Change.gone(file));
        changes.add(new Change("cut off", List.of(), text.substring(0, text.length() / 2)));
    }

    private String other() {
        return text.contains("<bpmn:process id=\"escalation\"") ? "interview" : "escalation";
    }

    private void flows() {
        everywhere("no default", "\\w+Gateway", " default=\"\\w+\"", "");
        everywhere("another default", "\\w+Gateway", " default=\"\\w+\"", " default=\"flow_elsewhere\"");
        for (Change removed : Change.everywhere(
                text, "no condition", "<bpmn:conditionExpression.*?</bpmn:conditionExpression>", hit -> "")) {
            changes.add(new Change(removed.what(), List.of("flow_"), removed.text()));
        }
        changes.addAll(
                Change.everywhere(text, "a value nobody answers", "== '\\w+'", hit -> hit.replace("== '", "== 'UN")));
        changes.addAll(Change.everywhere(
                text,
                "a text for a yes or no",
                "\\$\\{!\\w+}",
                hit -> hit.replace("!", "").replace("}", " == 'NO'}")));
        Pattern.compile(
                        "<bpmn:sequenceFlow id=\"(\\w+)\"[^>]*?sourceRef=\"(\\w+)\" targetRef=\"(\\w+)\"(?:\\s*/>|.*?</bpmn:sequenceFlow>)",
                        Pattern.DOTALL)
                .matcher(text)
                .results()
                .filter(flow -> out(flow.group(2)) < 3 || text.contains("default=\"" + flow.group(1) + "\""))
                .filter(flow -> out(flow.group(2)) == 1
                        || in(flow.group(2)) < 2
                        || text.contains("default=\"" + flow.group(1) + "\""))
                .forEach(flow -> changes.add(new Change(
                        "flow removed: " + flow.group(1),
                        List.of(flow.group(1), flow.group(2), flow.group(3)),
                        text.replace(flow.group(), ""))));
    }

    private long out(String node) {
        return count("sourceRef=\"" + node + "\"");
    }

    private long in(String node) {
        return count("targetRef=\"" + node + "\"");
    }

    private long count(String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private void tasks() {
        everywhere(
                "an unknown group",
                "userTask",
                "candidateGroups=\"[^\"]*\"",
                "candidateGroups=\"supervision-offise.\\${issuerUnit}\"");
        everywhere(
                "a group without a unit",
                "userTask",
                "candidateGroups=\"[^\"]*\"",
                "candidateGroups=\"supervision-office\"");
        everywhere(
                "a unit for a group", "userTask", "candidateGroups=\"[^\"]*\"", "candidateGroups=\"\\${issuerUnit}\"");
        everywhere("nobody", "userTask", " camunda:candidateGroups=\"[^\"]*\"", "");
        everywhere("no form", "userTask", " camunda:formRef=\"[^\"]*\"", "");
        everywhere(
                "a form that is not there",
                "userTask",
                "camunda:formRef=\"[^\"]*\"",
                "camunda:formRef=\"no-such-form\"");
        everywhere(
                "the form of another task",
                "userTask",
                "camunda:formRef=\"[^\"]*\"",
                "camunda:formRef=\"order-requested\"");
        everywhere("the newest form", "userTask", "formRefBinding=\"deployment\"", "formRefBinding=\"latest\"");
        everywhere(
                "a form that is not there",
                "startEvent",
                "camunda:formRef=\"[^\"]*\"",
                "camunda:formRef=\"no-such-form\"");
        everywhere("until when in words", "userTask", "camunda:dueDate=\"[^\"]*\"", "camunda:dueDate=\"七个工作日\"");
        everywhere("until a unit", "userTask", "camunda:dueDate=\"[^\"]*\"", "camunda:dueDate=\"\\${issuerUnit}\"");
        everywhere("a priority", "userTask", "camunda:formRef=", "camunda:priority=\"80\" camunda:formRef=");
        everywhere(
                "a day to follow up",
                "userTask",
                "camunda:dueDate=\"([^\"]*)\"",
                "camunda:dueDate=\"$1\" camunda:followUpDate=\"$1\"");
        everywhere("no method", "serviceTask", " camunda:delegateExpression=\"[^\"]*\"", "");
        everywhere(
                "an unknown method",
                "serviceTask",
                "camunda:delegateExpression=\"[^\"]*\"",
                "camunda:delegateExpression=\"\\${doNothing}\"");
        renamed("userTask");
    }

    /** The element gets another id everywhere in its file, as a modeler does it. */
    private void renamed(String kind) {
        Pattern.compile(TAG.formatted(kind))
                .matcher(text)
                .results()
                .forEach(hit -> changes.add(new Change(
                        "renamed: " + hit.group(1),
                        List.of(hit.group(1)),
                        text.replaceAll("\\b" + hit.group(1) + "\\b", hit.group(1) + "Anew"))));
    }

    private void events() {
        for (String wrong : List.of("七个工作日", "P7D", "2026-12-31T00:00:00", "${caseId}", "")) {
            Change.everywhere(
                            text,
                            "timer " + wrong,
                            "<bpmn:timerEventDefinition id=\"(\\w+)\">.*?</bpmn:timerEventDefinition>",
                            hit -> hit.replaceAll("\\$\\{\\w+}", wrong.replace("$", "\\$")))
                    .forEach(changes::add);
        }
        changes.addAll(Change.everywhere(
                text,
                "a duration",
                "<bpmn:timerEventDefinition id=\"(\\w+)\">.*?</bpmn:timerEventDefinition>",
                hit -> hit.replace("timeDate", "timeDuration").replaceAll("\\$\\{\\w+}", "P7D")));
        Pattern.compile("<bpmn:message id=\"(\\w+)\" name=\"(\\w+)\" />")
                .matcher(text)
                .results()
                .forEach(message -> {
                    changes.add(new Change(
                            "message gone: " + message.group(2),
                            List.of(message.group(1)),
                            text.replace(message.group(), "")));
                    changes.add(new Change(
                            "message renamed: " + message.group(2),
                            List.of(message.group(1)),
                            text.replace(message.group(), message.group().replace("name=\"", "name=\"not"))));
                });
        everywhere("of no message", "messageEventDefinition", " messageRef=\"\\w+\"", "");
        everywhere("at nothing", "boundaryEvent", "attachedToRef=\"\\w+\"", "attachedToRef=\"userTask_nowhere\"");
    }

    private void references() {
        everywhere("calls nothing", "callActivity", "calledElement=\"\\w+\"", "calledElement=\"nothing\"");
        everywhere(
                "calls the newest",
                "callActivity",
                "calledElementBinding=\"deployment\"",
                "calledElementBinding=\"latest\"");
        everywhere("asks nothing", "businessRuleTask", "decisionRef=\"\\w+\"", "decisionRef=\"nothing\"");
        everywhere(
                "asks the newest",
                "businessRuleTask",
                "decisionRefBinding=\"deployment\"",
                "decisionRefBinding=\"latest\"");
        everywhere("into nothing", "businessRuleTask", "resultVariable=\"\\w+\"", "resultVariable=\"nothing\"");
        everywhere("a list for one", "businessRuleTask", "singleEntry", "collectEntries");
        changes.addAll(Change.everywhere(
                text,
                "hands on nothing",
                "<camunda:(?:in|out) source=\"\\w+\"",
                hit -> hit.replaceAll("source=\"\\w+\"", "source=\"nothing\"")));
        String ids = "<bpmn:(?:userTask|serviceTask|exclusiveGateway|endEvent|startEvent) id=\"(\\w+)\"";
        List<String> nodes = Pattern.compile(ids)
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toList());
        for (int i = 1; i < nodes.size(); i++) {
            changes.add(new Change(
                    "the id twice: " + nodes.get(i - 1),
                    List.of(nodes.get(i - 1)),
                    text.replaceAll("\\b" + nodes.get(i) + "\\b", nodes.get(i - 1))));
        }
    }

    private void everywhere(String what, String kind, String part, String wrong) {
        Change.everywhere(text, what, TAG.formatted(kind), hit -> hit.replaceAll(part, wrong)).stream()
                .filter(each -> !each.text().equals(text))
                .forEach(changes::add);
    }
}
