package io.duban.form;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One form and the capability behind it.
 *
 * @param key the user task's id, or the process id for a start form
 * @param form the form's id, equal to the basename of its file under {@code forms/}
 * @param view answers the data the form shows: case data and option lists, never engine variables
 * @param submit carries the fields out and answers the routing flags the process continues with
 */
public record FormBinding(
        String key,
        String form,
        Function<Situation, Map<String, Object>> view,
        BiFunction<Situation, Fields, Flags> submit) {

    public static FormBinding of(
            String key,
            String form,
            Function<Situation, Map<String, Object>> view,
            BiFunction<Situation, Fields, Flags> submit) {
        return new FormBinding(key, form, view, submit);
    }
}
