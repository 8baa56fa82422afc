package io.duban.accountability;

import io.duban.engine.Refusal;
import java.util.List;

/**
 * What an order tells when it proposes accountability (提请问责, A43 H22); everything the case will ever know of it.
 *
 * @param groundsCodes names of {@link AccountabilityGround}, at least one
 * @param basis the facts behind the proposal in Chinese, e.g. the bulletins that named the problem; at most 2000
 *     characters
 */
public record AccountabilityProposal(
        String orderId,
        String orderNumber,
        String title,
        String issuerUnit,
        String districtUnit,
        String addresseeUnit,
        List<String> groundsCodes,
        String basis) {

    private static final int LONGEST_BASIS = 2000;

    public AccountabilityProposal {
        groundsCodes = List.copyOf(groundsCodes);
    }

    void check() {
        AccountabilityGround.of(groundsCodes);
        if (basis.isBlank() || basis.length() > LONGEST_BASIS) {
            throw Refusal.of(
                    "basis",
                    "accountability-basis",
                    "A43 H22",
                    "请写明提请问责的依据（不超过 2000 字）。",
                    "State the basis of the proposal in at most 2000 characters.");
        }
    }
}
