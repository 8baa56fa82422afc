package io.duban.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Java asks a decision table: every value of every input it may give and every answer it understands. The table is
 * held against it before anything runs.
 *
 * @param decision the decision's id, e.g. {@code dueDates}
 * @param hitPolicy the hit policy on which the asker relies
 * @param complete whether every combination of inputs has an answer
 */
public record Question(
        String decision,
        String hitPolicy,
        boolean complete,
        Map<String, List<Object>> inputs,
        Map<String, Answer> outputs) {

    /**
     * One output that is read.
     *
     * @param type the column's type: string, integer or boolean
     * @param values the texts it may be; empty: any that is not blank
     * @param least the least number it may be
     * @param most the greatest number it may be
     */
    public record Answer(String type, Set<String> values, int least, int most) {}

    /** A table that gives exactly one answer, whatever is asked. */
    public static Question one(String decision) {
        return new Question(decision, "UNIQUE", true, Map.of(), Map.of());
    }

    /** A table that gives any number of answers, in the order of its rows. */
    public static Question many(String decision) {
        return new Question(decision, "COLLECT", false, Map.of(), Map.of());
    }

    /** The same, where at least one answer is needed. */
    public Question always() {
        return new Question(decision, hitPolicy, true, inputs, outputs);
    }

    /** An input and the names of the values it may have. */
    public Question input(String name, Enum<?>... values) {
        return with(name, Stream.of(values).<Object>map(Enum::name).toList());
    }

    public Question input(String name, List<String> values) {
        return with(name, List.copyOf(values));
    }

    public Question yesNo(String... names) {
        Question more = this;
        for (String name : names) {
            more = more.with(name, List.of(true, false));
        }
        return more;
    }

    /** Any text that is not blank. */
    public Question text(String output) {
        return with(output, new Answer("string", Set.of(), 0, 0));
    }

    public Question text(String output, Set<String> values) {
        return with(output, new Answer("string", values, 0, 0));
    }

    public Question number(String output, int least, int most) {
        return with(output, new Answer("integer", Set.of(), least, most));
    }

    public Question verdict(String output) {
        return with(output, new Answer("boolean", Set.of(), 0, 0));
    }

    private Question with(String name, List<Object> values) {
        Map<String, List<Object>> more = new LinkedHashMap<>(inputs);
        more.put(name, values);
        return new Question(decision, hitPolicy, complete, more, outputs);
    }

    private Question with(String name, Answer answer) {
        Map<String, Answer> more = new LinkedHashMap<>(outputs);
        more.put(name, answer);
        return new Question(decision, hitPolicy, complete, inputs, more);
    }
}
