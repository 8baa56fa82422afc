package io.duban.interview;

import java.util.List;

/**
 * How the interviews of an order (约谈) stand at one moment, read once.
 *
 * @param held the oldest first
 * @param open whether one is still going on
 * @param unresolved whether the last one that was held to its end led to nothing (H22)
 */
public record InterviewStanding(List<InterviewSummary> held, boolean open, boolean unresolved) {

    static InterviewStanding of(List<Interview> interviews) {
        return new InterviewStanding(
                interviews.stream().map(InterviewSummary::of).toList(),
                interviews.stream().anyMatch(each -> each.state().isOpen()),
                interviews.stream()
                        .map(Interview::state)
                        .filter(state -> state == InterviewState.RESOLVED || state == InterviewState.UNRESOLVED)
                        .reduce((earlier, later) -> later)
                        .filter(state -> state == InterviewState.UNRESOLVED)
                        .isPresent());
    }
}
