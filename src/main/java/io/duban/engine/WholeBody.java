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
    private static final long LONGEST_DRAIN = 10_000_000_000L;

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
        ArrivingBodies.Place place = arriving.place(String.valueOf(request.getRemoteAddr()));
        if (place == null) {
            refuse(request, response, BodyRefusal.BUSY);
            return;
        }
        try (place) {
            if (request.getCoyoteRequest().hasExpectation()) {
                request.getCoyoteRequest().action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
                request.getCoyoteRequest().setExpectation(false);
            }
            BodyArrival arrival = new BodyArrival(request.getCoyoteRequest(), place, limits.complete());
            BodyRefusal refusal = arrival.complete(limits.largest(request.getContentType()));
            if (refusal != null) {
                refuse(request, response, refusal);
                return;
            }
            place.here();
            passOn(request, response, arrival.bytes());
        }
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

    /** Answers at once, then reads on for a while: who still sends would otherwise not see the answer. */
    private void refuse(Request request, Response response, BodyRefusal refusal) throws IOException {
        response.setHeader("Connection", "close");
        refusal.write(request, response);
        response.finishResponse();
        var inner = request.getCoyoteRequest();
        if (hasBody(request) && DRAINED.contains(refusal)) {
            drain(inner);
        }
        inner.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static void drain(org.apache.coyote.Request inner) {
        long end = System.nanoTime() + LONGEST_DRAIN;
        BodyArrival.Passing passing = new BodyArrival.Passing();
        long drained = 0;
        try {
            for (int read = 0; read >= 0 && drained < MOST_DRAINED && System.nanoTime() < end; drained += read) {
                read = inner.doRead(passing);
            }
        } catch (IOException gone) {
            // whoever sent it no longer listens
        }
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
