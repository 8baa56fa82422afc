package io.duban.worklist;

import io.duban.engine.Refusal;
import io.duban.engine.Stage;
import io.duban.engine.StandingAside;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All case books as one: asks the book that knows the case. */
@Component
class CaseBooks {

    private final ObjectProvider<CaseBook> books;
    private final StandingAside aside;

    CaseBooks(ObjectProvider<CaseBook> books, StandingAside aside) {
        this.books = books;
        this.aside = aside;
    }

    /** One card for each task, an empty one where nobody knows the case. */
    Map<String, Card> cards(Collection<CaseTask> tasks) {
        Map<String, Card> cards = new HashMap<>();
        books.orderedStream()
                .forEach(book -> cards.putAll(book.cards(tasks.stream()
                        .filter(task -> !cards.containsKey(task.taskId()))
                        .toList())));
        return tasks.stream()
                .collect(Collectors.toMap(
                        CaseTask::taskId, task -> cards.getOrDefault(task.taskId(), Card.EMPTY), (a, b) -> a));
    }

    Dossier dossier(String caseId) {
        return book(caseId)
                .orElseThrow(() -> Refusal.notFound("该待办没有案情。", "There is no dossier behind this task."))
                .dossier(caseId);
    }

    /** The dossier outside of a task; as if there were none for whoever may not know of the case, whose try is noted. */
    Dossier readable(String caseId) {
        return book(caseId).flatMap(book -> book.readable(caseId)).orElseThrow(() -> {
            aside.attempted(caseId);
            return Refusal.notFound("没有这个案件，或您无权查看。", "There is no such case that you may see.");
        });
    }

    CaseExtras extras(String caseId) {
        return book(caseId).map(book -> book.extras(caseId)).orElse(CaseExtras.NONE);
    }

    EntryStanding standing(String caseId) {
        return book(caseId).map(book -> book.standing(caseId)).orElse(EntryStanding.NONE);
    }

    /** Whether the person may open the case outside of a task; asking is no attempt to read it. */
    boolean isReadable(String caseId) {
        return book(caseId).flatMap(book -> book.readable(caseId)).isPresent();
    }

    Optional<Stage> stageOf(String caseId) {
        return book(caseId).flatMap(book -> book.stageOf(caseId));
    }

    private Optional<CaseBook> book(String caseId) {
        return books.orderedStream().filter(book -> book.knows(caseId)).findFirst();
    }
}
