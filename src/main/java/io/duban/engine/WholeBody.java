package io.duban.engine;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request's body in whole before anybody is kept waiting by it: within a limit of size and time, and so many of
 * one source at a time. Whoever sends slowly waits alone; the places further in are for bodies that are here.
 */
final class WholeBody extends ValveBase {

    private static final Set<BodyRefusal> DRAINED = EnumSet.of(BodyRefusal.HEADER, BodyRefusal.SIZE);
    private static final long MOST_DRAINED = 30L << 20;
    private static final long LONGEST_DRAIN = 1_000_000_000L;
    private static final long BETWEEN_LOOKS = 10;

    private final BodyLimits limits;
    private final ArrivingBodies arriving;

    WholeBody(BodyLimits limits) {
        super(true);
        this.limits = limits;
        this.arriving = new ArrivingBodies(limits);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (headerBytes(request.getCoyoteRequest().getMimeHeaders())
                > limits.header().toBytes()) {
            refuse(request, response, BodyRefusal.HEADER);
        } else if (!hasBody(request) || response.isError()) {
            getNext().invoke(request, response);
        } else if (request.getContentLengthLong() > limits.largest(request.getContentType())) {
            refuse(request, response, BodyRefusal.SIZE);
        } else {
            read(request, response);
        }
    }

    private void read(Request request, Response response) throws IOException, ServletException {
        ArrivingBodies.Place place = arriving.place(request.getRemoteAddr());
        if (place == null) {
            refuse(request, response, BodyRefusal.BUSY);
            return;
        }
        BodyRefusal refusal;
        try (place) {
            if (request.getCoyoteRequest().hasExpectation()) {
                request.getCoyoteRequest().action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
                request.getCoyoteRequest().setExpectation(false);
            }
            BodyArrival arrival = new BodyArrival(request.getCoyoteRequest(), place, limits.complete());
            refusal = arrival.complete(limits.largest(request.getContentType()));
            if (refusal == null) {
                place.here();
                passOn(request, response, arrival.bytes());
                return;
            }
        }
        refuse(request, response, refusal);
    }

    /** Whoever reads the body from here on gets it from memory; the connection goes on with its own buffer. */
    private void passOn(Request request, Response response, byte[] body) throws IOException, ServletException {
        var inner = request.getCoyoteRequest();
        InputBuffer connection = inner.getInputBuffer();
        inner.setInputBuffer(new KeptBody(body));
        inner.setContentLength(body.length);
        try {
            getNext().invoke(request, response);
        } finally {
            inner.setInputBuffer(connection);
        }
    }

    /**
     * Answers at once. Who still sends would not see the answer, so what they send is read on for a moment, within the
     * places for bodies: who has none is left, and who sends slowly holds nobody up.
     */
    private void refuse(Request request, Response response, BodyRefusal refusal) throws IOException {
        response.setHeader("Connection", "close");
        refusal.write(request, response);
        response.finishResponse();
        var inner = request.getCoyoteRequest();
        if (hasBody(request) && DRAINED.contains(refusal) && !inner.hasExpectation()) {
            try (ArrivingBodies.Place place = arriving.place(request.getRemoteAddr())) {
                if (place != null) {
                    drain(inner);
                }
            }
        }
        inner.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static void drain(org.apache.coyote.Request inner) {
        long end = System.nanoTime() + LONGEST_DRAIN;
        BodyArrival.Passing passing = new BodyArrival.Passing();
        long drained = 0;
        try {
            while (drained < MOST_DRAINED && System.nanoTime() < end) {
                if (isSilent(inner)) {
                    Thread.sleep(BETWEEN_LOOKS);
                    continue;
                }
                int read = inner.doRead(passing);
                if (read < 0) {
                    return;
                }
                drained += read;
            }
        } catch (IOException gone) {
            // whoever sent it no longer listens
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nothing has come that could be read without waiting for it. */
    private static boolean isSilent(org.apache.coyote.Request inner) {
        inner.action(ActionCode.AVAILABLE, Boolean.TRUE);
        return inner.getAvailable() == 0;
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0
                || request.getCoyoteRequest().getMimeHeaders().getValue("transfer-encoding") != null;
    }

    private static long headerBytes(MimeHeaders headers) {
        long bytes = 0;
        for (int i = 0; i < headers.size(); i++) {
            bytes += length(headers.getName(i)) + length(headers.getValue(i)) + 4L;
        }
        return bytes;
    }

    private static int length(@Nullable MessageBytes text) {
        return text == null ? 0 : Math.max(0, text.getLength());
    }
}
