package io.duban.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {

    @Test
    void whatTheFormAsksForIsTakenInItsType() {
        Fields fields = Typed.into("""
                {"name": "王芳", "decision": "ISSUE", "days": 3, "masked": true, "unit": "310104", "forms": ["A", "B"],
                 "until": "2026-12-01", "problems": [{"text": "一次性收费超过三个月", "due": "2026-11-30"}]}
                """);

        assertThat(fields.text("name")).isEqualTo("王芳");
        assertThat(fields.text("decision")).isEqualTo("ISSUE");
        assertThat(fields.number("days")).isEqualTo(3);
        assertThat(fields.yesNo("masked")).isTrue();
        assertThat(fields.choices("forms")).containsExactly("A", "B");
        assertThat(fields.date("until")).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(fields.rows("problems")).singleElement().satisfies(row -> {
            assertThat(row.text("text")).isEqualTo("一次性收费超过三个月");
            assertThat(row.date("due")).isEqualTo(LocalDate.of(2026, 11, 30));
            assertThat(row.nameOf("due")).isEqualTo("problems[0].due");
        });
    }

    @Test
    void aFieldTheFormDoesNotHaveIsRefusedByItsName() {
        assertRefused("{\"name\": \"王芳\", \"state\": \"CLOSED\"}", "state", "unknown-field");
    }

    @Test
    void theEchoOfShownDataIsIgnored() {
        assertThat(Typed.into("{\"name\": \"王芳\", \"title\": \"别的标题\", \"units\": []}")
                        .optionalText("title"))
                .isEmpty();
    }

    @Test
    void aReadOnlyFieldIsNeverTaken() {
        assertThat(Typed.into("{\"name\": \"王芳\", \"number\": \"沪教督办〔2026〕1号\"}")
                        .optionalText("number"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": null}", "{\"name\": \"\"}", "{\"name\": \"  \\u3000 \"}"})
    void aRequiredFieldMustBeFilledIn(String json) {
        assertRefused(json, "name", "required");
    }

    @Test
    void aHiddenFieldIsAskedForByTheCapabilityAndNotByTheForm() {
        assertThat(Typed.into("{\"name\": \"王芳\", \"decision\": \"RETURN\"}").optionalText("reason"))
                .isEmpty();
        assertThat(Typed.into("{\"name\": \"王芳\", \"decision\": \"RETURN\", \"reason\": \"依据不足\"}")
                        .text("reason"))
                .isEqualTo("依据不足");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name; '\"王\"'; min-length",
                "name; '\"王王王王王王王王王\"'; max-length",
                "name; '{\"first\": \"王\"}'; text",
                "name; '[\"王芳\"]'; text",
                "name; '\"王\\u0000芳\"'; characters",
                "note; '\"甲\\u0000\"'; characters",
                "note; '\"甲\\u202e乙\"'; characters",
                "note; '\"甲\\u2067乙\"'; characters",
                "note; '\"甲\\u0007乙\"'; characters",
                "note; '\"甲\\u000b乙\"'; characters",
                "note; '\"甲\\ud800乙\"'; characters",
                "phone; '\"1234-567\"'; pattern",
                "days; 0; min",
                "days; 6; max",
                "days; '\"三\"'; number",
                "days; true; number",
                "days; '\"1e999999999\"'; max",
                "masked; '\"yes\"'; yes-no",
                "masked; 1; yes-no",
                "decision; '\"CLOSE\"'; option",
                "unit; '\"310101\"'; option",
                "unit; '{\"value\": \"310104\"}'; option",
                "forms; '\"A\"'; options",
                "forms; '[\"C\"]'; option",
                "forms; '[null]'; option",
                "problems; '{\"text\": \"x\"}'; rows",
                "problems; '\"x\"'; rows"
            })
    void aValueThatBreaksARuleIsRefusedWithFieldAndRule(String field, String value, String rule) {
        String name = field.equals("name") ? "" : "\"name\": \"王芳\", ";
        assertRefused("{" + name + "\"" + field + "\": " + value + "}", field, rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "2026-1-1",
                "01.12.2026",
                "20261201",
                "明天",
                "0026-12-01",
                "+999999999-12-31",
                "-2026-12-01",
                "2026-12-01 10:00",
                "2026-12-01xyz",
                "2026-12-01Txyz",
                "2026-12-01T10:00:00 and more"
            })
    void aDayThatDoesNotExistIsRefused(String day) {
        assertRefused("{\"name\": \"王芳\", \"until\": \"" + day + "\"}", "until", "date");
    }

    @Test
    void whatTheCapabilityMissesIsCalledByItsLabel() {
        Fields typed = Typed.into("{\"name\": \"王芳\", \"problems\": [{\"text\": \"甲\"}, {\"text\": \"乙\"}]}");

        assertThatThrownBy(() -> typed.text("reason")).hasMessage("“理由”必须填写。");
        assertThatThrownBy(() -> typed.rows("problems").get(1).date("due"))
                .hasMessage("第 2 行的“时限”必须填写。")
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("problems[1].due"));
        assertThatThrownBy(() -> Fields.of(Map.of(), Map.of("title", "标题")).text("title"))
                .hasMessage("“标题”必须填写。");
        assertThatThrownBy(() -> Fields.of(Map.of()).text("title")).hasMessage("“title”必须填写。");
    }

    @Test
    void aBodyThatCameAnotherWayIsHeldToTheTextsOfTheForm() {
        assertThatThrownBy(() -> Typed.FORM.texts(Map.of("name", "王王王王王王王王王"))).hasMessage("“姓名”最多 8 字。");
        assertThat(Typed.FORM.texts(Map.of("unit", "999999", "days", 9)).number("days"))
                .isEqualTo(9);
    }

    @Test
    void anOptionChosenAgainAndAgainIsChosenOnce() {
        assertThat(Typed.into("{\"name\": \"王芳\", \"forms\": [\"A\", \"B\", \"A\", \"A\"]}")
                        .choices("forms"))
                .containsExactly("A", "B");
    }

    @Test
    void theDayOfATimestampIsTaken() {
        assertThat(Typed.into("{\"name\": \"王芳\", \"until\": \"2026-12-01T00:00:00.000+08:00\"}")
                        .date("until"))
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aMistakeInARowIsNamedWithItsRow() {
        assertRefused(
                "{\"name\": \"王芳\", \"problems\": [{\"text\": \"甲\"}, {\"text\": \"乙\", \"due\": \"2026-02-30\"}]}",
                "problems[1].due",
                "date");
        assertRefused("{\"name\": \"王芳\", \"problems\": [{\"text\": \"甲\"}, {}]}", "problems[1].text", "required");
        assertRefused("{\"name\": \"王芳\", \"problems\": [\"甲\"]}", "problems[0]", "row");
        assertRefused("{\"name\": \"王芳\", \"problems\": [null]}", "problems[0]", "row");
    }

    @Test
    void aRowKeepsItsReferenceAndNothingElseThatIsReadOnly() {
        Fields row = Typed.into("{\"name\": \"王芳\", \"problems\": [{\"ref\": 2, \"text\": \"甲\"}]}")
                .rows("problems")
                .get(0);

        assertThat(row.number("ref")).isEqualTo(2);
    }

    @Test
    void aRowTakesItsOwnFieldsOnly() {
        assertRefused(
                "{\"name\": \"王芳\", \"problems\": [{\"text\": \"甲\"}, {\"text\": \"乙\", \"state\": \"CLOSED\"}]}",
                "problems[1].state",
                "unknown-field");
    }

    @Test
    void aReferenceIsShortPlainText() {
        assertRefused(
                "{\"name\": \"王芳\", \"problems\": [{\"ref\": {\"a\": 1}, \"text\": \"甲\"}]}",
                "problems[0].ref",
                "text");
    }

    @Test
    void hugeInputIsRefusedInsteadOfStored() {
        assertRefused("{\"name\": \"王芳\", \"note\": \"" + "字".repeat(20_001) + "\"}", "note", "max-length");
        assertRefused("{\"name\": \"王芳\", \"days\": \"" + "9".repeat(500_000) + "\"}", "days", "number");
        assertRefused(
                "{\"name\": \"王芳\", \"problems\": [" + "{\"text\": \"甲\"},".repeat(100) + "{\"text\": \"甲\"}]}",
                "problems",
                "rows");
    }

    @Test
    void aRefusalQuotesOnlyTheBeginningOfWhatWasTyped() {
        assertThatThrownBy(() -> Typed.into("{\"name\": \"王芳\", \"decision\": \"" + "X".repeat(5_000) + "\"}"))
                .asInstanceOf(InstanceOfAssertFactories.throwable(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(100));
    }

    @Test
    void aRefusalSpeaksChineseAndEnglish() {
        assertThatThrownBy(() -> Typed.into("{}"))
                .asInstanceOf(InstanceOfAssertFactories.throwable(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal).hasMessage("“姓名”必须填写。");
                    assertThat(refusal.english()).isEqualTo("name must be filled in.");
                    assertThat(refusal.basis()).isEqualTo("表单");
                });
    }

    @Test
    void aFlagOfAnotherTypeIsAMistakeOfOurs() {
        assertThatThrownBy(() -> Flags.of(Flag.yesNo("issued"), "yes")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDateFlagCarriesTheInstant() {
        var due = java.time.Instant.parse("2026-12-01T16:00:00Z");

        assertThat(Flags.none().at(Flag.date("due"), due).values()).isEqualTo(Map.of("due", java.util.Date.from(due)));
    }

    private static void assertRefused(String json, String field, String rule) {
        assertThatThrownBy(() -> Typed.into(json))
                .asInstanceOf(InstanceOfAssertFactories.throwable(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.rule()).isEqualTo(rule);
                });
    }
}
