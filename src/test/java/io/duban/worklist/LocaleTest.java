package io.duban.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key without a translation shows as its name: our Chinese has to follow every key of the shipped English. */
class LocaleTest {

    private static final String FOLDER = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([\\w.]+)[^}]*}}");
    /** The English plural ending has no counterpart in Chinese. */
    private static final String PLURAL_ENDING = "s";

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void every_key_of_the_shipped_english_is_translated_and_none_is_invented(String app) throws IOException {
        assertThat(texts(app, "zh-CN").keySet())
                .containsExactlyInAnyOrderElementsOf(texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void a_translation_uses_the_placeholders_of_its_original(String app) throws IOException {
        Map<String, String> chinese = texts(app, "zh-CN");
        texts(app, "en")
                .forEach((key, english) ->
                        assertThat(placeholders(chinese.get(key))).as(key).isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void a_translation_is_empty_only_where_chinese_has_nothing_to_say(String app) throws IOException {
        Map<String, String> chinese = texts(app, "zh-CN");
        texts(app, "en").forEach((key, english) -> {
            if (english.isBlank() || english.equals(PLURAL_ENDING)) {
                assertThat(chinese.get(key)).as(key).isBlank();
            } else {
                assertThat(chinese.get(key)).as(key).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void the_application_is_set_to_chinese_and_loads_our_script(String app) throws IOException {
        String settings = new String(read(app + "/scripts/config.js"), StandardCharsets.UTF_8);

        assertThat(settings).contains("fallbackLocale: 'zh-CN'", "customScripts: ['../../../site/webapp']");
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        var found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static Map<String, String> texts(String app, String locale) throws IOException {
        String json = new String(read(app + "/locales/" + locale + ".json"), StandardCharsets.UTF_8);
        Map<String, String> texts = new TreeMap<>();
        collect("", new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(each -> collect(path + "/" + each.getKey(), each.getValue(), texts));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                collect(path + "/" + at, node.get(at), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = LocaleTest.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
