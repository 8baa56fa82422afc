package io.duban.evidence;

/** A file that may not be kept, with the rule it breaks and the way out; says nothing about its content. */
public final class UnsafeFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String chinese;
    private final String english;

    UnsafeFile(String rule, String chinese, String english) {
        super(rule, null, false, false);
        this.rule = rule;
        this.chinese = chinese;
        this.english = english;
    }

    static UnsafeFile broken() {
        return new UnsafeFile(
                "attachment-readable",
                "附件已损坏或无法识别，请重新导出或截图后再提交。",
                "The file is broken or cannot be read; export it anew.");
    }

    static UnsafeFile polyglot() {
        return new UnsafeFile(
                "attachment-polyglot",
                "附件中夹带了其他类型的内容，请重新导出或截图后再提交。",
                "The file hides content of another kind; export it anew.");
    }

    public String rule() {
        return rule;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
