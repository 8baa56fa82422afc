package io.duban.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/** A body on its way: read to its end, or as far as size, time and place allow. */
final class BodyArrival {

    private final Request request;
    private final ArrivingBodies.Place place;
    private final Duration longest;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    BodyArrival(Request request, ArrivingBodies.Place place, Duration longest) {
        this.longest = longest;
        this.request = request;
        this.place = place;
    }

    /** Reads to the end; what stands in the way, if anything does. */
    @Nullable
    BodyRefusal complete(long largest) {
        long end = System.nanoTime() + longest.toNanos();
        Passing passing = new Passing();
        try {
            while (request.doRead(passing) >= 0) {
                ByteBuffer read = passing.getByteBuffer();
                if (body.size() + read.remaining() > largest) {
                    return BodyRefusal.SIZE;
                }
                if (!place.takes(body.size(), read.remaining())) {
                    return BodyRefusal.BUSY;
                }
                while (read.hasRemaining()) {
                    body.write(read.get());
                }
                if (System.nanoTime() > end) {
                    return BodyRefusal.LATE;
                }
            }
            return null;
        } catch (SocketTimeoutException silent) {
            return BodyRefusal.LATE;
        } catch (IOException broken) {
            return BodyRefusal.BROKEN;
        }
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    /** Holds what was read last. */
    static final class Passing implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            buffer = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // the connection brings its own buffers
        }
    }
}
