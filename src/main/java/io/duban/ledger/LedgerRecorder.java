package io.duban.ledger;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineClosed;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.calendar.DeadlineOpened;
import io.duban.order.OrderMoved;
import io.duban.order.OrderState;
import io.duban.rectification.ProblemMoved;
import io.duban.rectification.ProblemState;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 记账: listens to what the rooms below tell and writes it down with their own commit. An order enters the ledger when it
 * is issued (T2); a draft is nobody else's business, however it ends.
 */
@Component
class LedgerRecorder {

    private final LedgerEntries entries;
    private final Problems problems;
    private final Clock clock;

    LedgerRecorder(LedgerEntries entries, Problems problems, Clock clock) {
        this.entries = entries;
        this.problems = problems;
        this.clock = clock;
    }

    @EventListener
    void orderMoved(OrderMoved moved) {
        boolean issuedNow = moved.state() == OrderState.ISSUED;
        if (!issuedNow && !moved.before().isOut()) {
            return;
        }
        Instant issued = issuedNow ? clock.instant() : moved.before().issuedAt();
        add(LedgerEntry.of(moved, LocalDate.ofInstant(issued, clock.getZone()), clock.instant()));
        if (issuedNow) {
            problems.of(moved.before().id()).forEach(each -> add(LedgerEntry.of(each, null, clock.instant())));
        }
    }

    /** Alleged problems are those of a draft, or wait for the report: the ledger has them from the issue on. */
    @EventListener
    void problemMoved(ProblemMoved moved) {
        if (moved.problem().state() != ProblemState.ALLEGED) {
            add(LedgerEntry.of(moved.problem(), moved.before(), clock.instant()));
        }
    }

    @EventListener
    void deadlineOpened(DeadlineOpened opened) {
        note(opened.deadline());
    }

    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        if (moved.dueMoved()) {
            note(moved.after());
        }
    }

    @EventListener
    void deadlineClosed(DeadlineClosed closed) {
        note(closed.deadline());
    }

    private void note(Deadline deadline) {
        boolean ofOrder = deadline.kind() == DeadlineKind.INVESTIGATION || deadline.kind() == DeadlineKind.SUPPLEMENT;
        boolean ofProblem = deadline.kind() == DeadlineKind.RECTIFICATION && deadline.subjectId() != null;
        if (ofOrder && deadline.subjectId() == null || ofProblem) {
            add(LedgerEntry.of(deadline, clock.instant()));
        }
    }

    private void add(LedgerEntry entry) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            EntriesToCome.of(entries).add(entry);
        } else {
            entries.add(List.of(entry));
        }
    }
}
