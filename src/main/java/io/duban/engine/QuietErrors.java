package io.duban.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands around the engine's own web interfaces, whose errors tell what the engine or the database said. The caller gets
 * our refusal if there was one, else the status, a sentence and a number to give to the administrator.
 */
final class QuietErrors extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(QuietErrors.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ONE = Pattern.compile(
            "^(GET|HEAD|OPTIONS)/.*/(process-instance|execution|variable-instance|task|job|incident)/(?!count|statistics|report)[^/]+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Silenced silenced = new Silenced(response);
        int status;
        try {
            chain.doFilter(request, silenced);
            status = silenced.getStatus();
        } catch (ServletException | RuntimeException failure) {
            RequestThread.failed(failure);
            status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        if (status >= 400 && !response.isCommitted()) {
            answer(request, response, status);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        response.resetBuffer();
        response.setContentLengthLong(-1);
        Throwable failure = RequestThread.failure().orElse(null);
        var refusal = failure == null ? Optional.<Refusal>empty() : Causes.refusalIn(failure);
        if (refusal.isPresent()) {
            Problems.write(request, response, refusal.get());
            return;
        }
        HttpStatus honest = honest(request, status, failure);
        String reference = UUID.randomUUID().toString();
        if (honest.is5xxServerError()) {
            broken(request, response, reference, failure);
            return;
        }
        if (honest == HttpStatus.BAD_REQUEST && failure != null) {
            LOG.info("reference {}: {}", reference, place(failure));
        } else {
            LOG.info(
                    "reference {}: {}",
                    reference,
                    failure == null ? honest : failure.getClass().getName());
        }
        Map<String, Object> problem = Problems.body(
                honest,
                sentence(honest) + "编号 " + reference + "。",
                "The process engine has refused this (" + honest.getReasonPhrase() + "); nothing was changed.");
        problem.put("reference", reference);
        Problems.write(request, response, honest, problem);
    }

    private static void broken(
            HttpServletRequest request, HttpServletResponse response, String reference, @Nullable Throwable failure)
            throws IOException {
        if (failure == null) {
            LOG.error("reference {}", reference);
        } else {
            LOG.error("reference {}: {}", reference, Quieted.summary(failure), Quieted.of(failure));
        }
        Aftermath aftermath = Aftermath.of(request, failure);
        Problems.write(request, response, aftermath.status(), aftermath.problem(reference));
    }

    /** Who reads one thing by its id against the rule is answered as if there were none; the engine says that there is. */
    private static HttpStatus honest(HttpServletRequest request, int status, @Nullable Throwable failure) {
        HttpStatus honest = caused(request, status, failure);
        boolean one = ONE.matcher(request.getMethod() + request.getRequestURI()).find();
        boolean telling = honest == HttpStatus.FORBIDDEN || honest == HttpStatus.BAD_REQUEST;
        return one && telling ? HttpStatus.NOT_FOUND : honest;
    }

    private static HttpStatus caused(HttpServletRequest request, int status, @Nullable Throwable failure) {
        HttpStatus engines = Optional.ofNullable(HttpStatus.resolve(status)).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        boolean renamed = failure instanceof AuthorizationException || failure instanceof OptimisticLockingException;
        if (engines.is4xxClientError() && !renamed) {
            return engines;
        }
        boolean reading = READING.contains(request.getMethod()) || !RequestThread.hasActed();
        return CallersFault.in(failure, reading).orElse(engines);
    }

    /** Class and place, should the engine be at fault after all; its words may repeat what was typed. */
    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "请先登录。";
            case FORBIDDEN -> "无权办理该事项。";
            case NOT_FOUND -> "没有该事项，或您无权查看。";
            case CONFLICT -> "他人刚刚办理了同一事项，请刷新后重试。";
            default -> "请求无法处理，请检查后重试。";
        };
    }

    /** A response that swallows the body of an error. */
    private static final class Silenced extends HttpServletResponseWrapper {

        private int status = HttpServletResponse.SC_OK;

        Silenced(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int code) {
            status = code;
            if (code < 400) {
                super.setStatus(code);
            }
        }

        @Override
        public void sendError(int code) {
            status = code;
        }

        @Override
        public void sendError(int code, String words) {
            status = code;
        }

        @Override
        public int getStatus() {
            return status >= 400 ? status : super.getStatus();
        }

        @Override
        public void flushBuffer() throws IOException {
            if (status < 400) {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return status < 400 ? super.getOutputStream() : new Nowhere();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return status < 400 ? super.getWriter() : new PrintWriter(Writer.nullWriter());
        }
    }

    /** Takes what an error would have said. */
    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int octet) {
            // not said
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("errors are answered at once");
        }
    }
}
