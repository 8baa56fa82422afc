package io.duban.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One evidence group of one problem (举证) with what was stated in it, if anything was.
 *
 * @param group the code under which files are kept
 */
public record OrderProof(
        String group,
        String label,
        @Nullable String text,
        @Nullable LocalDate doneOn,
        @Nullable String person) {}
