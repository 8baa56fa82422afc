package io.duban.lead;

import io.duban.engine.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many uploads are worked on at a time: they are held in memory, because a temporary file would be a copy outside the
 * vault. A place is taken by files that have arrived whole, from somebody whose log-in and token were asked before; who
 * sends no file waits for nobody's.
 */
@Component
@Order(UploadPlaces.AFTER_SECURITY)
class UploadPlaces extends OncePerRequestFilter {

    static final int AFTER_SECURITY = -90;

    private final Semaphore places;

    UploadPlaces(@Value("${duban.report.uploads-at-a-time:16}") int places) {
        this.places = new Semaphore(places);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UploadGate.isExpected(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hasFiles(request)) {
            chain.doFilter(request, response);
        } else if (!places.tryAcquire()) {
            UploadGate.refuse(request, response, UploadGate.BUSY, busy());
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        }
    }

    private static boolean hasFiles(HttpServletRequest request) throws IOException, ServletException {
        return request.getParts().stream().anyMatch(each -> each.getSubmittedFileName() != null && each.getSize() > 0);
    }

    private static Refusal busy() {
        return Refusal.conflict(
                "uploads-at-a-time",
                null,
                "正在上传的人较多，请按浏览器的“返回”，稍候再上传；没有保存任何内容。",
                "Many are uploading; try again in a moment.");
    }
}
