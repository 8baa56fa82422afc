package io.duban.order;

import io.duban.calendar.SkippedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 案情: everything about an order that the one who asks may see. */
public record OrderDossier(
        String id,
        String instrument,
        String instrumentLabel,
        @Nullable String number,
        String title,
        String state,
        String stateLabel,
        String issuerUnit,
        String addresseeUnit,
        String accusedUnit,
        String districtUnit,
        @Nullable String handlingUnit,
        int reminders,
        int reportReturns,
        boolean falsified,
        List<Fact> facts,
        List<Term> deadlines,
        List<ProblemLine> problems,
        List<Event> timeline) {

    /** One line of the facts table. */
    public record Fact(String label, String value) {}

    /** One deadline with its reckoning. */
    public record Term(
            String id,
            String kind,
            String label,
            @Nullable String subject,
            LocalDate start,
            LocalDate due,
            boolean provisional,
            String status,
            String statusLabel,
            int overdueDays,
            @Nullable Integer day,
            @Nullable Integer of,
            @Nullable LocalDate closedOn,
            String explanation,
            List<LocalDate> counted,
            List<SkippedDay> skipped) {}

    /** One problem. */
    public record ProblemLine(
            int seq,
            String id,
            String category,
            String description,
            @Nullable String requirement,
            String state,
            String stateLabel,
            int round,
            boolean reopened,
            int bulletinCount,
            @Nullable LocalDate due) {}

    /** One step, by whom, when. */
    public record Event(Instant at, String actor, String action, String sentence) {}
}
