package io.duban.ledger;

import io.duban.calendar.DeadlineStatus;
import io.duban.ledger.LedgerEntry.Heading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * 台账的一行: where an order or a problem stands, folded from its entries.
 *
 * @param id the number of its first entry; lines are paged by month of issue and this
 * @param category empty for orders, which may name problems of several
 */
record LedgerLine(
        long id,
        String entryId,
        EntryKind kind,
        String orderId,
        int problemSeq,
        Heading heading,
        String provinceUnit,
        String category,
        Standing standing) {

    /** No term is running. */
    static final LocalDate NO_TERM = LocalDate.of(9999, 12, 31);

    /**
     * What changes.
     *
     * @param ownDue the last day of its own term, as long as that is open
     * @param due the day after which it is overdue: of an order the first of its own and of its problems'
     * @param late whether something about it was done too late
     * @param relapsed whether it came back after sign-off (反弹)
     */
    record Standing(
            String state,
            Phase phase,
            LocalDate ownDue,
            LocalDate due,
            boolean late,
            boolean relapsed,
            int round,
            Instant changedAt) {

        Standing in(String next, Phase nextPhase, Instant at) {
            return new Standing(next, nextPhase, ownDue, due, late, relapsed, round, at);
        }

        Standing due(LocalDate day, boolean tooLate, boolean cameBack) {
            return new Standing(state, phase, ownDue, day, tooLate, cameBack, round, changedAt);
        }

        Standing after(LedgerEntry entry) {
            LocalDate told = entry.due();
            if (entry.term() == null || told == null) {
                return new Standing(
                        entry.state() == null ? state : entry.state(),
                        phase,
                        ownDue,
                        due,
                        late,
                        entry.relapsed() == null ? relapsed : entry.relapsed(),
                        entry.round() == null ? round : entry.round(),
                        entry.at());
            }
            boolean open = DeadlineStatus.OPEN.name().equals(entry.termStatus());
            boolean tooLate = DeadlineStatus.OVERDUE_MET.name().equals(entry.termStatus());
            return new Standing(state, phase, open ? told : NO_TERM, due, late || tooLate, relapsed, round, entry.at());
        }
    }

    LedgerLine with(Standing next) {
        return new LedgerLine(id, entryId, kind, orderId, problemSeq, heading, provinceUnit, category, next);
    }

    YearMonth month() {
        return YearMonth.from(heading.issuedOn());
    }
}
