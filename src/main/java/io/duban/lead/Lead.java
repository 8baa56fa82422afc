package io.duban.lead;

import io.duban.rectification.ProblemCategory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 问题线索: a report without its reporter. Identity, original text and files are in the vault; here are only dates, codes
 * and the summary that staff wrote. A lead is a row until it has been triaged: a process instance would show at which
 * minute somebody reported.
 *
 * @param leadRef the opaque reference under which the vault keeps the rest; has no meaning and no time in it
 * @param number 线索编号, allotted when staff register; none before
 * @param named 实名举报
 * @param accusedUnit 被举报单位; the reporter's own statement until triage confirms it
 * @param districtUnit the district of the accused unit
 * @param receivingUnit the unit whose office received it and triages it
 * @param summary 线索摘要: written by staff, names no reporter; all that ever leaves intake
 * @param registeredBy the account that entered it; none where the public or a file did
 * @param triagedOn the day of triage; none while it waits
 */
public record Lead(
        String leadRef,
        @Nullable String number,
        LeadChannel channel,
        SourceLevel sourceLevel,
        boolean named,
        @Nullable ProblemCategory category,
        @Nullable LeadTopic topic,
        @Nullable String accusedUnit,
        @Nullable String districtUnit,
        String receivingUnit,
        LocalDate receivedOn,
        @Nullable String summary,
        @Nullable String registeredBy,
        LeadState state,
        @Nullable LocalDate triagedOn,
        TriageResult triage,
        Handling handling,
        int version) {

    public boolean isTriaged() {
        return triagedOn != null;
    }

    /** The number, or a word for a lead that has none yet. */
    public String shownNumber() {
        return number == null ? "（未编号）" : number;
    }
}
