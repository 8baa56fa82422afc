package io.duban.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.model.FormInputs;
import io.duban.model.FormTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form's texts show is delivered as plain text, what its fields hold as it was typed. */
class PlainTextsTest {

    private static final String TYPED =
            "# 审核结论：已通过\n[x](http://evil.example)<!-- <img src=x onerror=alert(1)>\n**|**`{{a}}`\n\n- &lt; ~~x~~";

    static Stream<JsonNode> forms() {
        return FormFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextOfEveryFormIsDeliveredPlain(JsonNode file) {
        FormSchema form = new FormSchema(file);
        Set<String> names = FormTexts.shownIn(file.path("components"));
        Map<String, Object> data = new LinkedHashMap<>();
        names.forEach(name -> data.put(name, TYPED));
        FormInputs.of(file.path("components")).forEach(input -> data.put(FormInputs.keyOf(input), TYPED));
        form.shown(data).forEach((name, value) -> {
            if (names.contains(name)) {
                assertThat(remainder(value)).as(name).doesNotContainPattern("[#\\[\\]()<>*|`{}~&]");
            } else {
                assertThat(value).as(name).isEqualTo(TYPED);
            }
        });
    }

    /** What is left when references and breaks are taken away. */
    private static String remainder(Object value) {
        return value.toString()
                .replaceAll("&#\\d+;|<br>", "")
                .replace("alert(1)", "")
                .replaceAll("\\(http|example\\)", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "徐汇区（310104）",
                "2026-12-01",
                "第 3 轮",
                "沪教督办〔2026〕1号",
                "整改要求：停止收费；退费50%。",
                "09:30",
                "3.5 小时",
                "a-b"
            })
    void ordinaryWordsStayAsTheyAre(String ordinary) {
        assertThat(PlainTexts.of(ordinary)).isEqualTo(ordinary);
    }

    @Test
    void theBeginningOfALineCannotBecomeAListOrCode() {
        assertThat(PlainTexts.of("1. 甲")).isEqualTo("1&#46; 甲");
        assertThat(PlainTexts.of("2) 甲")).isEqualTo("2&#41; 甲");
        assertThat(PlainTexts.of("- 甲")).isEqualTo("&#45; 甲");
        assertThat(PlainTexts.of("---")).isEqualTo("&#45;&#45;&#45;");
        assertThat(PlainTexts.of("    甲")).isEqualTo("&#160;&#160;&#160;&#160;甲");
        assertThat(PlainTexts.of("http://a")).isEqualTo("http&#58;//a");
        assertThat(PlainTexts.of("WWW.a")).isEqualTo("WWW&#46;a");
    }

    @Test
    void newLinesSurviveAndListsAreGoneThrough() {
        assertThat(PlainTexts.of("甲\r\n乙\n\n丙\n")).isEqualTo("甲<br>乙<br><br>丙");
        assertThat(PlainTexts.in(Set.of("all"), Map.of("all", List.of(Map.of("x", "**")), "other", "**")))
                .isEqualTo(Map.of("all", List.of(Map.of("x", "&#42;&#42;")), "other", "**"));
    }
}
