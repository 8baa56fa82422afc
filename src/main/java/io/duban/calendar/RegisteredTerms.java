package io.duban.calendar;

import io.duban.engine.TermRegister;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open terms of running cases under the names of the variables in which the models carry them. */
@Component
class RegisteredTerms implements TermRegister {

    private final Deadlines deadlines;

    RegisteredTerms(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Optional<Instant> at(String caseId, @Nullable String subjectId, String variable) {
        return Stream.of(DeadlineKind.values())
                .flatMap(kind -> at(caseId, subjectId, kind, variable).stream())
                .findFirst();
    }

    private Optional<Instant> at(String caseId, @Nullable String subjectId, DeadlineKind kind, String variable) {
        if (variable.equals(kind.dueVariable())) {
            return deadlines.find(caseId, subjectId, kind).map(Deadline::dueAt);
        }
        return variable.equals(kind.reminderVariable())
                ? deadlines.find(caseId, subjectId, kind).map(Deadline::remindAt)
                : Optional.empty();
    }
}
