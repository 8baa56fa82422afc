package io.duban.lead;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets files in only where files are expected, only so large and only so many at a time, before anybody has read a byte:
 * they are held in memory, because a temporary file would be a copy outside the vault.
 */
@Component
@Order(UploadGate.BEFORE_SECURITY)
class UploadGate extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -110;
    static final String TOO_LARGE = "/report/too-large";
    static final String BUSY = "/report/busy";

    private static final Pattern EXPECTED =
            Pattern.compile("/report|/report/follow-up|/intake/register|/intake/import|/templates/[A-Z_]+/draft");
    /** Files of cases have a gate of their own, in the room that keeps them. */
    private static final Pattern ELSEWHERE = Pattern.compile("(/api)?/cases/[^/]+/evidence");

    private static final long MEGABYTE = 1024L * 1024;

    private final Semaphore places;
    private final long largest;

    UploadGate(
            @Value("${duban.report.uploads-at-a-time:16}") int places,
            @Value("${duban.report.upload-megabytes:26}") int megabytes) {
        this.places = new Semaphore(places);
        this.largest = megabytes * MEGABYTE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String path = request.getServletPath();
        return type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                || ELSEWHERE.matcher(path).matches()
                || path.startsWith("/engine-rest/")
                || path.startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!EXPECTED.matcher(request.getServletPath()).matches()) {
            response.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        } else if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > largest) {
            send(response, TOO_LARGE);
        } else if (!places.tryAcquire()) {
            send(response, BUSY);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        }
    }

    private static void send(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
