package io.duban.interview;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the interviews of an order (约谈) stand at one moment, read once.
 *
 * @param held the oldest first
 */
public record InterviewStanding(List<InterviewSummary> held) {

    public InterviewStanding {
        held = List.copyOf(held);
    }

    static InterviewStanding of(List<Interview> interviews) {
        return new InterviewStanding(
                interviews.stream().map(InterviewSummary::of).toList());
    }

    /** Whether one is still going on. */
    public boolean open() {
        return held.stream().anyMatch(each -> each.state().isOpen());
    }

    /** When the last one was concluded, held or not; the epoch if none was. */
    public Instant answeredUntil() {
        return held.stream()
                .map(InterviewSummary::concludedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Whether the last one that was held to its end led to nothing (H22), later than the given moment. */
    public boolean unresolvedAfter(Instant moment) {
        return held.stream()
                .filter(each -> each.state() == InterviewState.RESOLVED || each.state() == InterviewState.UNRESOLVED)
                .reduce((earlier, later) -> later)
                .filter(each -> each.state() == InterviewState.UNRESOLVED && isAfter(each.concludedAt(), moment))
                .isPresent();
    }

    private static boolean isAfter(@Nullable Instant concluded, Instant moment) {
        return concluded != null && concluded.isAfter(moment);
    }
}
