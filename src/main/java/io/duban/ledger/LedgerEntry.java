package io.duban.ledger;

import io.duban.calendar.Deadline;
import io.duban.order.OrderMoved;
import io.duban.order.SupervisionOrder;
import io.duban.rectification.Problem;
import io.duban.rectification.ProblemState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 台账记录: one change, as it was told when it happened; what is null the change did not touch.
 *
 * @param seq 0 until it is written
 * @param term the kind of the deadline that was opened, moved or closed, if that is what happened
 * @param termStatus where that deadline stands since
 */
record LedgerEntry(
        long seq,
        EntryKind kind,
        String orderId,
        @Nullable String problemId,
        @Nullable Integer problemSeq,
        Instant at,
        @Nullable String stateBefore,
        @Nullable String state,
        @Nullable Heading heading,
        @Nullable String category,
        @Nullable Integer round,
        @Nullable Boolean relapsed,
        @Nullable String term,
        @Nullable String termStatus,
        @Nullable LocalDate due) {

    /** What the paper says and does not change once it is out. */
    record Heading(
            String number,
            String title,
            String issuerUnit,
            String addresseeUnit,
            String accusedUnit,
            String districtUnit,
            String instrument,
            LocalDate issuedOn) {}

    /** @param issuedOn the day of issue; of an order that goes out just now, today */
    static LedgerEntry of(OrderMoved moved, LocalDate issuedOn, Instant at) {
        SupervisionOrder order = moved.before();
        Heading heading = new Heading(
                moved.number() == null ? "" : moved.number(),
                order.title(),
                order.issuerUnit(),
                order.addresseeUnit(),
                order.accusedUnit(),
                order.districtUnit(),
                order.instrument().name(),
                issuedOn);
        return new LedgerEntry(
                0,
                EntryKind.ORDER,
                order.id(),
                null,
                null,
                at,
                order.state().name(),
                moved.state().name(),
                heading,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static LedgerEntry of(Problem problem, @Nullable ProblemState before, Instant at) {
        return new LedgerEntry(
                0,
                EntryKind.PROBLEM,
                problem.orderId(),
                problem.id(),
                problem.seq(),
                at,
                before == null ? null : before.name(),
                problem.state().name(),
                null,
                problem.category().name(),
                problem.round(),
                problem.reopened(),
                null,
                null,
                null);
    }

    static LedgerEntry of(Deadline deadline, Instant at) {
        return new LedgerEntry(
                0,
                deadline.subjectId() == null ? EntryKind.ORDER : EntryKind.PROBLEM,
                deadline.caseId(),
                deadline.subjectId(),
                null,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                deadline.kind().name(),
                deadline.status().name(),
                deadline.due());
    }

    /** The id of the line it belongs to. */
    String entryId() {
        return problemId == null ? orderId : problemId;
    }
}
