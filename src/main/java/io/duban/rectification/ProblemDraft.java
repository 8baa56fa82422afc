package io.duban.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A problem as it is written down before it has been proved: category, words, and what is demanded if known. */
public record ProblemDraft(
        ProblemCategory category,
        String description,
        @Nullable String requirement,
        @Nullable LocalDate due) {}
