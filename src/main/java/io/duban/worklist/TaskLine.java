package io.duban.worklist;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One task in the list, with the card of its case. */
record TaskLine(
        String id,
        String key,
        String name,
        String caseId,
        @Nullable String subjectId,
        @Nullable String assignee,
        List<String> groups,
        OffsetDateTime created,
        @Nullable OffsetDateTime due,
        Card card) {

    /** One page of the list; whether there is more is known, how much is not asked. */
    record Page(List<TaskLine> items, int page, int size, boolean hasMore) {}
}
