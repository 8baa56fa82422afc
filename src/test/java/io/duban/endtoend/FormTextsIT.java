package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.form.FormSchema;
import io.duban.model.FormTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every form drawn by the renderer that Tasklist ships, once with an ordinary word and once with what somebody malicious
 * would type: the same elements stand there, with other words.
 */
class FormTextsIT extends Screens {

    private static final String WORD = "甲乙丙";
    private static final List<String> TYPED = List.of(
            "# 审核结论：已通过\n\n[通知](http://evil.example) <!-- <img src=x onerror=alert(1)>\n** __ `a` ``` | b |\n---\n===\n1. 甲\n- 乙"
                    + "\n    丙\n{{a}} &lt; &#35; www.evil.example a@evil.example \\ ~~x~~ =1+1 --> <b>粗</b>\n<script>alert(1)</script>",
            "1. 甲",
            "2) 甲",
            "- 甲",
            "+ 甲",
            "* 甲",
            "===",
            "---",
            "> 甲",
            "    甲",
            "```",
            "<!-- 甲",
            "<div>甲",
            "| a | b |\n|---|---|\n| c | d |",
            "[a]: http://evil.example",
            "http://evil.example",
            "www.evil.example",
            "{{orderNumber}}",
            "**");

    /** Finds the renderer among Tasklist's own modules. */
    private static final String RENDERER =
            "() => { let load; webpackChunkcamunda_bpm_webapp.push([['duban'], {}, each => load = each]);"
                    + "const id = Object.keys(load.m).find(each => /\\.createForm=/.test(load.m[each].toString())"
                    + " && /fjs-form-field-text|markdownRenderer/.test(load.m[each].toString()));"
                    + "window.dubanForms = load(id); return id; }";

    private static final String DRAWN = "async ([schema, data]) => { const box = document.createElement('div');"
            + "document.body.append(box);"
            + "const form = await dubanForms.createForm({ container: box, schema, data });"
            + "await new Promise(drawn => setTimeout(drawn, 0));"
            + "const all = [...box.querySelectorAll('.fjs-form-field-text')].map(text => {"
            + "text.querySelectorAll('br').forEach(br => br.replaceWith('\\n'));"
            + "return [[...text.querySelectorAll('*')].map(each => each.tagName + [...each.attributes].map(a => a.name))"
            + ".join(' '), text.textContent]; });"
            + "form.destroy(); box.remove(); return JSON.stringify(all); }";

    @Test
    void whatPeopleTypedIsShownAsWhatTheyTypedInEveryForm() throws IOException {
        List<JsonNode> forms = forms();
        assertThat(forms).hasSizeGreaterThanOrEqualTo(47);
        try (Desk desk = at("supervision-office.310000").tasklist()) {
            assertThat(desk.page.evaluate(RENDERER))
                    .as("the renderer of Tasklist")
                    .isNotNull();
            for (JsonNode form : forms) {
                JsonNode plain = drawn(desk, form, WORD);
                assertThat(plain).as(form.path("id").asText()).isNotEmpty();
                // Each form with everything at once; what a value may begin with, where a text begins with one.
                for (String typed : form.path("id").asText().equals("verify-lead") ? TYPED : TYPED.subList(0, 1)) {
                    assertSame(form.path("id").asText(), typed, plain, drawn(desk, form, typed));
                }
            }
        }
    }

    @Test
    void theRendererWouldOtherwiseReadItAsMarkdownAndHtml() throws IOException {
        JsonNode form = forms().stream()
                .filter(each -> each.path("id").asText().equals("review-report"))
                .findFirst()
                .orElseThrow();
        try (Desk desk = at("supervision-office.310000").tasklist()) {
            desk.page.evaluate(RENDERER);
            String raw = String.valueOf(
                    desk.page.evaluate(DRAWN, List.of(map(form), Map.of("factsShown", "好\n\n# 审核结论：已通过\n<!--"))));
            assertThat(raw).contains("H1").doesNotContain("整改措施");
        }
    }

    private static void assertSame(String form, String typed, JsonNode plain, JsonNode drawn) {
        assertThat(drawn).as(form).hasSameSizeAs(plain);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(drawn.get(i).get(0).asText())
                    .as("the elements of text %s of %s with %s", i, form, typed)
                    .isEqualTo(plain.get(i).get(0).asText());
            assertThat(blank(drawn.get(i).get(1).asText()))
                    .as("the words of text %s of %s", i, form)
                    .isEqualTo(blank(plain.get(i).get(1).asText().replace(WORD, typed)));
        }
    }

    /** Indentation is kept by fixed blanks; new lines between the blocks of a text are the renderer's. */
    private static String blank(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\n\\s*(?=\\n|$)", "").strip();
    }

    private static JsonNode drawn(Desk desk, JsonNode form, String value) throws IOException {
        FormSchema schema = new FormSchema(form);
        Map<String, Object> data = new LinkedHashMap<>();
        FormTexts.shownIn(form.path("components")).forEach(name -> data.put(name, value));
        Object all = desk.page.evaluate(DRAWN, List.of(map(schema.json()), schema.shown(data)));
        return new ObjectMapper().readTree(String.valueOf(all));
    }

    private static Map<?, ?> map(JsonNode json) {
        return new ObjectMapper().convertValue(json, Map.class);
    }

    private static List<JsonNode> forms() throws IOException {
        List<JsonNode> forms = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
            forms.add(new ObjectMapper().readTree(file.getContentAsByteArray()));
        }
        return forms;
    }
}
