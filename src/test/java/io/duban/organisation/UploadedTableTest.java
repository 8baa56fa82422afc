package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedTableTest {

    private static final String TABLE = "code,name\n310104,徐汇区\n";

    @Test
    void utf8_with_and_without_a_mark_and_gb18030_read_alike() {
        for (var bytes : List.of(
                TABLE.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8),
                TABLE.getBytes(Charset.forName("GB18030")))) {
            assertThat(read(bytes)).singleElement().satisfies(line -> {
                assertThat(line.get("code")).isEqualTo("310104");
                assertThat(line.get("name")).isEqualTo("徐汇区");
                assertThat(line.get("note")).isEmpty();
            });
        }
    }

    @Test
    void columns_may_come_in_any_order_and_lines_end_in_windows_fashion() {
        assertThat(read("note,name,code\r\n\"a,b\",徐汇区,310104\r\n\r\n".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(line -> assertThat(line.get("note")).isEqualTo("a,b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code\n310104\n", "code,name,colour\n1,2,3\n", "code,name,code\n1,2,3\n", "a\nb\n"})
    void a_header_that_lacks_repeats_or_invents_columns_is_refused(String table) {
        assertThat(refusal(table.getBytes(StandardCharsets.UTF_8)).rule()).isEqualTo("header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code,name\n"})
    void a_table_without_lines_is_refused(String table) {
        assertThat(refusal(table.getBytes(StandardCharsets.UTF_8)).rule()).isEqualTo("empty-table");
    }

    @Test
    void a_line_with_too_few_or_too_many_fields_is_refused_by_its_number() {
        for (var line : List.of("310105", "310105,长宁区,x,y")) {
            var refusal = refusal((TABLE + line + "\n").getBytes(StandardCharsets.UTF_8));
            assertThat(refusal.rule()).isEqualTo("field-count");
            assertThat(refusal.field()).isEqualTo("lines[3].*");
            assertThat(refusal).hasMessageContaining("第3行");
        }
    }

    @Test
    void text_after_a_closing_quote_is_refused() {
        var refusal = refusal((TABLE + "\"310105\"x,长宁区\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.rule()).isEqualTo("csv-syntax");
        assertThat(refusal).hasMessageContaining("第2行之后");
    }

    @Test
    void bytes_in_no_known_encoding_are_refused() {
        var refusal = refusal(new byte[] {'c', 'o', 'd', 'e', (byte) 0xFF, (byte) 0xFF, '\n'});
        assertThat(refusal.rule()).isEqualTo("encoding");
        assertThat(refusal.field()).isEqualTo("file");
    }

    @Test
    void more_than_four_megabytes_are_refused() {
        assertThat(refusal(new byte[UploadedTable.MAX_BYTES + 1]).rule()).isEqualTo("too-large");
    }

    private static List<UploadedLine> read(byte[] bytes) {
        try {
            return UploadedTable.read(
                    new ByteArrayInputStream(bytes), new LinkedHashSet<>(List.of("code", "name")), Set.of("note"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal refusal(byte[] bytes) {
        return catchThrowableOfType(Refusal.class, () -> read(bytes));
    }
}
