package io.duban.worklist;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 案情: everything a person in charge has to know about a case before they decide.
 *
 * @param kind {@code ORDER}, {@code INTERVIEW} or {@code ACCOUNTABILITY}
 */
record Dossier(
        String caseId,
        String kind,
        String kindLabel,
        @Nullable String number,
        @Nullable String title,
        String state,
        String stateLabel,
        List<Fact> facts,
        List<Term> deadlines,
        List<ProblemLine> problems,
        List<Step> timeline) {

    /** The parts of the case in words, by their ids. */
    Map<String, String> parts() {
        return problems.stream().collect(Collectors.toMap(ProblemLine::id, each -> "问题 " + each.seq()));
    }

    /** One line of the case's data sheet. */
    record Fact(String label, @Nullable String value) {}

    /** 期限: one deadline with the days that counted and those that did not. */
    record Term(
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
            @Nullable String explanation,
            List<LocalDate> counted,
            List<Skipped> skipped) {}

    /** A day that did not count, and why. */
    record Skipped(LocalDate date, String reason) {}

    /** 问题: one item of the rectification list. */
    record ProblemLine(
            int seq,
            String id,
            String description,
            @Nullable String requirement,
            String stateLabel,
            int round,
            @Nullable LocalDate due) {}

    /** One line of the trail. */
    record Step(OffsetDateTime at, String actor, String sentence) {}
}
