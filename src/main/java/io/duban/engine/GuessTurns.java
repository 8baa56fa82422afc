package io.duban.engine;

import java.util.concurrent.Semaphore;

/**
 * Who may have a password compared at the same moment, so that guesses that come together do not pass the number that
 * locks by: a few at once while there is room for all of them to be wrong, one after the other from there on. Subjects
 * that share a turn only wait for each other.
 */
final class GuessTurns {

    private static final int STRIPES = 256;

    private final int most;
    private final int together;
    private final Semaphore[] turns = new Semaphore[STRIPES];

    /**
     * @param most wrong passwords that lock
     */
    GuessTurns(int most) {
        this.most = most;
        this.together = Math.max(1, most / 2);
        for (int i = 0; i < STRIPES; i++) {
            turns[i] = new Semaphore(together, true);
        }
    }

    /** Waits for a turn, beside others or alone. */
    Turn take(String subject, boolean alone) {
        Semaphore turn = turns[Math.floorMod(subject.hashCode(), STRIPES)];
        int share = alone ? together : 1;
        turn.acquireUninterruptibly(share);
        return () -> turn.release(share);
    }

    /**
     * Whether all who may be comparing now could be wrong without more than the number that locks having been compared.
     *
     * @param failures since the last lock, read after the turn was taken
     */
    boolean haveRoom(int failures) {
        return failures + together <= most;
    }

    /** Held while a password is compared and, if it is wrong, counted. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
