package io.duban.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 督办单: the record of one case; its state is written in the transaction of the step that changes it.
 *
 * @param number the number on the paper, once issued; never reused (INV-09)
 * @param accusedUnit the school or institution it is about; it learns findings and demands, nothing else
 * @param districtUnit the district it concerns, which is also the engine's tenant
 * @param handlingUnit 承办单位: whose team investigates
 * @param basis 初步核查依据: why the office believes it
 * @param reportReturns how often the report came back (T6)
 * @param reminders how often it was urged (催办)
 * @param falsifiedAt when a report was found to be false (弄虚作假), if ever
 */
public record SupervisionOrder(
        String id,
        Instrument instrument,
        @Nullable String number,
        String title,
        OrderState state,
        String issuerUnit,
        String addresseeUnit,
        String accusedUnit,
        String districtUnit,
        @Nullable String handlingUnit,
        @Nullable String summary,
        @Nullable String provisions,
        @Nullable String socialImpact,
        @Nullable String basis,
        boolean masked,
        String drafter,
        Instant draftedAt,
        @Nullable String issuer,
        @Nullable Instant issuedAt,
        @Nullable Instant receivedAt,
        @Nullable String receiver,
        @Nullable String responsible,
        boolean deemedDelivered,
        int reportReturns,
        int reminders,
        @Nullable Instant falsifiedAt,
        boolean interestSevere,
        boolean impactBad,
        @Nullable Instant closedAt,
        @Nullable String previousOrder,
        @Nullable String mergedInto,
        int version) {

    /** Whether it has left the issuing office, so that others may know of it: a draft that is withdrawn never has. */
    public boolean isOut() {
        return issuedAt != null;
    }

    /** Whether it is being investigated anew, one level up, after a falsified report (T10). */
    boolean isInvestigatedAbove() {
        return falsifiedAt != null && (state == OrderState.INVESTIGATING || state == OrderState.SUPPLEMENTING);
    }

    /** A new order without number, reports or reminders. */
    static SupervisionOrder drafted(
            OrderDraft draft, String issuerUnit, String districtUnit, String drafter, Instant at) {
        return new SupervisionOrder(
                UUID.randomUUID().toString(),
                draft.instrument(),
                null,
                draft.title(),
                OrderState.DRAFTED,
                issuerUnit,
                draft.addresseeUnit(),
                draft.accusedUnit(),
                districtUnit,
                null,
                draft.summary().orElse(null),
                draft.provisions().orElse(null),
                draft.socialImpact().orElse(null),
                draft.basis().orElse(null),
                draft.masked(),
                drafter,
                at,
                null,
                null,
                null,
                null,
                null,
                false,
                0,
                0,
                null,
                false,
                false,
                null,
                draft.previousOrder().orElse(null),
                null,
                0);
    }

    /** The number, or a word for an order that has none yet. */
    public String shownNumber() {
        return number == null ? "（未编号）" : number;
    }
}
