package io.duban.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.form.TypedLine;
import java.time.Instant;
import java.util.List;

/**
 * 办理记录: what one person typed at one step of a case.
 *
 * @param step the user task's id in the model, the process id for a start form, or a {@link DirectStep}
 * @param round how many times this step has been typed by now for this part of the case, from 1
 * @param formVersion which state of the form it was typed into
 * @param content the fields by their keys
 * @param lines the same in words
 * @param unit the unit in whose name the person acted
 */
public record CaseEntry(
        long id,
        Place place,
        String step,
        int round,
        String form,
        String formVersion,
        JsonNode content,
        List<TypedLine> lines,
        String person,
        String unit,
        Instant at) {

    public CaseEntry {
        lines = List.copyOf(lines);
    }

    /** Whether the other is another version of the same step about the same part of the case. */
    public boolean isOfSameStep(CaseEntry other) {
        return step.equals(other.step) && place.equals(other.place);
    }
}
