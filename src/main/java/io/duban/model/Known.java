package io.duban.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Java has for models and what it expects of them, gathered from the rooms. */
public final class Known {

    private final Map<String, Class<?>> variables = new TreeMap<>();
    private final Map<String, Set<String>> values = new TreeMap<>();
    private final Set<String> serviceTasks = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();
    private final Map<String, Boolean> roles = new TreeMap<>();
    private final Map<String, String> desks = new TreeMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final NamesInJava names;

    public Known(NamesInJava names) {
        this.names = names;
    }

    public void variable(String name, Class<?> type) {
        variables.put(name, type);
    }

    /** The only texts a variable may be, where its declaration says so. */
    public void values(String variable, Set<String> only) {
        values.computeIfAbsent(variable, each -> new TreeSet<>()).addAll(only);
    }

    /** The method of a service task. */
    public void serviceTask(String bean) {
        serviceTasks.add(bean);
    }

    /** A bean that models may ask something. */
    public void asked(String bean) {
        asked.add(bean);
    }

    /** A role; those without a unit are groups by their id alone. */
    public void role(String id, boolean unitless) {
        roles.put(id, unitless);
    }

    /** Who answers for a user task, or for the start form of a process, with which form. */
    public void desk(String key, String form) {
        desks.put(key, form);
    }

    public void question(Question question) {
        questions.add(question);
    }

    /** The expressions models may use under these names. */
    public ExpressionGrammar grammar() {
        return new ExpressionGrammar(
                variables::containsKey, name -> serviceTasks.contains(name) || asked.contains(name), asked::contains);
    }

    Map<String, Class<?>> variables() {
        return variables;
    }

    Map<String, Set<String>> values() {
        return values;
    }

    Set<String> serviceTasks() {
        return serviceTasks;
    }

    Map<String, Boolean> roles() {
        return roles;
    }

    Map<String, String> desks() {
        return desks;
    }

    List<Question> questions() {
        return questions;
    }

    NamesInJava names() {
        return names;
    }
}
