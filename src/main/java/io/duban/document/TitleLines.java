package io.duban.document;

import java.util.ArrayList;
import java.util.List;

/** 标题回行: a long title in lines of about the same length, none of a single character (GB/T 9704-2012: 梯形或菱形). */
final class TitleLines {

    /** 2号 characters that fit the type area. */
    private static final int MOST = 20;

    private static final String NOT_FIRST = "的了、，。：；”》）〕！？";
    private static final String NOT_LAST = "“《（〔";

    private TitleLines() {}

    static String of(String title) {
        String words = title.strip();
        if (words.length() <= MOST || words.contains("\n")) {
            return words;
        }
        int count = (words.length() + MOST - 2) / (MOST - 1);
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int left = count; left > 1; left--) {
            int to = from + (words.length() - from + left - 1) / left;
            while (to < words.length() - 1 && !mayBreak(words, to)) {
                to++;
            }
            lines.add(words.substring(from, to));
            from = to;
        }
        lines.add(words.substring(from));
        return String.join("\n", lines);
    }

    private static boolean mayBreak(String words, int at) {
        return NOT_FIRST.indexOf(words.charAt(at)) < 0
                && NOT_LAST.indexOf(words.charAt(at - 1)) < 0
                && !Character.isLowSurrogate(words.charAt(at));
    }
}
