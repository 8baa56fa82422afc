package io.duban.model;

import io.duban.model.DecisionTable.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Goes through every case a table can be asked about: each has its answer, one only where one is wanted, and no row is idle. */
final class TableCases {

    private final DecisionTable table;
    private final Optional<Question> question;
    private final boolean complete;
    private final Faults faults;
    private final List<List<Object>> values = new ArrayList<>();
    private final List<List<Predicate<Object>>> tests = new ArrayList<>();
    private final List<Set<BitSet>> seen = new ArrayList<>();
    private final BitSet fired = new BitSet();
    private String unanswered = "";
    private String overlap = "";

    TableCases(DecisionTable table, Optional<Question> question, boolean byModel, Faults faults) {
        this.table = table;
        this.question = question;
        this.complete = byModel || question.map(Question::complete).orElse(false);
        this.faults = faults;
    }

    void check() {
        for (Input input : table.inputs()) {
            values.add(valuesOf(input));
        }
        for (var row : table.rows()) {
            List<Predicate<Object>> cells = row.inputs().stream()
                    .flatMap(each -> Cell.test(each).stream())
                    .toList();
            if (cells.size() != table.inputs().size()) {
                return;
            }
            tests.add(cells);
        }
        if (values.stream().anyMatch(List::isEmpty)) {
            faults.add(Rule.TABLE_COLUMNS, table.file(), table.element(), "inputValues");
            return;
        }
        IntStream.rangeClosed(0, values.size()).forEach(column -> seen.add(new HashSet<>()));
        BitSet all = new BitSet();
        all.set(0, tests.size());
        walk(new ArrayList<>(), all);
        report();
    }

    /** Goes on with the rows that may still fire; where the same are left at the same column, it has been before. */
    private void walk(List<Object> given, BitSet rows) {
        int column = given.size();
        if (!seen.get(column).add(rows)) {
            return;
        }
        if (column == values.size()) {
            answered(given, rows);
            return;
        }
        for (Object value : values.get(column)) {
            BitSet still = (BitSet) rows.clone();
            rows.stream().filter(row -> !tests.get(row).get(column).test(value)).forEach(still::clear);
            given.add(value);
            walk(given, still);
            given.remove(column);
        }
    }

    private void answered(List<Object> given, BitSet hits) {
        if ("FIRST".equals(table.hitPolicy()) && !hits.isEmpty()) {
            fired.set(hits.nextSetBit(0));
        } else {
            fired.or(hits);
        }
        if (hits.isEmpty() && complete && unanswered.isEmpty()) {
            unanswered = named(given);
        }
        if (hits.cardinality() > 1 && "UNIQUE".equals(table.hitPolicy()) && overlap.isEmpty()) {
            overlap = named(given) + " → "
                    + hits.stream().mapToObj(row -> "第" + (row + 1) + "行").collect(Collectors.joining("、"));
        }
    }

    private void report() {
        if (!unanswered.isEmpty()) {
            faults.add(Rule.TABLE_COMPLETE, table.file(), table.element(), unanswered);
        }
        if (!overlap.isEmpty()) {
            faults.add(Rule.TABLE_OVERLAP, table.file(), table.element(), overlap);
        }
        IntStream.range(0, table.rows().size())
                .filter(row -> !fired.get(row))
                .forEach(row -> faults.add(
                        Rule.TABLE_ROW_USED,
                        table.file(),
                        table.rows().get(row).element(),
                        "第" + (row + 1) + "行 " + table.rows().get(row).inputs()));
    }

    private String named(List<Object> given) {
        return IntStream.range(0, given.size())
                .mapToObj(column -> table.inputs().get(column).expression() + "=" + given.get(column))
                .collect(Collectors.joining(", "));
    }

    /** What Java says it gives and the column lists, else both sides of every limit its cells name. */
    private List<Object> valuesOf(Input input) {
        Set<Object> said = new LinkedHashSet<>(input.listed());
        question.ifPresent(each -> said.addAll(each.inputs().getOrDefault(input.expression(), List.of())));
        if (!said.isEmpty()) {
            return List.copyOf(said);
        }
        if ("boolean".equals(input.type())) {
            return List.of(true, false);
        }
        int column = table.inputs().indexOf(input);
        Set<Object> near = new LinkedHashSet<>();
        if (!"string".equals(input.type())) {
            near.add(BigDecimal.ZERO);
            table.rows().stream()
                    .filter(row -> column < row.inputs().size())
                    .flatMap(row -> Cell.literals(row.inputs().get(column)).stream())
                    .filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast)
                    .forEach(each ->
                            near.addAll(List.of(each.subtract(BigDecimal.ONE), each, each.add(BigDecimal.ONE))));
        }
        return List.copyOf(near);
    }
}
