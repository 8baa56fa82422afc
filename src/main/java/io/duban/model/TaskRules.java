package io.duban.model;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Who gets a task, with which form, and until when: roles, desks and dates that exist. */
final class TaskRules implements ModelCheck {

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");
    private static final Pattern GROUP = Pattern.compile("([A-Za-z0-9-]+)(?:\\.[$#]\\{([A-Za-z][A-Za-z0-9]*)})?");

    @Override
    public void check(ModelSet models, Known known, Faults faults) {
        for (ProcessFile file : models.processes()) {
            file.named("userTask").forEach(task -> {
                groups(file, task, known, faults);
                form(file, task, task.getAttribute("id"), models, known, faults);
            });
            file.named("startEvent")
                    .filter(start -> !ProcessFile.camunda(start, "formRef").isEmpty())
                    .forEach(start -> form(
                            file, start, ((Element) start.getParentNode()).getAttribute("id"), models, known, faults));
            file.named("userTask")
                    .forEach(task -> date(file, task, ProcessFile.camunda(task, "dueDate"), true, known, faults));
            file.named("timerEventDefinition").forEach(timer -> timer(file, timer, known, faults));
        }
        desks(models, known, faults);
    }

    private static void groups(ProcessFile file, Element task, Known known, Faults faults) {
        String groups = ProcessFile.camunda(task, "candidateGroups");
        for (String group : groups.split(",", -1)) {
            if (!isGroup(group.strip(), known)) {
                faults.add(Rule.GROUP, file.name(), task, group, known.roles().keySet());
            }
        }
        for (String person : List.of("assignee", "candidateUsers")) {
            if (!ProcessFile.camunda(task, person).isEmpty()) {
                faults.add(Rule.GROUP, file.name(), task, person + "=" + ProcessFile.camunda(task, person));
            }
        }
    }

    private static boolean isGroup(String group, Known known) {
        Matcher held = VARIABLE.matcher(group);
        if (held.matches()) {
            return isText(held.group(1), "group", known);
        }
        Matcher role = GROUP.matcher(group);
        Boolean unitless = role.matches() ? known.roles().get(role.group(1)) : null;
        return unitless != null && (unitless ? role.group(2) == null : isText(role.group(2), "unit", known));
    }

    private static boolean isText(@org.jspecify.annotations.Nullable String variable, String what, Known known) {
        return variable != null
                && known.variables().get(variable) == String.class
                && variable.toLowerCase(Locale.ROOT).endsWith(what);
    }

    private static void form(ProcessFile file, Element place, String key, ModelSet models, Known known, Faults faults) {
        String form = ProcessFile.camunda(place, "formRef");
        if (form.isEmpty() || !models.forms().containsKey(form + ".form")) {
            faults.add(Rule.TASK_FORM, file.name(), place, "formRef=" + form);
        }
        if (!form.isEmpty() && !"deployment".equals(ProcessFile.camunda(place, "formRefBinding"))) {
            faults.add(
                    Rule.BINDING, file.name(), place, "formRefBinding=" + ProcessFile.camunda(place, "formRefBinding"));
        }
        String expected = known.desks().get(key);
        if (expected == null) {
            faults.add(Rule.TASK_DESK, file.name(), place, key, free(models, known));
        } else if (!form.isEmpty() && !expected.equals(form)) {
            faults.add(Rule.TASK_DESK, file.name(), place, "formRef=" + form, List.of(expected));
        }
    }

    /** Desks that no task or start form of the models uses. */
    private static Set<String> free(ModelSet models, Known known) {
        Set<String> used = keys(models);
        return known.desks().keySet().stream()
                .filter(key -> !used.contains(key))
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(ModelSet models) {
        return models.processes().stream()
                .flatMap(file -> file.named("userTask", "process"))
                .map(each -> each.getAttribute("id"))
                .collect(Collectors.toSet());
    }

    private static void desks(ModelSet models, Known known, Faults faults) {
        Set<String> keys = keys(models);
        known.desks().forEach((key, form) -> {
            if (!keys.contains(key)) {
                faults.add(Rule.DESK_TASK, "bpmn", key, "", key, "");
            }
            if (!models.forms().containsKey(form + ".form")) {
                faults.add(Rule.DESK_TASK, form + ".form", key, "", form, "");
            }
        });
        Map<String, String> answered = known.desks().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a));
        models.forms().keySet().stream()
                .filter(form -> !answered.containsKey(form.replace(".form", "")))
                .forEach(form -> faults.add(Rule.TASK_DESK, form, form));
    }

    private static void timer(ProcessFile file, Element timer, Known known, Faults faults) {
        List<Element> dates = ProcessFile.inside(timer, "timeDate");
        if (dates.size() != 1) {
            faults.add(Rule.TIMER, file.name(), timer, timer.getTextContent().strip());
        }
        dates.forEach(each -> date(file, timer, ModelXml.ownText(each).strip(), false, known, faults));
    }

    private static void date(
            ProcessFile file, Element place, String text, boolean optional, Known known, Faults faults) {
        Matcher variable = VARIABLE.matcher(text);
        if (text.isEmpty() && optional) {
            return;
        }
        if (!variable.matches() || known.variables().get(variable.group(1)) != Date.class) {
            faults.add(Rule.TIMER, file.name(), place, text.isEmpty() ? "–" : text);
        }
    }
}
