package io.duban.document;

/** 公文格式: how a kind of paper is laid out after GB/T 9704-2012. */
enum PaperLayout {
    /** 文件格式: red head, red line, number in the middle. */
    RED_HEAD,
    /** 信函格式: double red lines, number at the right. */
    LETTER,
    /** 表单: the 督办单 and its kin, a form with a number of its own (A46). */
    FORM,
    /** 纪要格式. */
    MINUTES
}
