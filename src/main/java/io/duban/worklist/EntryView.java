package io.duban.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.form.TypedLine;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 办理记录: what was typed at one step, as it is read.
 *
 * @param part the part of the case it is about, where it is about one
 * @param about the same in words, where there are any
 * @param round how many times the step had been typed by then
 * @param latestRound how many times it has been typed by now; above {@code round}, a newer version took its place
 * @param content the fields by the keys of the form
 * @param lines the same in words
 */
record EntryView(
        String caseId,
        String step,
        String stepLabel,
        @Nullable String part,
        @Nullable String about,
        int round,
        int latestRound,
        String person,
        String unit,
        OffsetDateTime at,
        String form,
        String formVersion,
        JsonNode content,
        List<TypedLine> lines) {

    public boolean isReplaced() {
        return round < latestRound;
    }
}
