package io.duban.worklist;

import io.duban.engine.Refusal;
import io.duban.engine.Stage;
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

    CaseBooks(ObjectProvider<CaseBook> books) {
        this.books = books;
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

    Optional<Stage> stageOf(String caseId) {
        return book(caseId).flatMap(book -> book.stageOf(caseId));
    }

    private Optional<CaseBook> book(String caseId) {
        return books.orderedStream().filter(book -> book.knows(caseId)).findFirst();
    }
}
