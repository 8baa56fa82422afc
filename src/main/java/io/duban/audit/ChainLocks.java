package io.duban.audit;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.springframework.dao.CannotAcquireLockException;

/**
 * Lets one transaction at a time append to a chain within this process. It is taken when everything else of the
 * transaction is written, always in the same order, and given back with the commit, so it can neither deadlock nor be
 * held for long.
 */
final class ChainLocks {

    private static final int STRIPES = 256;
    private static final long PATIENCE_SECONDS = 10;

    private final List<ReentrantLock> stripes =
            IntStream.range(0, STRIPES).mapToObj(each -> new ReentrantLock()).toList();

    /** Takes the locks of the chains; what is returned gives them back. */
    Runnable take(Collection<String> chains) {
        List<ReentrantLock> wanted = chains.stream()
                .map(chain -> Math.floorMod(chain.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .map(stripes::get)
                .toList();
        int taken = 0;
        try {
            while (taken < wanted.size() && wanted.get(taken).tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                taken++;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (taken < wanted.size()) {
            wanted.subList(0, taken).forEach(ReentrantLock::unlock);
            throw new CannotAcquireLockException("the trail of a case is being written to for too long");
        }
        return () -> wanted.forEach(ReentrantLock::unlock);
    }
}
