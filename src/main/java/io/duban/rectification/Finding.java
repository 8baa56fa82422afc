package io.duban.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the review of a report says of one problem.
 *
 * @param seq the problem's number in its order; 0 for one the investigation has found in addition
 * @param substantiated the verdict; null while nobody has given one
 * @param requirement what is demanded; needed when substantiated
 */
public record Finding(
        int seq,
        @Nullable Boolean substantiated,
        @Nullable ProblemCategory category,
        String description,
        @Nullable String requirement,
        @Nullable LocalDate due) {

    /** Whether it proved true. */
    public boolean isSubstantiated() {
        return Boolean.TRUE.equals(substantiated);
    }
}
