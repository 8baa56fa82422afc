package io.duban.lead;

import io.duban.engine.Refusal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * 摘要脱敏规则: the summary is all that leaves intake, so it must hold nothing by which somebody can be called or found.
 * Finds what has a form (numbers, addresses of mail); a name it cannot know, see {@code IdentityInText}.
 */
final class SummaryRules {

    private static final int LONGEST = 2000;
    private static final String BASIS = "A53；INV-10";
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:86)?1[3-9]\\d{9}(?!\\d)");
    private static final Pattern LANDLINE = Pattern.compile(
            "(?<!\\d)0\\d{2,3}\\d{7,8}(?!\\d)|(?<![\\d.])(?!20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))[2-8]\\d{6,7}(?![\\d元万.])");
    private static final Pattern ID_NUMBER = Pattern.compile("(?<!\\d)\\d{17}[\\dxX](?!\\d)|(?<!\\d)\\d{15}(?!\\d)");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?i)(微信|QQ|wechat|weixin|抖音)\\s*(号|号码|ID|id)?\\s*[:：是为]?\\s*[A-Za-z0-9_-]{5,}");
    private static final String CHINESE_DIGITS = "〇零一二三四五六七八九";

    private SummaryRules() {}

    /** The summary without surrounding blanks. */
    static String check(String typed) {
        String summary = typed.strip();
        if (summary.isEmpty()) {
            throw Refusal.of("summary", "required", BASIS, "线索摘要必须填写。", "The summary must be filled in.");
        }
        if (summary.length() > LONGEST) {
            throw Refusal.of(
                    "summary", "length", BASIS, "线索摘要不得超过 2000 字。", "The summary is limited to 2000 characters.");
        }
        requireNone("summary", summary);
        return summary;
    }

    /** Refuses a text for others, in the field named, that holds what somebody could be called or found by. */
    static void requireNone(String field, String words) {
        String text = Normalizer.normalize(words, Normalizer.Form.NFKC);
        String joined = arabic(text).replaceAll("(?<=\\d)[\\s\\-‐-―]+(?=\\d)", "");
        refuseIf(field, ID_NUMBER, joined, "summary-id-number", "身份证号", "an ID number");
        refuseIf(field, MOBILE, joined, "summary-phone", "电话号码", "a telephone number");
        refuseIf(field, LANDLINE, joined, "summary-phone", "电话号码", "a telephone number");
        refuseIf(field, EMAIL, text, "summary-email", "电子邮箱", "an e-mail address");
        refuseIf(field, ACCOUNT, text, "summary-account", "社交账号", "an account of a social network");
    }

    static Refusal reporterNamed() {
        return Refusal.of(
                "summary",
                "summary-reporter",
                BASIS,
                "摘要中含有举报人的身份信息，请删除或改写后再提交。",
                "The summary names the reporter; take it out.");
    }

    private static void refuseIf(String field, Pattern pattern, String text, String rule, String what, String english) {
        if (pattern.matcher(text).find()) {
            throw Refusal.of(
                    field,
                    rule,
                    BASIS,
                    "文字中疑似含有" + what + "，请删除或改写（其他单位会看到）。",
                    "The text seems to hold " + english + "; take it out.");
        }
    }

    private static String arabic(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(each -> {
            int place = CHINESE_DIGITS.indexOf(each);
            digits.append(place < 0 ? (char) each : (char) ('0' + Math.max(0, place - 1)));
        });
        return digits.toString();
    }
}
