package io.duban.worklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one capability tells the worklist about its cases; one bean for each kind of case. */
interface CaseBook {

    boolean knows(String caseId);

    /** The line in the list for one task; {@code subjectId} is the part of the case it is about. */
    Card card(String caseId, @Nullable String subjectId, String taskKey);

    Dossier dossier(String caseId);

    /** Where the case stands now, in Chinese, for the person who came too late. */
    String stateOf(String caseId);

    /** Those of many cases that are this book's own; override with one query. */
    default Set<String> known(Collection<String> caseIds) {
        return caseIds.stream().filter(this::knows).collect(Collectors.toSet());
    }

    /** The cards of a page by task id; override with one query for all. */
    default Map<String, Card> cards(Collection<CaseTask> tasks) {
        Map<String, Card> cards = new HashMap<>();
        tasks.forEach(task -> cards.put(task.taskId(), card(task.caseId(), task.subjectId(), task.key())));
        return cards;
    }
}
