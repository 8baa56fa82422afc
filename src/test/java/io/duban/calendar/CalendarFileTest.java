package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duban.engine.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    @Test
    void reads_notice_and_days() {
        var file = read(Arrangement2027.CSV);
        assertThat(file.notice()).isEqualTo("关于2027年部分节假日安排的通知（测试用，并非真实通知）");
        assertThat(file.days().get(LocalDate.of(2027, 1, 1)))
                .isEqualTo(new CalendarDay(LocalDate.of(2027, 1, 1), DayKind.OFF, "元旦"));
    }

    @Test
    void reads_the_same_in_utf_8_with_a_mark_in_gb18030_and_with_windows_line_ends() {
        var plain = read(Arrangement2027.CSV);
        assertThat(read("\uFEFF" + Arrangement2027.CSV)).isEqualTo(plain);
        assertThat(CalendarFile.read(2027, Arrangement2027.CSV.getBytes(Charset.forName("GB18030"))))
                .isEqualTo(plain);
        assertThat(read(Arrangement2027.CSV.replace("\n", "\r\n"))).isEqualTo(plain);
    }

    @Test
    void reads_dates_as_excel_saves_them() {
        assertThat(read(Arrangement2027.CSV.replace("2027-01-01", "2027/1/1"))).isEqualTo(read(Arrangement2027.CSV));
    }

    @Test
    void a_file_without_a_notice_says_so() {
        assertThat(read(Arrangement2027.CSV.replaceFirst("#.*\n", "")).notice()).contains("未注明");
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-01-02,FREE,元旦 | lines[3].kind | 第 3 行：种类“FREE”无效，只能是 OFF 或 WORK。",
                "2027-01-02,off,元旦 | lines[3].kind | 第 3 行：种类“off”无效，只能是 OFF 或 WORK。",
                "2026-12-31,OFF,元旦 | lines[3].date | 第 3 行：日期 2026-12-31 不在 2027 年。",
                "2027-02-30,OFF,春节 | lines[3].date | 第 3 行：日期“2027-02-30”无效，应如 2027-01-01。",
                "tomorrow,OFF,春节 | lines[3].date | 第 3 行：日期“tomorrow”无效，应如 2027-01-01。",
                "2027-01-05,WORK,元旦 | lines[3].kind | 第 3 行：2027-01-05 不是周六、周日，本来就上班，不能标为 WORK。",
                "2027-01-02,OFF, | lines[3].name | 第 3 行：没有写节日名称。",
                "2027-01-02,OFF | lines[3].line | 第 3 行：应有 3 列 date,kind,name，实有 2 列。",
                "2027-01-02,OFF,元旦,x | lines[3].line | 第 3 行：应有 3 列 date,kind,name，实有 4 列。",
            })
    void a_wrong_line_is_named(String line, String field, String message) {
        refused(Arrangement2027.CSV.replace("date,kind,name\n", "date,kind,name\n" + line + "\n"), field, message);
    }

    @Test
    void a_day_may_appear_only_once() {
        refused(Arrangement2027.CSV + "2027-01-01,OFF,元旦\n", "lines[16].date", "第 16 行：日期 2027-01-01 重复。");
    }

    @Test
    void a_name_may_not_be_long_or_hold_control_characters() {
        refused(Arrangement2027.CSV + "2027-12-25,OFF," + "节".repeat(41) + "\n", "lines[16].name", "第 16 行");
        refused(Arrangement2027.CSV + "2027-12-25,OFF,a\u0000b\n", "lines[16].name", "第 16 行");
        refused(Arrangement2027.CSV + "2027-12-25,OFF,a\u202eb\n", "lines[16].name", "第 16 行");
    }

    @Test
    void the_header_must_be_there() {
        refused(Arrangement2027.CSV.replace("date,kind,name\n", ""), "lines[2].header", "第 2 行：表头须为");
    }

    @Test
    void files_without_days_are_refused() {
        refused("", "file", "文件是空的。");
        refused("\n\n", "file", "文件没有内容。");
        refused("# only a notice\n", "file", "文件没有内容。");
        refused("date,kind,name\n", "file", "文件只有表头，没有日期。");
    }

    @Test
    void files_above_64_kilobytes_are_refused() {
        refused(Arrangement2027.CSV + "#".repeat(64 * 1024), "file", "文件超过 64 KB。");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CalendarFile.read(2027, new byte[] {(byte) 0xFF, (byte) 0xFF, 0x20}))
                .withMessage("文件编码既不是 UTF-8 也不是 GB18030。");
    }

    @Test
    void a_file_that_forgets_a_statutory_holiday_is_refused() {
        refused(
                Arrangement2027.CSV.replace("2027-10-03,OFF,国庆节\n", ""),
                "file",
                "法定节假日 2027-10-03（国庆节）没有列为 OFF，文件可能不完整。");
        refused(
                Arrangement2027.CSV.replace("2027-10-03,OFF", "2027-10-03,WORK"),
                "file",
                "法定节假日 2027-10-03（国庆节）没有列为 OFF");
    }

    @Test
    void a_quote_that_never_ends_is_refused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(Arrangement2027.CSV.replace("2027-01-01,OFF,元旦", "2027-01-01,OFF,\"元旦")));
    }

    private static CalendarFile read(String text) {
        return CalendarFile.read(2027, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String field, String message) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith(message)
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.rule()).isEqualTo("calendar-file");
                    assertThat(refusal.basis()).isNotBlank();
                    assertThat(refusal.english()).isNotBlank();
                });
    }
}
