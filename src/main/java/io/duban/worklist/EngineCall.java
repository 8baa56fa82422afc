package io.duban.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * One request to the engine's REST interface, wherever it is mounted: method and path below the engine's own root.
 *
 * @param encoded whether the path was written with percent signs, which no client of ours does when it changes things
 */
record EngineCall(String method, List<String> path, boolean encoded) {

    private static final Pattern MOUNT =
            Pattern.compile("^(?:/camunda/api/engine|/engine-rest)(?:/engine/[^/]+)?(?:/|$)");

    static EngineCall of(HttpServletRequest request) {
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        String below = MOUNT.matcher(raw).replaceFirst("");
        List<String> path = Arrays.stream(below.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> UriUtils.decode(part, StandardCharsets.UTF_8))
                .toList();
        return new EngineCall(request.getMethod(), path, raw.indexOf('%') >= 0);
    }

    private boolean isMethod(String wanted) {
        return method.equals(wanted) || ("HEAD".equals(method) && "GET".equals(wanted));
    }

    /** The parts that stand where the pattern has a {@code *}, or nothing if method or path differ. */
    Optional<List<String>> matches(String wanted, String pattern) {
        boolean open = pattern.endsWith("/**");
        String[] parts = pattern.replaceAll("^/|/\\*\\*$", "").split("/");
        boolean fits = open ? parts.length < path.size() : parts.length == path.size();
        if (!isMethod(wanted) || !fits) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.length; i++) {
            if (!"*".equals(parts[i]) && !parts[i].equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(java.util.stream.IntStream.range(0, parts.length)
                .filter(i -> "*".equals(parts[i]))
                .mapToObj(path::get)
                .toList());
    }
}
