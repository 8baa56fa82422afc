package io.duban.reporter;

/** 保管期限类别: how long what a reporter gave is kept; the days of each are parameters ({@code duban.vault.keep.*}). */
public enum RetentionClass {
    /** Nobody has looked at it yet, or it is being handled. */
    OPEN("办理中"),
    NOT_ACCEPTED("不予受理"),
    ORDINARY("办结"),
    /** It led to accountability or went to another authority. */
    SERIOUS("问责或移送");

    private final String label;

    RetentionClass(String label) {
        this.label = label;
    }

    /** The Chinese label. */
    public String label() {
        return label;
    }
}
