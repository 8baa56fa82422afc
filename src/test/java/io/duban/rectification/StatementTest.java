package io.duban.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    @ParameterizedTest
    @EnumSource(EvidenceGroup.class)
    void isTakenWithWordsDayAndPerson(EvidenceGroup group) {
        assertThat(Statement.from(Fields.of(complete(group)), group, TODAY.minusDays(9), TODAY))
                .isEqualTo(new Statement(group, "已完成", TODAY, "负责人"));
    }

    @ParameterizedTest
    @EnumSource(EvidenceGroup.class)
    void isRefusedByTheNameOfWhatIsMissing(EvidenceGroup group) {
        for (String part : new String[] {"", "Date", "Person"}) {
            Map<String, Object> fields = complete(group);
            fields.put(group.field() + part, "  ");
            Refusal refusal = refusal(fields, group);
            assertThat(refusal.field()).isEqualTo(group.field() + part);
            assertThat(refusal.rule()).isEqualTo("evidence-groups");
            assertThat(refusal.getMessage()).contains(group.label());
        }
    }

    @ParameterizedTest
    @EnumSource(EvidenceGroup.class)
    void cannotBeOfTomorrow(EvidenceGroup group) {
        Map<String, Object> fields = complete(group);
        fields.put(group.field() + "Date", "2026-10-21");

        assertThat(refusal(fields, group).rule()).isEqualTo("date-in-future");
    }

    @ParameterizedTest
    @EnumSource(EvidenceGroup.class)
    void cannotBeOlderThanTheOrder(EvidenceGroup group) {
        Map<String, Object> fields = complete(group);
        fields.put(group.field() + "Date", "2026-10-10");

        assertThat(refusal(fields, group).rule()).isEqualTo("date-before-order");
        assertThat(refusal(fields, group).field()).isEqualTo(group.field() + "Date");
    }

    private static Refusal refusal(Map<String, Object> fields, EvidenceGroup group) {
        return catchThrowableOfType(
                Refusal.class, () -> Statement.from(Fields.of(fields), group, TODAY.minusDays(9), TODAY));
    }

    private static Map<String, Object> complete(EvidenceGroup group) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(group.field(), "已完成");
        fields.put(group.field() + "Date", TODAY.toString());
        fields.put(group.field() + "Person", "负责人");
        return fields;
    }
}
