package io.duban.interview;

import java.util.List;

/** Everything about one interview as people read it (约谈案情). */
public record InterviewDossier(
        String id,
        String orderId,
        String number,
        String title,
        InterviewState state,
        String stateLabel,
        List<Fact> facts,
        List<Attendee> attendees) {

    /** One labelled value, in Chinese. */
    public record Fact(String label, String value) {}
}
