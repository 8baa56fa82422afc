package io.duban.model;

import io.duban.model.DecisionTable.Input;
import io.duban.model.DecisionTable.Output;
import io.duban.model.DecisionTable.Row;
import io.duban.model.Question.Answer;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** A table answers what it is asked: by its columns, its hit policy, and in words its askers understand. */
final class TableRules implements ModelCheck {

    private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

    @Override
    public void check(ModelSet models, Known known, Faults faults) {
        Set<String> askedByModels = models.processes().stream()
                .flatMap(file -> file.named("businessRuleTask"))
                .map(each -> ProcessFile.camunda(each, "decisionRef"))
                .collect(Collectors.toSet());
        Set<String> there = models.tables().stream().map(DecisionTable::id).collect(Collectors.toSet());
        known.questions().stream()
                .filter(each -> !there.contains(each.decision()))
                .forEach(each -> faults.add(
                        Rule.TABLE_PRESENT,
                        ProcessFile.kebab(each.decision()) + ".dmn",
                        each.decision(),
                        "",
                        each.decision(),
                        ""));
        for (DecisionTable table : models.tables()) {
            Optional<Question> question = known.questions().stream()
                    .filter(each -> each.decision().equals(table.id()))
                    .findFirst();
            boolean byModel = askedByModels.contains(table.id());
            if (question.isEmpty() && !byModel) {
                faults.add(Rule.TABLE_ASKED, table.file(), table.element(), table.id());
            }
            cells(table, faults);
            literals(table, question, faults);
            question.ifPresent(each -> asked(table, each, faults));
            if (byModel) {
                byModel(table, known, faults);
            }
            new TableCases(table, question, byModel, faults).check();
        }
    }

    private static void byModel(DecisionTable table, Known known, Faults faults) {
        if (!table.answersOnce()) {
            faults.add(
                    Rule.TABLE_HIT_POLICY,
                    table.file(),
                    table.element(),
                    table.hitPolicy(),
                    List.of("UNIQUE", "FIRST"));
        }
        if (table.outputs().size() != 1) {
            faults.add(
                    Rule.TABLE_COLUMNS,
                    table.file(),
                    table.element(),
                    table.outputs().size() + " × output",
                    List.of("1 × output"));
        }
        table.inputs().stream()
                .filter(each -> each.expression().matches("[A-Za-z][A-Za-z0-9]*"))
                .filter(each -> !known.variables().containsKey(each.expression()))
                .forEach(each -> faults.add(Rule.VARIABLE_DECLARED, table.file(), each.element(), each.expression()));
    }

    private static void asked(DecisionTable table, Question question, Faults faults) {
        if (!table.hitPolicy().equals(question.hitPolicy())) {
            faults.add(
                    Rule.TABLE_HIT_POLICY,
                    table.file(),
                    table.element(),
                    table.hitPolicy(),
                    List.of(question.hitPolicy()));
        }
        table.inputs().stream()
                .filter(each -> each.expression().matches("[A-Za-z][A-Za-z0-9]*"))
                .filter(each -> !question.inputs().containsKey(each.expression()))
                .forEach(each -> faults.add(
                        Rule.TABLE_COLUMNS,
                        table.file(),
                        each.element(),
                        each.expression(),
                        question.inputs().keySet()));
        question.inputs().keySet().stream()
                .filter(name -> table.inputs().stream()
                        .noneMatch(each -> each.expression().matches(".*\\b" + name + "\\b.*")))
                .forEach(name -> faults.add(Rule.TABLE_COLUMNS, table.file(), table.element(), "input " + name));
        question.outputs().forEach((name, answer) -> answers(table, name, answer, faults));
    }

    private static void answers(DecisionTable table, String name, Answer answer, Faults faults) {
        Optional<Output> output = table.outputs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (output.isEmpty() || !output.get().type().equals(answer.type())) {
            Element place = output.map(Output::element).orElse(table.element());
            faults.add(Rule.TABLE_COLUMNS, table.file(), place, "output " + name, List.of(name + ": " + answer.type()));
            return;
        }
        int column = table.outputs().indexOf(output.get());
        for (Row row : table.rows()) {
            String text = column < row.outputs().size() ? row.outputs().get(column) : "";
            if (!isUnderstood(text, answer)) {
                faults.add(Rule.TABLE_ANSWER, table.file(), row.element(), name + ": " + text, allowed(answer));
            }
        }
    }

    private static boolean isUnderstood(String text, Answer answer) {
        Object value = Cell.literal(text).orElse("");
        return switch (answer.type()) {
            case "integer" ->
                value instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0
                        && number.intValue() >= answer.least()
                        && number.intValue() <= answer.most();
            case "boolean" -> value instanceof Boolean;
            default ->
                value instanceof String word
                        && !word.isBlank()
                        && (answer.values().isEmpty() || answer.values().contains(word));
        };
    }

    private static Set<String> allowed(Answer answer) {
        return "integer".equals(answer.type()) ? Set.of(answer.least() + "–" + answer.most()) : answer.values();
    }

    /** Whoever asks: cells are readable, answers are of their column's type, and every listed one is given. */
    private static void cells(DecisionTable table, Faults faults) {
        for (Row row : table.rows()) {
            row.inputs().stream()
                    .filter(each -> Cell.test(each).isEmpty())
                    .forEach(each -> faults.add(Rule.TABLE_CELL, table.file(), row.element(), each));
            if (row.inputs().size() != table.inputs().size()
                    || row.outputs().size() != table.outputs().size()) {
                faults.add(Rule.TABLE_COLUMNS, table.file(), row.element(), row.inputs() + " → " + row.outputs());
            }
        }
        for (int column = 0; column < table.outputs().size(); column++) {
            output(table, column, faults);
        }
    }

    /** Where an input can only be one of some words, a cell names no other. */
    private static void literals(DecisionTable table, Optional<Question> question, Faults faults) {
        for (int column = 0; column < table.inputs().size(); column++) {
            Input input = table.inputs().get(column);
            Set<Object> possible = new HashSet<>(input.listed());
            question.ifPresent(each -> possible.addAll(each.inputs().getOrDefault(input.expression(), List.of())));
            for (Row row : possible.isEmpty() ? List.<Row>of() : table.rows()) {
                String text = column < row.inputs().size() ? row.inputs().get(column) : "";
                if (!possible.containsAll(Cell.literals(text))) {
                    faults.add(
                            Rule.TABLE_CELL,
                            table.file(),
                            row.element(),
                            text,
                            possible.stream().map(Object::toString).toList());
                }
            }
        }
    }

    private static void output(DecisionTable table, int column, Faults faults) {
        Output output = table.outputs().get(column);
        if (!TYPES.contains(output.type())) {
            faults.add(Rule.TABLE_COLUMNS, table.file(), output.element(), "typeRef=" + output.type(), TYPES);
        }
        Answer answer = new Answer(output.type(), new HashSet<>(output.listed()), Integer.MIN_VALUE, Integer.MAX_VALUE);
        for (Row row : table.rows()) {
            String text = column < row.outputs().size() ? row.outputs().get(column) : "";
            if (!isUnderstood(text, answer)) {
                faults.add(
                        Rule.TABLE_ANSWER, table.file(), row.element(), output.name() + ": " + text, answer.values());
            }
        }
        Set<String> given = table.answers(column);
        output.listed().stream()
                .filter(each -> !given.contains(each))
                .forEach(each -> faults.add(Rule.TABLE_ALL_ANSWERS, table.file(), output.element(), each));
    }
}
