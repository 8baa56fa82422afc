package io.duban.reporter;

import java.time.Instant;
import java.util.Optional;

/** 举报人信息披露: one request with what became of it; holds neither the identity nor the reason. */
public record Disclosure(
        String id,
        String leadRef,
        int ordinal,
        DisclosurePurpose purpose,
        String requester,
        String requesterUnit,
        String accusedUnit,
        String custodianUnit,
        DisclosureState state,
        Instant requestedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Instant> viewUntil,
        Optional<Instant> viewedAt) {

    Place reason() {
        return Place.of(leadRef, VaultField.DISCLOSURE_REASON, ordinal);
    }

    Place opinion() {
        return Place.of(leadRef, VaultField.DISCLOSURE_OPINION, ordinal);
    }
}
