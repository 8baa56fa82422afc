package io.duban.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the review of a report says of one problem.
 *
 * @param seq the problem's number in its order; 0 for one the investigation has found in addition
 * @param requirement what is demanded; needed when substantiated
 */
public record Finding(
        int seq,
        boolean substantiated,
        @Nullable ProblemCategory category,
        String description,
        @Nullable String requirement,
        @Nullable LocalDate due) {}
