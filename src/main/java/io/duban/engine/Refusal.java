package io.duban.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that the rules of the trade do not allow. It names the field, the rule and the way out, in Chinese and
 * English, and leaves nothing changed: thrown inside the transaction, it rolls it back.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final @Nullable String field;
    private final String rule;
    private final @Nullable String basis;
    private final String english;
    private final transient Map<String, Object> particulars;

    private Refusal(
            HttpStatus status,
            @Nullable String field,
            String rule,
            @Nullable String basis,
            String chinese,
            String english,
            Map<String, Object> particulars) {
        super(chinese, null, false, false);
        this.status = status;
        this.field = field;
        this.rule = rule;
        this.basis = basis;
        this.english = english;
        this.particulars = particulars;
    }

    /**
     * Input that breaks a rule (HTTP 422).
     *
     * @param field the field's key as the form or the JSON body spells it; rows as {@code problems[1].due}
     * @param rule a short stable key, e.g. {@code addressee-type}
     * @param basis the clause or design decision the rule rests on, e.g. {@code INV-24} or {@code 沪府教督办〔2021〕24号}
     * @param chinese a sentence that says what is wrong and what to do
     * @param english the same in English
     */
    public static Refusal of(String field, String rule, String basis, String chinese, String english) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, field, rule, basis, chinese, english, Map.of());
    }

    /** A person who may not do this (HTTP 403), e.g. a claim by the accused unit. */
    public static Refusal forbidden(String rule, String basis, String chinese, String english) {
        return new Refusal(HttpStatus.FORBIDDEN, null, rule, basis, chinese, english, Map.of());
    }

    /** Something that does not exist, or that the caller may not see (HTTP 404). */
    public static Refusal notFound(String chinese, String english) {
        return new Refusal(HttpStatus.NOT_FOUND, null, "not-found", null, chinese, english, Map.of());
    }

    /**
     * A race that was lost, or a step that the current state does not allow (HTTP 409).
     *
     * @param stage where the matter stands, answered as {@code state} and {@code stateName}; null when that says nothing
     */
    public static Refusal conflict(String rule, @Nullable Stage stage, String chinese, String english) {
        return new Refusal(
                HttpStatus.CONFLICT,
                null,
                rule,
                null,
                chinese,
                english,
                stage == null ? Map.of() : Map.of("state", stage.name(), "stateName", stage.label()));
    }

    public HttpStatus status() {
        return status;
    }

    public @Nullable String field() {
        return field;
    }

    public String rule() {
        return rule;
    }

    public @Nullable String basis() {
        return basis;
    }

    public String english() {
        return english;
    }

    public Map<String, Object> particulars() {
        return particulars;
    }
}
