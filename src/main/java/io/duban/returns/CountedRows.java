package io.duban.returns;

import java.util.List;

/**
 * 明细: one page of the rows behind a figure.
 *
 * @param headings the Chinese headings of the columns
 * @param rows one line each, as long as the headings
 * @param total the figure itself
 */
record CountedRows(
        String figure,
        String label,
        int total,
        List<String> headings,
        List<List<String>> rows,
        int page,
        int size,
        boolean hasMore) {}
