package io.duban.interview;

import io.duban.engine.Refusal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** The notice of the interview to party committee and government (约谈情况通报, A42 H21), on which their appraisal rests. */
public record PartyReport(Set<PartyReportRecipient> recipients, String documentTitle, LocalDate sentOn) {

    private static final Set<PartyReportRecipient> MANDATORY =
            EnumSet.of(PartyReportRecipient.PARTY_COMMITTEE, PartyReportRecipient.GOVERNMENT);

    public PartyReport {
        recipients = Set.copyOf(recipients);
    }

    void check(LocalDate heldOn, LocalDate today) {
        if (!recipients.containsAll(MANDATORY)) {
            throw refusal(
                    "recipients",
                    "party-and-government",
                    "约谈情况须同时通报党委和政府，请两项都选。",
                    "The interview must be reported to both the party committee and the government.");
        }
        if (documentTitle.isBlank()) {
            throw refusal("documentTitle", "document-title", "请填写通报文件标题。", "Give the title of the notice.");
        }
        if (sentOn.isBefore(heldOn) || sentOn.isAfter(today)) {
            throw refusal(
                    "sentOn",
                    "sent-on",
                    "通报日期须在约谈日期（" + heldOn + "）至今日（" + today + "）之间。",
                    "The notice was sent between the day of the meeting and today.");
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "INV-16", chinese, english);
    }
}
