package io.duban.worklist;

import io.duban.engine.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one capability tells the worklist about its cases; one bean for each kind of case. */
interface CaseBook {

    boolean knows(String caseId);

    /** The line in the list for one task; {@code subjectId} is the part of the case it is about. */
    Card card(String caseId, @Nullable String subjectId, String taskKey);

    Dossier dossier(String caseId);

    /** Where the case stands now, for the person who came too late; nothing for a case that is not this book's. */
    Optional<Stage> stageOf(String caseId);

    /** The dossier for opening outside of a task; empty if it is no case of this book or the person may not know of it. */
    default Optional<Dossier> readable(String caseId) {
        return Optional.empty();
    }

    /**
     * Whether the person reads everything of the case, what its issuer or receiver considers included; nothing of what
     * lies before the case was handed down is told to others.
     */
    default boolean isWhole(String caseId) {
        return false;
    }

    /** Whether the person, in whose jurisdiction a task of the case was, may learn how far it has come. */
    default boolean mayKnow(String caseId) {
        return knows(caseId);
    }

    /** What belongs to the case beside its dossier, for somebody who may open it. */
    default CaseExtras extras(String caseId) {
        return CaseExtras.NONE;
    }

    /** How the person stands to the case, for what was typed in it; nobody's side unless the book says so. */
    default EntryStanding standing(String caseId) {
        return EntryStanding.NONE;
    }

    /** By task id the cards of those whose case is this book's; override with one query for each table. */
    default Map<String, Card> cards(Collection<CaseTask> tasks) {
        Map<String, Card> cards = new HashMap<>();
        tasks.stream()
                .filter(task -> knows(task.caseId()))
                .forEach(task -> cards.put(task.taskId(), card(task.caseId(), task.subjectId(), task.key())));
        return cards;
    }
}
