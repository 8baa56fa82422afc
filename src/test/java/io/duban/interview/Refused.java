package io.duban.interview;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every refusal must bring: the field, the rule, and a way out in both languages. */
public final class Refused {

    private Refused() {}

    public static void naming(String field, String rule, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refusal.class, refusal -> {
            org.assertj.core.api.Assertions.assertThat(refusal.field()).isEqualTo(field);
            with(rule, refusal);
        });
    }

    public static void with(String rule, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refusal.class, refusal -> with(rule, refusal));
    }

    private static void with(String rule, Refusal refusal) {
        org.assertj.core.api.Assertions.assertThat(refusal.rule()).isEqualTo(rule);
        org.assertj.core.api.Assertions.assertThat(refusal.getMessage()).isNotBlank();
        org.assertj.core.api.Assertions.assertThat(refusal.english()).isNotBlank();
    }
}
