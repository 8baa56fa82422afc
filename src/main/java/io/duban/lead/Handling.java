package io.duban.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 办理情况: who handles a lead, by when, and what came of it.
 *
 * @param guidingGroup 职能处室: the candidate group that guides
 * @param handlingUnit 承办单位, once transferred
 * @param handlingGroup the candidate group that verifies
 * @param consolidatedNotice the 督办通知 the lead went into, if any
 * @param orderId the order made from it, if any
 */
public record Handling(
        boolean mustInvestigate,
        @Nullable String guidingGroup,
        @Nullable String handlingUnit,
        @Nullable String handlingGroup,
        @Nullable LeadConclusion conclusion,
        @Nullable String conclusionText,
        @Nullable LocalDate acceptDue,
        @Nullable LocalDate concludeDue,
        @Nullable LocalDate concludedOn,
        @Nullable LocalDate repliedOn,
        @Nullable String consolidatedNotice,
        @Nullable String orderId) {

    static final Handling NONE = new Handling(false, null, null, null, null, null, null, null, null, null, null, null);

    /** The same without the order made from it. */
    Handling withoutOrder() {
        return new Handling(
                mustInvestigate,
                guidingGroup,
                handlingUnit,
                handlingGroup,
                conclusion,
                conclusionText,
                acceptDue,
                concludeDue,
                concludedOn,
                repliedOn,
                consolidatedNotice,
                null);
    }

    /** 有效线索: found true, wholly or in part. */
    public boolean isValid() {
        return conclusion == LeadConclusion.VALID || conclusion == LeadConclusion.PARTLY;
    }
}
