package io.duban.lead;

import io.duban.engine.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 脱敏检查 (A53, INV-10): no telephone number, identity number or address of a mailbox in what leaves intake. It finds what
 * has a form; names are for people to look after.
 */
final class PersonalData {

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)"),
            Pattern.compile("(?<!\\d)\\d{6}(?:18|19|20)\\d{9}[0-9Xx](?![0-9Xx])"),
            Pattern.compile("(?<!\\d)0\\d{2,3}[- ]\\d{7,8}(?!\\d)"),
            Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+"));

    private PersonalData() {}

    /**
     * Lets the text through or refuses it; full-width digits count as digits.
     *
     * @throws Refusal naming the field, never the text
     */
    static void requireNone(String field, String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        if (FORMS.stream().anyMatch(form -> form.matcher(plain).find())) {
            throw Refusal.of(
                    field,
                    "masking",
                    "A53；INV-10",
                    "文字中含有电话、身份证号或邮箱，可能暴露举报人，请删除后再提交。",
                    "The text holds a telephone number, identity number or e-mail address; remove it.");
        }
    }
}
