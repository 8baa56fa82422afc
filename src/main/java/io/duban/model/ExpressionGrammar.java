package io.duban.model;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model may write between {@code ${} and {@code }}: a variable (a group's role may stand before it), a bean, a bean's method with variables, and
 * comparisons of a variable with a plain value joined by {@code &&} or {@code ||}. Everything else is code, and refused
 * before it is parsed.
 */
public final class ExpressionGrammar {

    public static final String BUSINESS_KEY = "execution.processBusinessKey";

    private static final int LONGEST = 300;
    private static final Pattern WHOLE = Pattern.compile("[$#]\\{([^{}]*)}");
    private static final Pattern JOINED = Pattern.compile("&&|\\|\\|");
    private static final Pattern COMPOSED = Pattern.compile("[A-Za-z0-9._-]+[$#]\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";
    private static final Pattern VARIABLE = Pattern.compile("!?\\s*(" + NAME + ")");
    private static final Pattern COMPARED =
            Pattern.compile("(" + NAME + ")\\s*(?:==|!=|<=|>=|<|>)\\s*(?:'[A-Za-z0-9_.-]*'|\\d{1,9}|true|false|null)");
    private static final Pattern ASKED =
            Pattern.compile("(" + NAME + ")\\.(" + NAME + ")\\(((?:" + NAME + "(?:\\s*,\\s*" + NAME + ")*)?)\\)");

    /** What every object answers and nobody has to ask. */
    private static final Set<String> OF_EVERY_OBJECT =
            Arrays.stream(Object.class.getMethods()).map(Method::getName).collect(Collectors.toUnmodifiableSet());

    private final Predicate<String> variables;
    private final Predicate<String> beans;
    private final Predicate<String> asked;

    /**
     * @param variables whether a variable of this name is declared
     * @param beans whether models may name the bean
     * @param asked whether models may ask the bean something
     */
    public ExpressionGrammar(Predicate<String> variables, Predicate<String> beans, Predicate<String> asked) {
        this.variables = variables;
        this.beans = beans;
        this.asked = asked;
    }

    /** Whether the text holds nothing to evaluate, or exactly one expression of the grammar. */
    public boolean accepts(String text) {
        if (!isExpression(text)) {
            return true;
        }
        Matcher composed = COMPOSED.matcher(text.strip());
        if (composed.matches()) {
            return variables.test(composed.group(1));
        }
        Matcher whole = WHOLE.matcher(text.strip());
        if (text.length() > LONGEST || !whole.matches()) {
            return false;
        }
        String inner = whole.group(1).strip();
        return inner.equals(BUSINESS_KEY) || isBean(inner) || isQuestion(inner) || isCondition(inner);
    }

    /** Whether the text is {@code ${bean}} with a bean that models may see. */
    public boolean isDelegate(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        return whole.matches() && isBean(whole.group(1).strip());
    }

    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private boolean isBean(String inner) {
        return inner.matches(NAME) && beans.test(inner);
    }

    private boolean isQuestion(String inner) {
        Matcher question = ASKED.matcher(inner);
        if (!question.matches() || !asked.test(question.group(1)) || OF_EVERY_OBJECT.contains(question.group(2))) {
            return false;
        }
        for (String argument : question.group(3).split(",")) {
            if (!argument.isBlank() && !variables.test(argument.strip())) {
                return false;
            }
        }
        return true;
    }

    private boolean isCondition(String inner) {
        for (String term : JOINED.split(inner, -1)) {
            Matcher variable = VARIABLE.matcher(term.strip());
            Matcher compared = COMPARED.matcher(term.strip());
            boolean known = (variable.matches() && variables.test(variable.group(1)))
                    || (compared.matches() && variables.test(compared.group(1)));
            if (!known) {
                return false;
            }
        }
        return true;
    }
}
