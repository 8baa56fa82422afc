package io.duban.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Every split leads somewhere for every value, and compares with values that can occur. */
final class ConditionRules implements ModelCheck {

    private static final Set<String> DECIDING = Set.of("exclusiveGateway", "inclusiveGateway");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^{}]*)}");
    private static final Pattern TERM = Pattern.compile(
            "(!?)\\s*([A-Za-z][A-Za-z0-9]*)(?:\\s*(==|!=|<=|>=|<|>)\\s*('[^']*'|\\d+|true|false|null))?");

    /** One comparison; without an operator it is a yes or no. */
    private record Term(boolean negated, String variable, String operator, String literal) {}

    @Override
    public void check(ModelSet models, Known known, Faults faults) {
        Map<String, Set<String>> values = values(models, known);
        for (ProcessFile file : models.processes()) {
            file.named("sequenceFlow").forEach(flow -> {
                String condition = condition(flow);
                terms(condition).forEach(term -> {
                    term(file, flow, term, known, values, faults);
                    chosen(file, flow, term, models, known, faults);
                });
            });
            file.nodes().forEach(node -> split(file, node, values, faults));
        }
    }

    private static void split(ProcessFile file, Element node, Map<String, Set<String>> values, Faults faults) {
        List<Element> flows = file.outgoing(node);
        String fallback = node.getAttribute("default");
        boolean deciding = DECIDING.contains(node.getLocalName()) && flows.size() > 1;
        if (!fallback.isEmpty()
                && (!deciding || flows.stream().noneMatch(each -> fallback.equals(each.getAttribute("id"))))) {
            faults.add(Rule.SPLIT_HAS_DEFAULT, file.name(), node, "default=" + fallback);
        }
        Set<String> seen = new HashSet<>();
        for (Element flow : flows) {
            String condition = condition(flow);
            boolean wanted = deciding && !fallback.equals(flow.getAttribute("id"));
            if (wanted == condition.isEmpty()) {
                faults.add(Rule.FLOW_CONDITION, file.name(), flow, condition.isEmpty() ? "–" : condition);
            } else if (!condition.isEmpty() && !seen.add(condition.replaceAll("\\s", ""))) {
                faults.add(Rule.SAME_CONDITION, file.name(), flow, condition);
            }
        }
        if (deciding && fallback.isEmpty() && !isTotal(flows, values)) {
            faults.add(Rule.SPLIT_HAS_DEFAULT, file.name(), node, "default=");
        }
    }

    /** Whether the conditions, each one comparison of the same variable, leave nothing out. */
    private static boolean isTotal(List<Element> flows, Map<String, Set<String>> values) {
        Set<String> variables = new HashSet<>();
        Set<String> literals = new HashSet<>();
        for (Element flow : flows) {
            List<Term> terms = terms(condition(flow));
            if (terms.size() != 1) {
                return false;
            }
            Term term = terms.get(0);
            variables.add(term.variable());
            literals.add(
                    term.operator().isEmpty()
                            ? String.valueOf(!term.negated())
                            : "==".equals(term.operator()) ? term.literal().replace("'", "") : "?");
        }
        if (variables.size() != 1) {
            return false;
        }
        Set<String> all = values.getOrDefault(variables.iterator().next(), Set.of("true", "false"));
        return literals.containsAll(all);
    }

    private static void term(
            ProcessFile file, Element flow, Term term, Known known, Map<String, Set<String>> values, Faults faults) {
        Class<?> type = known.variables().get(term.variable());
        if (type == null || "null".equals(term.literal())) {
            return;
        }
        String shown = condition(flow);
        boolean text = term.literal().startsWith("'");
        Class<?> needed = term.operator().isEmpty() || "true".equals(term.literal()) || "false".equals(term.literal())
                ? Boolean.class
                : text ? String.class : Integer.class;
        if (type != needed) {
            faults.add(Rule.VARIABLE_TYPE, file.name(), flow, shown);
        } else if (text) {
            Set<String> possible = values.getOrDefault(term.variable(), Set.of());
            if (!possible.contains(term.literal().replace("'", ""))) {
                faults.add(Rule.LITERAL, file.name(), flow, shown, possible);
            }
        }
    }

    /** What a form of this process lets somebody choose for the flag, it has to offer; else the flow is never taken. */
    private static void chosen(ProcessFile file, Element flow, Term term, ModelSet models, Known known, Faults faults) {
        Set<String> declared = known.values().getOrDefault(term.variable(), Set.of());
        String literal = term.literal().replace("'", "");
        Set<String> offered = offered(Stream.of(file), models, declared);
        if (offered.isEmpty()) {
            // what a called process brings back is chosen there
            offered = offered(models.processes().stream(), models, declared);
        }
        if (declared.contains(literal) && !offered.isEmpty() && !offered.contains(literal)) {
            faults.add(Rule.LITERAL, file.name(), flow, condition(flow), offered);
        }
    }

    private static Set<String> offered(Stream<ProcessFile> files, ModelSet models, Set<String> declared) {
        return files.flatMap(file -> file.named("userTask"))
                .map(task -> models.forms().get(ProcessFile.camunda(task, "formRef") + ".form"))
                .filter(Objects::nonNull)
                .flatMap(form -> form.findValues("values").stream())
                .map(options -> options.findValuesAsText("value"))
                .filter(options -> options.stream().filter(declared::contains).count() > 1)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What each variable may be: what Java declares for it, what tables write into it, what is handed on to it. */
    private static Map<String, Set<String>> values(ModelSet models, Known known) {
        Map<String, Set<String>> values = new TreeMap<>();
        known.values().forEach((name, only) -> values.put(name, new TreeSet<>(only)));
        for (ProcessFile file : models.processes()) {
            file.named("businessRuleTask")
                    .forEach(rule -> models.tables().stream()
                            .filter(table -> table.id().equals(ProcessFile.camunda(rule, "decisionRef")))
                            .forEach(table -> values.computeIfAbsent(
                                            ProcessFile.camunda(rule, "resultVariable"), each -> new TreeSet<>())
                                    .addAll(table.answers(0))));
        }
        for (ProcessFile file : models.processes()) {
            file.named("in", "out").forEach(mapping -> {
                Set<String> handed = values.get(mapping.getAttribute("source"));
                if (handed != null) {
                    values.computeIfAbsent(mapping.getAttribute("target"), each -> new TreeSet<>())
                            .addAll(handed);
                }
            });
        }
        return values;
    }

    private static String condition(Element flow) {
        return ProcessFile.inside(flow, "conditionExpression").stream()
                .map(ModelXml::ownText)
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    private static List<Term> terms(String condition) {
        Matcher whole = EXPRESSION.matcher(condition);
        List<Term> terms = new ArrayList<>();
        if (whole.matches()) {
            for (String each : whole.group(1).split("&&|\\|\\|")) {
                Matcher term = TERM.matcher(each.strip());
                if (term.matches()) {
                    terms.add(new Term(
                            !term.group(1).isEmpty(),
                            term.group(2),
                            Optional.ofNullable(term.group(3)).orElse(""),
                            Optional.ofNullable(term.group(4)).orElse("")));
                }
            }
        }
        return terms;
    }
}
