package io.duban.lead;

import io.duban.engine.Refusal;
import java.text.Normalizer;
import java.util.List;
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
    private static final Pattern EMAIL = Pattern.compile(
            "[\\w.+-]+\\s*(?:@|[(\\[{]\\s*at\\s*[)\\]}]|艾特)\\s*[\\w-]+(?:\\s*(?:\\.|点|[(\\[{]\\s*dot\\s*[)\\]}])\\s*[\\w-]+)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?i)(微\\s*信|薇\\s*信|QQ|VX|扣扣|wechat|weixin|抖音)\\s*(号|号码|ID|id)?\\s*[:：是为]?\\s*[A-Za-z0-9_-]{5,}");

    /** Between the groups of a number that is to be overlooked; a comma parts what is counted up. */
    private static final String BETWEEN = "[.·•・。_*/\\\\|~+=#'\"()\\[\\]<>\\s-]{1,3}";

    private static final String ANYTHING = "[^\\p{L}\\p{N}\\n]{1,3}";
    private static final Pattern MOBILE_IN_GROUPS = Pattern.compile("(?<!\\d)1[3-9]\\d" + BETWEEN + "\\d{4}" + BETWEEN
            + "\\d{4}(?!\\d)|(?<!\\d)1[3-9]\\d" + BETWEEN + "\\d{8}(?!\\d)|(?<!\\d)1[3-9]\\d{5}" + BETWEEN
            + "\\d{4}(?!\\d)|(?<!\\d)1[3-9]\\d{2}" + BETWEEN + "\\d{3}" + BETWEEN + "\\d{4}(?!\\d)|(?<!\\d)1[3-9]\\d"
            + ANYTHING + "\\d{4}" + ANYTHING + "\\d{4}(?![\\d元万人名个分块])");
    private static final Pattern MOBILE_BY_DIGITS =
            Pattern.compile("(?<!\\d)1" + ANYTHING + "[3-9](?:" + ANYTHING + "\\d){9}(?!" + ANYTHING + "\\d|\\d)");
    private static final Pattern LANDLINE_IN_GROUPS =
            Pattern.compile("(?<!\\d)0\\d{2,3}" + BETWEEN + "(?:\\d{7,8}|\\d{3,4}" + BETWEEN + "\\d{4})(?!\\d)");
    private static final String BIRTH = "(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
    private static final Pattern ID_IN_GROUPS =
            Pattern.compile("(?<!\\d)[1-9]\\d{5}" + BIRTH + "\\d{3}[\\dxX](?![\\dxX])");
    private static final Pattern ID_BY_DIGITS =
            Pattern.compile("(?<!\\d)\\d(?:" + ANYTHING + "\\d){16}" + ANYTHING + "[\\dxX](?![\\dxX])");

    private static final String CHINESE_DIGITS = "〇零一二三四五六七八九";
    /** Other ways of writing digits, each with the one it stands for. */
    private static final String OTHER_DIGITS = "幺1壹1贰2貳2两2叁3參3肆4伍5陆6陸6柒7捌8玖9○0◯0洞0";

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
        String text = visible(words);
        String digits = arabic(text);
        String joined = digits.replaceAll("(?<=\\d)[\\s\\-‐-―]+(?=\\d)", "");
        refuseIf(field, ID_NUMBER, joined, "summary-id-number", "身份证号", "an ID number");
        refuseIf(field, MOBILE, joined, "summary-phone", "电话号码", "a telephone number");
        refuseIf(field, LANDLINE, joined, "summary-phone", "电话号码", "a telephone number");
        String dotted = digits.replaceAll("(?<=\\d)" + BETWEEN + "(?=[\\dxX])", "");
        refuseIf(field, ID_IN_GROUPS, dotted, "summary-id-number", "身份证号", "an ID number");
        refuseIf(field, ID_BY_DIGITS, digits, "summary-id-number", "身份证号", "an ID number");
        for (Pattern phone : List.of(MOBILE_IN_GROUPS, MOBILE_BY_DIGITS, LANDLINE_IN_GROUPS)) {
            refuseIf(field, phone, digits, "summary-phone", "电话号码", "a telephone number");
        }
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

    /** What a reader sees: one form for each sign, without what has no width or only adorns. */
    private static String visible(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Mn}\\p{Me}\\x{FE00}-\\x{FE0F}\\x{115F}\\x{1160}\\x{3164}\\x{2800}]", "");
    }

    private static String arabic(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(each -> digits.appendCodePoint(digit(each)));
        return digits.toString();
    }

    private static int digit(int sign) {
        int place = CHINESE_DIGITS.indexOf(sign);
        if (place >= 0) {
            return '0' + Math.max(0, place - 1);
        }
        int other = OTHER_DIGITS.indexOf(sign);
        if (other >= 0 && !Character.isDigit(sign)) {
            return OTHER_DIGITS.charAt(other + 1);
        }
        int type = Character.getType(sign);
        boolean number = type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER;
        int value = number ? Character.getNumericValue(sign) : -1;
        return value >= 0 && value <= 9 ? '0' + value : sign;
    }
}
