package io.duban.engine;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the register of deadlines says of a date that a running case carries (期限以登记为准); the calendar answers. */
@FunctionalInterface
public interface TermRegister {

    /** An engine without a calendar goes by the variables of its cases. */
    TermRegister NONE = (caseId, subjectId, variable) -> Optional.empty();

    /**
     * When the open term comes, or its reminder, that this variable of the models stands for; empty for a date that is no
     * term, and where the term is met or cancelled.
     *
     * @param subjectId the part of the case, e.g. one problem
     */
    Optional<Instant> at(String caseId, @Nullable String subjectId, String variable);
}
