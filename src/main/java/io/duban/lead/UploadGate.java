package io.duban.lead;

import io.duban.engine.Problems;
import io.duban.engine.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets files in only where files are expected and only so large; {@link UploadPlaces} says how many at a time. */
@Component
@Order(UploadGate.BEFORE_SECURITY)
class UploadGate extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -110;
    static final String TOO_LARGE = "/report/too-large";
    static final String BUSY = "/report/busy";

    private static final Pattern EXPECTED =
            Pattern.compile("/report|/report/follow-up|/intake/register|/intake/import|/templates/[A-Z_]+/draft");
    private static final Pattern REPORTERS = Pattern.compile("/report|/report/follow-up");
    /** Files of cases have a gate of their own, in the room that keeps them. */
    private static final Pattern ELSEWHERE = Pattern.compile("(/api)?/cases/[^/]+/evidence");

    private static final String BASIS = "设计参数：上传大小";
    private static final long MEGABYTE = 1024L * 1024;

    private final long largest;

    UploadGate(@Value("${duban.report.upload-megabytes:26}") int megabytes) {
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
            refuse(request, response, TOO_LARGE, tooLarge());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether files may come here in a form. */
    static boolean isExpected(HttpServletRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                && EXPECTED.matcher(request.getServletPath()).matches();
    }

    /** Who reports comes to a page of the report desk; people at their desks are told what became of their file. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, String reportersPage, Refusal refusal)
            throws IOException {
        if (REPORTERS.matcher(request.getServletPath()).matches()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, reportersPage);
        } else {
            Problems.write(request, response, refusal);
        }
    }

    private Refusal tooLarge() {
        return Refusal.of(
                "file",
                "upload-size",
                BASIS,
                "一次上传合计不得超过 " + largest / MEGABYTE + " MB，请按浏览器的“返回”，压缩或分次后再上传；没有保存任何内容。",
                "One upload must not exceed " + largest / MEGABYTE + " MB; make it smaller. Nothing was kept.");
    }
}
