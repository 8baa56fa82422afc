package io.duban.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    @ParameterizedTest
    @EnumSource(EvidenceGroup.class)
    void isTakenWithWordsDayAndPerson(EvidenceGroup group) {
        assertThat(Statement.ofEveryGroup(Fields.of(complete()), TODAY.minusDays(9), TODAY))
                .hasSize(4)
                .contains(new Statement(group, "已完成", TODAY, "负责人"));
    }

    @ParameterizedTest
    @EnumSource(EvidenceGroup.class)
    void isRefusedByTheNameOfWhatIsMissing(EvidenceGroup group) {
        for (String part : new String[] {"", "Date", "Person"}) {
            Map<String, Object> fields = complete();
            fields.put(group.field() + part, "  ");
            Refusal refusal = refusal(fields);
            assertThat(refusal.field()).isEqualTo(group.field() + part);
            assertThat(refusal.rule()).isEqualTo("evidence-groups");
            assertThat(refusal.getMessage()).contains(group.label());
        }
    }

    @Test
    void whateverIsMissingIsNamedAtOnce() {
        Map<String, Object> fields = complete();
        fields.remove("impact");
        fields.keySet().removeIf(key -> key.startsWith("accountability"));
        fields.put("widerCheckPerson", "");

        Refusal refusal = refusal(fields);

        assertThat(refusal.field()).isEqualTo("impact");
        assertThat(refusal.getMessage())
                .contains("“消除影响”的说明；“追责”的说明、完成日期、责任人；“举一反三”的责任人")
                .doesNotContain("“整改”");
        assertThat(refusal.english()).contains("impact, accountability, accountabilityDate");
    }

    @ParameterizedTest
    @EnumSource(EvidenceGroup.class)
    void cannotBeOfTomorrow(EvidenceGroup group) {
        Map<String, Object> fields = complete();
        fields.put(group.field() + "Date", "2026-10-21");

        assertThat(refusal(fields).rule()).isEqualTo("date-in-future");
    }

    @ParameterizedTest
    @EnumSource(EvidenceGroup.class)
    void cannotBeOlderThanTheOrder(EvidenceGroup group) {
        Map<String, Object> fields = complete();
        fields.put(group.field() + "Date", "2026-10-10");

        assertThat(refusal(fields).rule()).isEqualTo("date-before-order");
        assertThat(refusal(fields).field()).isEqualTo(group.field() + "Date");
    }

    private static Refusal refusal(Map<String, Object> fields) {
        return catchThrowableOfType(
                Refusal.class, () -> Statement.ofEveryGroup(Fields.of(fields), TODAY.minusDays(9), TODAY));
    }

    private static Map<String, Object> complete() {
        Map<String, Object> fields = new HashMap<>();
        for (EvidenceGroup group : EvidenceGroup.values()) {
            fields.put(group.field(), "已完成");
            fields.put(group.field() + "Date", TODAY.toString());
            fields.put(group.field() + "Person", "负责人");
        }
        return fields;
    }
}
