package io.duban.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Scripts, styles, pictures and texts of the pages and web apps, the same for everybody until the next version: kept in
 * memory once they were asked for, compressed, and told apart by a hash of what they hold. Data and pages never come this
 * way: they are neither kept by a browser nor compressed, since their length would tell what is secret in them.
 */
@Component
@Order(15)
final class StaticFiles extends OncePerRequestFilter {

    private static final Pattern FILES =
            Pattern.compile("/(?:site|camunda/(?:lib|assets|app|api/\\w+/plugin/\\w+/static))/.*"
                    + "\\.(?:js|css|json|svg|png|ico|gif|woff2?|ttf|otf|eot)|/camunda/favicon\\.ico");

    /** Of the engine's web apps themselves; what replaces one of their files has the same address with another content. */
    private static final Pattern VERSIONED =
            Pattern.compile("/camunda/(?:lib/[\\w-]+\\.js|app/\\w+/camunda-\\w+-bootstrap\\.(?:js|css)|assets/.*)");

    private static final Pattern VERSION = Pattern.compile("bust=[0-9.]+");
    private static final Pattern PACKED = Pattern.compile(".*\\.(?:png|gif|ico|woff2?)");
    private static final String UNTIL_ASKED = "no-cache";
    private static final String FOR_A_YEAR = "max-age=31536000, immutable";

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /**
     * A file as it is sent.
     *
     * @param compressed nothing if it would not become smaller
     */
    private record Kept(@Nullable String type, String tag, byte[] whole, byte @Nullable [] compressed) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod())
                || request.getHeader(HttpHeaders.RANGE) != null
                || !FILES.matcher(path(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kept file = kept.get(path(request));
        if (file != null) {
            send(file, request, response);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Unconditional(request), answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK) {
            byte[] whole = answer.getContentAsByteArray();
            Kept read = new Kept(answer.getContentType(), tag(whole), whole, compressed(path(request), whole));
            kept.put(path(request), read);
            send(read, request, response);
        } else {
            answer.copyBodyToResponse();
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static void send(Kept file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        boolean versioned = query != null
                && VERSION.matcher(query).matches()
                && VERSIONED.matcher(path(request)).matches();
        response.setHeader(HttpHeaders.CACHE_CONTROL, versioned ? FOR_A_YEAR : UNTIL_ASKED);
        response.setHeader(HttpHeaders.ETAG, file.tag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(file.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        byte[] body = file.whole();
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (file.compressed() != null && accepted != null && accepted.contains("gzip")) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = file.compressed();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String tag(byte[] whole) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte @Nullable [] compressed(String path, byte[] whole) throws IOException {
        if (PACKED.matcher(path).matches()) {
            return null;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new BestGzip(packed)) {
            zip.write(whole);
        }
        return packed.size() < whole.length ? packed.toByteArray() : null;
    }

    /** Asks for the whole file, whatever the browser has of it. */
    private static final class Unconditional extends HttpServletRequestWrapper {

        private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since");

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isCondition(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return isCondition(name) ? -1 : super.getDateHeader(name);
        }

        private static boolean isCondition(String name) {
            return CONDITIONS.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    /** It is done once for each file, so it may take its time. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream target) throws IOException {
            super(target);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
