package io.duban.reporter;

import io.duban.engine.Refusal;
import io.duban.reporter.VaultLeads.Holdings;
import java.util.stream.Stream;

/** What may be put into the vault; the numbers are design parameters, the refusals never repeat what was typed. */
final class VaultRules {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_PURPOSE = 60;
    private static final int MOST_ENTRIES = 60;
    private static final int MOST_FILES = 20;
    private static final String BASIS = "设计参数：举报材料";

    private VaultRules() {}

    static String text(String field, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw Refusal.of(field, "required", BASIS, "内容必须填写。", "The text must be filled in.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.of(
                    field,
                    "length",
                    BASIS,
                    "内容不得超过 " + LONGEST_TEXT + " 字，其余请以附件或补充方式提交。",
                    "The text is limited to " + LONGEST_TEXT + " characters; add the rest as a file or later.");
        }
        return text;
    }

    static void check(Identity identity) {
        if (identity.name().isBlank() || identity.phone().isBlank()) {
            throw Refusal.of(
                    identity.name().isBlank() ? "name" : "phone",
                    "named-report",
                    "A45；设计决定",
                    "实名举报须填写姓名和联系电话；不便透露的，请改为匿名举报。",
                    "A named report needs a name and a telephone number; otherwise report anonymously.");
        }
        boolean tooLong = Stream.of(
                        identity.name(),
                        identity.phone(),
                        identity.idNumber().orElse(""),
                        identity.address().orElse(""),
                        identity.email().orElse(""))
                .anyMatch(each -> each.length() > LONGEST_LINE);
        if (tooLong) {
            throw Refusal.of(
                    "identity",
                    "length",
                    BASIS,
                    "姓名、电话、证件号、地址、邮箱各不得超过 " + LONGEST_LINE + " 字。",
                    "Each line of the identity is limited to " + LONGEST_LINE + " characters.");
        }
    }

    static void requireRoom(Holdings held, int files) {
        if (held.entries() >= MOST_ENTRIES || held.files() + files > MOST_FILES) {
            throw Refusal.of(
                    held.entries() >= MOST_ENTRIES ? "text" : "files",
                    "thread-length",
                    BASIS,
                    "一件举报最多 " + MOST_ENTRIES + " 次往来、" + MOST_FILES + " 个附件，请另行举报并写明前次回执已用完。",
                    "A report takes at most " + MOST_ENTRIES + " entries and " + MOST_FILES
                            + " files; make a new one.");
        }
    }

    /** The last part of a path, without control characters, at most 200 characters. */
    static String fileName(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        return name.substring(0, Math.min(name.length(), LONGEST_LINE));
    }

    static String purpose(String phrase) {
        return phrase.substring(0, Math.min(phrase.length(), LONGEST_PURPOSE));
    }

    static Refusal gone() {
        return Refusal.notFound("该线索的举报材料不存在，或已按保管期限销毁。", "What was reported is not there, or has been destroyed.");
    }
}
