package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a form takes fits where it is kept; {@code text-columns.properties} says where that is, text by text, and a new
 * text needs its line there.
 */
class TextLengthsTest {

    private static final Map<String, Integer> COLUMNS = new TreeMap<>();
    private static final Map<String, Integer> TEXTS = new TreeMap<>();
    private static final Properties KEPT = new Properties();

    @BeforeAll
    static void read() throws IOException {
        var source = new DriverManagerDataSource("jdbc:h2:mem:text-lengths;DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        new JdbcTemplate(source)
                .query(
                        "select table_name, column_name, character_maximum_length from information_schema.columns"
                                + " where table_schema = 'PUBLIC' and character_maximum_length is not null",
                        row -> {
                            COLUMNS.put(
                                    (row.getString(1) + "." + row.getString(2)).toLowerCase(Locale.ROOT),
                                    row.getInt(3));
                        });
        Form.ALL.forEach(form -> texts(form.name(), form.root().path("components")));
        try (var in = TextLengthsTest.class.getResourceAsStream("/text-columns.properties")) {
            KEPT.load(in);
        }
    }

    private static void texts(String path, JsonNode components) {
        for (JsonNode each : components) {
            String type = each.path("type").asText();
            if (each.has("components")) {
                texts(each.has("path") ? path + "." + each.path("path").asText() : path, each.path("components"));
            } else if (List.of("textfield", "textarea").contains(type)
                    && !each.path("readonly").asBoolean()
                    && !each.path("disabled").asBoolean()) {
                TEXTS.put(
                        path + "." + each.path("key").asText(),
                        each.path("validate").path("maxLength").asInt(Integer.MAX_VALUE));
            }
        }
    }

    @Test
    void everyTextOfAFormSaysWhereItIsKept() {
        assertThat(KEPT.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(TEXTS.keySet());
    }

    @Test
    void everyTextFitsWhereItIsKept() {
        List<String> tooShort = new ArrayList<>();
        TEXTS.forEach((text, most) -> {
            for (String column : KEPT.getProperty(text, "vault").split(" ")) {
                if (!"vault".equals(column) && COLUMNS.getOrDefault(column, 0) < most) {
                    tooShort.add(text + " takes " + most + ", " + column + " holds " + COLUMNS.get(column));
                }
            }
        });
        assertThat(tooShort).isEmpty();
    }
}
