package io.duban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded arrangement does to the open deadlines (载入影响): shown before an administrator confirms, and again
 * when it is done.
 *
 * @param digest SHA-256 of the file, with which the very same file is confirmed
 * @param stored false for a preview
 * @param moved how many due dates change
 * @param becomeOverdue how many of them are over on the day of the upload, and were not before
 * @param becomeFirm how many are no longer provisional, moved or not
 * @param moves the first 500 of the changed due dates
 */
record CalendarChange(
        int year,
        String notice,
        String digest,
        boolean stored,
        int moved,
        int becomeOverdue,
        int becomeFirm,
        List<Move> moves) {

    /** One due date that changes. */
    record Move(
            String deadlineId,
            String caseId,
            @Nullable String subjectId,
            DeadlineKind kind,
            String kindName,
            LocalDate from,
            LocalDate to,
            boolean becomesOverdue) {}

    /** Counts changes as they pass, so that a hundred thousand of them need not be held. */
    static final class Tally {

        private static final int MOST_SHOWN = 500;

        private final LocalDate today;
        private final List<Move> moves = new ArrayList<>();
        private int moved;
        private int becomeOverdue;
        private int becomeFirm;

        Tally(LocalDate today) {
            this.today = today;
        }

        void add(Deadline before, Deadline after) {
            if (before.provisional() && !after.provisional()) {
                becomeFirm++;
            }
            if (before.due().equals(after.due())) {
                return;
            }
            moved++;
            boolean becomesOverdue = !before.isOverdue(today) && after.isOverdue(today);
            if (becomesOverdue) {
                becomeOverdue++;
            }
            if (moves.size() < MOST_SHOWN) {
                moves.add(move(before, after, becomesOverdue));
            }
        }

        int moved() {
            return moved;
        }

        CalendarChange change(YearArrangement year, String digest, boolean stored) {
            return new CalendarChange(
                    year.year(), year.notice(), digest, stored, moved, becomeOverdue, becomeFirm, List.copyOf(moves));
        }

        private static Move move(Deadline before, Deadline after, boolean becomesOverdue) {
            return new Move(
                    before.id(),
                    before.caseId(),
                    before.subjectId(),
                    before.kind(),
                    before.kind().chinese(),
                    before.due(),
                    after.due(),
                    becomesOverdue);
        }
    }
}
