package io.duban.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duban.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
