package io.duban.evidence;

import io.duban.engine.Problems;
import io.duban.engine.Refusal;
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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets files to a case in only so large and only so many at a time: those that have arrived whole, from somebody who is
 * signed in.
 */
@Component
@Order(EvidenceGate.AFTER_SECURITY)
class EvidenceGate extends OncePerRequestFilter {

    static final int AFTER_SECURITY = -89;

    private static final Pattern CASES = Pattern.compile("(/api)?/cases/[^/]+/evidence");
    private static final int MEGABYTE = 1024 * 1024;

    private final Semaphore places;
    private final int megabytes;

    EvidenceGate(
            @Value("${duban.evidence.uploads-at-a-time:8}") int places,
            @Value("${duban.evidence.upload-megabytes:26}") int megabytes) {
        this.places = new Semaphore(places);
        this.megabytes = megabytes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                || !CASES.matcher(request.getServletPath()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length < 0 || length > (long) megabytes * MEGABYTE) {
            Problems.write(request, response, tooLarge());
        } else if (!places.tryAcquire()) {
            Problems.write(request, response, busy());
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        }
    }

    private Refusal tooLarge() {
        return Refusal.of(
                "file",
                "upload-size",
                EvidenceChecks.BASIS,
                "一次提交合计不得超过 " + megabytes + " MB，请分次提交或压缩后再提交；没有保存任何文件。",
                "One upload must not exceed " + megabytes + " MB; hand the files in one by one. Nothing was kept.");
    }

    private static Refusal busy() {
        return Refusal.conflict(
                "uploads-at-a-time", null, "正在上传的人较多，请稍候再提交；没有保存任何文件。", "Many are uploading; try again in a moment.");
    }
}
