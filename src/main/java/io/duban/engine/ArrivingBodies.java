package io.duban.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies on their way, so that no source takes the places or the memory of the others. Nothing is kept of a source
 * that sends nothing.
 */
public final class ArrivingBodies {

    /** What is not counted as large: a report without files. */
    private static final int SMALL = 64 * 1024;

    private static final int SHARES = 4;

    private final BodyLimits limits;
    private final Map<String, Share> sources = new HashMap<>();
    private int all;
    private long held;

    ArrivingBodies(BodyLimits limits) {
        this.limits = limits;
    }

    /** A place for one more body of this source; nothing if it, or everybody together, has too many on their way. */
    synchronized @Nullable Place place(@Nullable String address) {
        String source = network(String.valueOf(address));
        Share share = sources.computeIfAbsent(source, each -> new Share());
        if (share.arriving >= limits.perSource() || all >= limits.atATime()) {
            forget(source, share);
            return null;
        }
        share.arriving++;
        all++;
        return new Place(source, share);
    }

    private synchronized boolean hold(Share share, int bytes) {
        if (held + bytes > limits.held().toBytes()
                || share.held + bytes > limits.held().toBytes() / SHARES) {
            return false;
        }
        held += bytes;
        share.held += bytes;
        return true;
    }

    private synchronized void arrived(Place place) {
        place.share.arriving--;
        all--;
        forget(place.source, place.share);
    }

    private synchronized void release(Place place, long bytes) {
        place.share.held -= bytes;
        held -= bytes;
        forget(place.source, place.share);
    }

    private void forget(String source, Share share) {
        if (share.arriving == 0 && share.held == 0) {
            sources.remove(source);
        }
    }

    /** Of an IPv6 address the part a household shares, because it may change the rest at will. */
    public static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 4 ? address : String.join(":", Arrays.copyOf(groups, 4));
    }

    private static final class Share {
        private int arriving;
        private long held;
    }

    /** One body: a place until it is here, its bytes until it is dealt with. */
    final class Place implements AutoCloseable {

        private final String source;
        private final Share share;
        private long bytes;
        private boolean here;

        private Place(String source, Share share) {
            this.source = source;
            this.share = share;
        }

        /** Whether these bytes may be kept too. */
        boolean takes(long already, int more) {
            if (already + more <= SMALL) {
                return true;
            }
            if (!hold(share, more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        void here() {
            if (!here) {
                here = true;
                arrived(this);
            }
        }

        @Override
        public void close() {
            here();
            release(this, bytes);
            bytes = 0;
        }
    }
}
