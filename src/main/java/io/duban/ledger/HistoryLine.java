package io.duban.ledger;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of an order's history in words. */
record HistoryLine(LocalDateTime at, String subject, String what) {

    static List<HistoryLine> of(Ledger.History history) {
        Map<String, Integer> seqs = new HashMap<>();
        history.lines().forEach(line -> seqs.put(line.entryId(), line.problemSeq()));
        return history.entries().stream()
                .map(entry -> new HistoryLine(
                        local(entry.at()),
                        entry.problemId() == null
                                ? "督办单"
                                : "问题 " + Objects.requireNonNullElse(seqs.get(entry.problemId()), 0),
                        what(entry)))
                .toList();
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, io.duban.calendar.WorkingDays.ZONE);
    }

    private static String what(LedgerEntry entry) {
        String term = entry.term();
        if (term != null) {
            return DeadlineKind.valueOf(term).chinese() + "期限 " + entry.due() + "，"
                    + DeadlineStatus.valueOf(Objects.requireNonNullElse(entry.termStatus(), "OPEN"))
                            .chinese();
        }
        String after = label(entry.kind(), entry.state());
        String before = label(entry.kind(), entry.stateBefore());
        String round = entry.round() != null && entry.round() > 1 ? "（第 " + entry.round() + " 轮）" : "";
        return (before.isEmpty() || before.equals(after) ? after : before + " → " + after) + round;
    }

    private static String label(EntryKind kind, @Nullable String state) {
        return state == null ? "" : LedgerRow.label(kind, state);
    }
}
