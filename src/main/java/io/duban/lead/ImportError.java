package io.duban.lead;

/** 导入错误: one fault in one line of a file; never repeats what stands there. */
record ImportError(long line, String column, String sentence) {}
