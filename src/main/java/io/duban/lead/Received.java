package io.duban.lead;

import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report on its way to becoming a row: all that is known of it outside the vault. */
record Received(
        LeadChannel channel,
        SourceLevel sourceLevel,
        LocalDate on,
        Optional<ProblemCategory> category,
        ReportText report,
        Optional<Unit> accused,
        Unit office,
        @Nullable String registeredBy) {

    Lead lead(Organisations organisations, String leadRef, @Nullable String number) {
        return new Lead(
                leadRef,
                number,
                channel,
                sourceLevel,
                report.identity().isPresent(),
                category.orElse(null),
                null,
                accused.map(Unit::code).orElse(null),
                accused.map(unit -> organisations.districtOf(unit.code()).code())
                        .orElse(null),
                office.code(),
                on,
                null,
                registeredBy,
                LeadState.RECEIVED,
                null,
                TriageResult.NONE,
                Handling.NONE,
                0);
    }

    @Override
    public String toString() {
        return "Received[" + channel + "]";
    }
}
