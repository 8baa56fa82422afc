package io.duban.interview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order's list of interviews (约谈情况).
 *
 * @param proposedAt when it was proposed; null for a party, which was not told
 */
public record InterviewSummary(
        String id,
        String orderId,
        InterviewState state,
        String stateLabel,
        String reasons,
        @Nullable Instant proposedAt,
        @Nullable Instant concludedAt) {

    static InterviewSummary of(Interview interview) {
        return new InterviewSummary(
                interview.id(),
                interview.orderId(),
                interview.state(),
                interview.state().label(),
                InterviewReason.labels(interview.reasons()),
                interview.proposedAt(),
                interview.concludedAt());
    }
}
