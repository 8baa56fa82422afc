package io.duban.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duban.engine.Refusal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "来电人 13900000000 反映|summary-phone",
                "来电人 139 0000 0000 反映|summary-phone",
                "来电人 139-0000-0000 反映|summary-phone",
                "联系一三九零零零零零零零零|summary-phone",
                "电话021-50000000|summary-phone",
                "电话50000000|summary-phone",
                "证件 11010119000101001X|summary-id-number",
                "证件 110101 19000101 0010|summary-id-number",
                "邮箱 a.b@mail.example|summary-email",
                "微信号 wxid_abcdef|summary-account",
                "QQ：1000000001|summary-account"
            })
    void whatCanBeCalledOrFoundIsRefused(String summary, String rule) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SummaryRules.check(summary))
                .satisfies(refusal -> {
                    assertThat(refusal.rule()).isEqualTo(rule);
                    assertThat(refusal.field()).isEqualTo("summary");
                    assertThat(refusal.getMessage()).doesNotContain("139", "mail.example", "11010");
                });
    }

    @Test
    void fullWidthDigitsAreDigits() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SummaryRules.check("来电人１３９００００００００反映"))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("summary-phone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026年7月1日至20260831每周三次，每次收费300元，共120000元。", "20260831起停课", "预收费3600000元未退", "二〇二六年暑假，三十多名学生，四楼。"
            })
    void daysAndSumsAreNoNumbersToCall(String summary) {
        assertThat(SummaryRules.check("  " + summary + "\n")).isEqualTo(summary);
    }

    /** Ways in which people write a number so that it is read and not found. */
    static Stream<UnaryOperator<String>> writings() {
        return Stream.of(
                number -> number,
                number -> spelled(number, "〇一二三四五六七八九"),
                number -> spelled(number, "零幺二三四五六七八九"),
                number -> spelled(number, "零壹贰叁肆伍陆柒捌玖"),
                number -> spelled(number, "０１２３４５６７８９"),
                number -> spelled(number, "⓪①②③④⑤⑥⑦⑧⑨"),
                number -> spelled(number, "⓿❶❷❸❹❺❻❼❽❾"),
                number -> spelled(number, "٠١٢٣٤٥٦٧٨٩"),
                number -> parted(number, "\u200b"),
                number -> parted(number, "\ufeff"),
                number -> parted(number, "\u2060"),
                number -> parted(number, "\u00ad"),
                number -> parted(number, "."),
                number -> parted(number, "·"),
                number -> parted(number, " "),
                number -> parted(number, "\u3000"),
                number -> parted(number, "、"),
                number -> parted(number, "*"),
                number -> parted(number, " - "),
                number -> parted(number, "\u20e3"),
                number -> grouped(number, "."),
                number -> grouped(number, "·"),
                number -> grouped(number, "_"),
                number -> grouped(number, " / "),
                number -> grouped(spelled(number, "零一二三四五六七八九"), "、"),
                number -> grouped(parted(number, "\u200d"), "."));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void aNumberIsFoundHoweverItIsWritten(UnaryOperator<String> writing) {
        for (String number : List.of("13800138000", "15912345678", "19998765432", "17011112222")) {
            refused("请打" + writing.apply(number) + "联系家长", "summary-phone");
            refused("（" + writing.apply(number) + "）", "summary-phone");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u200b", ".", " ", "·", "-", "、"})
    void anIdNumberIsFoundHoweverItIsParted(String between) {
        for (String number : List.of("11010119900307001X", "310104201508151234")) {
            refused("证件" + parted(number, between) + "号", "summary-id-number");
        }
        refused("证件310104.20150815.1234", "summary-id-number");
        refused("证件３１０１０４ 20150815 一二三四", "summary-id-number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b@mail.example",
                "a.b＠mail.example",
                "a.b @ mail . example",
                "a\u200b.b@mail\u200b.example",
                "a.b(at)mail.example",
                "a.b[at]mail[dot]example",
                "ab艾特mail点example"
            })
    void anAddressOfMailIsFoundHoweverItIsWritten(String address) {
        refused("邮箱" + address, "summary-email");
    }

    @Test
    void ordinarySentencesAreLeftAlone() {
        for (int i = 1; i <= 28; i++) {
            for (String sentence : List.of(
                    "2026年" + (i % 12 + 1) + "月" + i + "日收费" + i * 137 + ".50元，共" + i * 13_700 + "元",
                    "2026." + (i % 12 + 1) + "." + i + "至2026." + (i % 12 + 1) + "." + (i + 1),
                    "2026-07-" + String.format("%02d", i) + "起每周一、三、五、日上课，13:00-15:00",
                    "沪教委终〔2026〕" + i + "号、沪府教督办〔2025〕1" + i + "号",
                    "第一、二、三、四、五、六、七、八、九条，第" + i + "款",
                    "收费1380、260、3000元各" + i + "人",
                    "教室1、3、5、7、9、11、13、" + i + "号",
                    "13、14、15、16、17、18班共" + i * 41 + "名学生",
                    "合同金额1,380," + String.format("%03d", i) + ".00元（壹佰叁拾捌万元整）",
                    "三年级（" + i + "）班一百三十九名学生，两个教室，四楼401、402室",
                    "每课时" + i + "5.00元，1.5小时，折合13.80元/课时",
                    "共计一三五周，二〇二六年" + i + "月")) {
                assertThat(SummaryRules.check(sentence)).isEqualTo(sentence);
            }
        }
    }

    private static void refused(String summary, String rule) {
        assertThatExceptionOfType(Refusal.class)
                .as(summary)
                .isThrownBy(() -> SummaryRules.check(summary))
                .satisfies(refusal -> assertThat(refusal.rule()).as(summary).isEqualTo(rule));
    }

    private static String spelled(String number, String digits) {
        return number.chars()
                .mapToObj(each -> digits.substring(each - '0', each - '0' + 1))
                .collect(Collectors.joining());
    }

    private static String parted(String number, String between) {
        return String.join(between, number.split(""));
    }

    private static String grouped(String number, String between) {
        int third = number.length() * 3 / 11;
        int seventh = number.length() * 7 / 11;
        return number.substring(0, third)
                + between
                + number.substring(third, seventh)
                + between
                + number.substring(seventh);
    }

    @Test
    void anEmptyAndAnEndlessSummaryAreRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SummaryRules.check(" "))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("required"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SummaryRules.check("长".repeat(2001)))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("length"));
    }
}
