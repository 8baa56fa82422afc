package io.duban.engine;

/** Where something stands (状态), told to whoever came too late: a key for programs and the words people read. */
public interface Stage {

    /** The key, e.g. {@code UNDER_REVIEW}; an enum has it by itself. */
    String name();

    /** The Chinese words, e.g. 报告审核. */
    String label();
}
