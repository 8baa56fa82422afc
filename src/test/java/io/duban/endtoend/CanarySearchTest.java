package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The search finds what it looks for in every form; without this, finding nothing would mean nothing. */
class CanarySearchTest {

    private static final List<String> CANARIES = List.of("（演示）金丝雀举报人甲", "000-1357-2468", "canary-photo.jpg");

    private final CanarySearch search = new CanarySearch(CANARIES);

    static Stream<String> canaries() {
        return CANARIES.stream();
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void everyFormIsFoundWhereverItStands(String canary) {
        List<String> planted = new ArrayList<>(CanarySearch.forms(canary).values());
        for (Charset charset : CanarySearch.CHARSETS) {
            for (int before = 0; before < 5; before++) {
                byte[] bytes = ("x".repeat(before) + canary + "yz").getBytes(charset);
                planted.add(Base64.getEncoder().encodeToString(bytes));
                planted.add(HexFormat.of().formatHex(bytes));
                assertThat(search.in(bytes)).as("%s after %d", charset, before).containsExactly(canary);
            }
        }
        for (String each : planted) {
            assertThat(search.in("周末补课 " + each + "。")).as(each).containsExactly(canary);
            assertThat(search.in(canary.substring(0, 3) + each)).as(each).containsExactly(canary);
        }
    }

    @Test
    void whatIsPackedInADocumentIsFound() throws java.io.IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("word/document.xml"));
            zip.write((" ".repeat(500) + CANARIES.get(0)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(search.in(bytes.toByteArray())).containsExactly(CANARIES.get(0));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(search.in("（演示）金丝雀举报人乙 000-1357-2469 canary-photo.png")).isEmpty();
        assertThat(search.in(new byte[100])).isEmpty();
    }

    @Test
    void whatIsPlantedInAnyTypeOfColumnOfAnySchemaIsFound() {
        JdbcTemplate jdbc = new JdbcTemplate(memory());
        String canary = CANARIES.get(0);
        jdbc.execute("create schema elsewhere");
        jdbc.execute("create table elsewhere.planted (text varchar(200), long_text clob, bytes varbinary(500),"
                + " long_bytes blob, words varchar(100) array, json_value json)");
        Map<String, Object> planted = Map.of(
                "text", "前 " + canary + " 后",
                "long_text", canary.repeat(3),
                "bytes", ("ab" + canary).getBytes(StandardCharsets.UTF_16LE),
                "long_bytes", Base64.getEncoder().encode(("a" + canary).getBytes(StandardCharsets.UTF_8)));
        planted.forEach((column, value) -> {
            jdbc.update("delete from elsewhere.planted");
            jdbc.update("insert into elsewhere.planted (" + column + ") values (?)", value);
            assertThat(WholeDatabase.scan(jdbc.getDataSource(), search))
                    .containsExactly("elsewhere.planted." + column + ": " + canary);
        });
        jdbc.update("delete from elsewhere.planted");
        jdbc.update("insert into elsewhere.planted (words) values (array['" + canary + "'])");
        assertThat(WholeDatabase.scan(jdbc.getDataSource(), search)).hasSize(1);
        jdbc.update("delete from elsewhere.planted");
        jdbc.update("insert into elsewhere.planted (json_value) values (json_object('name': '" + canary + "'))");
        assertThat(WholeDatabase.scan(jdbc.getDataSource(), search)).hasSize(1);
        jdbc.execute("comment on table elsewhere.planted is '" + canary + "'");
        jdbc.update("delete from elsewhere.planted");
        assertThat(WholeDatabase.scan(jdbc.getDataSource(), search))
                .isEqualTo(Set.of("information_schema.tables.remarks: " + canary));
    }

    private static DataSource memory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:planted;DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        return source;
    }
}
