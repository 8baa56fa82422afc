package io.duban.interview;

import io.duban.engine.Refusal;
import java.util.List;

/**
 * What an order tells when it proposes an interview (提请约谈, A41 H21); everything the interview will ever know of it.
 *
 * @param reasonCodes names of {@link InterviewReason}, at least one
 * @param basis the facts behind the proposal in Chinese, e.g. how often and when was reminded; at most 2000 characters
 */
public record InterviewProposal(
        String orderId,
        String orderNumber,
        String title,
        String issuerUnit,
        String addresseeUnit,
        String districtUnit,
        List<String> reasonCodes,
        String basis) {

    private static final int LONGEST_BASIS = 2000;

    public InterviewProposal {
        reasonCodes = List.copyOf(reasonCodes);
    }

    void check() {
        InterviewReason.of(reasonCodes);
        if (basis.isBlank() || basis.length() > LONGEST_BASIS) {
            throw Refusal.of(
                    "basis",
                    "interview-basis",
                    "A41",
                    "请写明提请约谈的依据（不超过 2000 字）。",
                    "State the basis of the proposal in at most 2000 characters.");
        }
    }
}
