package io.duban.order;

import io.duban.calendar.WorkingDays;
import io.duban.document.Papers;
import io.duban.rectification.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 文书用语: what was typed into forms, made to fit the sentences of a paper. */
final class OrderPhrases {

    private OrderPhrases() {}

    static String numbered(List<Problem> list, Problem problem) {
        return list.size() == 1 ? "" : problem.seq() + ".";
    }

    static String demand(Problem problem) {
        return problem.requirement() == null ? "立即整改" : problem.requirement();
    }

    static String day(@Nullable Instant at) {
        return at == null ? "" : Papers.chinese(LocalDate.ofInstant(at, WorkingDays.ZONE));
    }

    /** Words for the middle of a sentence. */
    static String phrase(@Nullable String typed, String usual) {
        String words = typed == null ? "" : typed.strip().replaceAll("[。；，;,.]+$", "");
        return words.isEmpty() ? usual : words;
    }

    /** Words that end as a sentence does. */
    static String sentence(String typed) {
        return phrase(typed, "") + "。";
    }
}
