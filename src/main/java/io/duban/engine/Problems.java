package io.duban.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Problem details (RFC 9457) in Chinese and English: the field, the rule, its basis and the way out. */
public final class Problems {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    /** The problem detail of a refusal, as a map in the order people read it. */
    public static Map<String, Object> of(Refusal refusal) {
        Map<String, Object> problem = body(refusal.status(), String.valueOf(refusal.getMessage()), refusal.english());
        if (refusal.field() != null) {
            problem.put("field", refusal.field());
        }
        problem.put("rule", refusal.rule());
        if (refusal.basis() != null) {
            problem.put("basis", refusal.basis());
        }
        problem.putAll(refusal.particulars());
        return problem;
    }

    static Map<String, Object> body(HttpStatus status, String chinese, String english) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", chinese);
        problem.put("detailEn", english);
        return problem;
    }

    /** The web apps show what an error of the engine calls its message; without one they show the bare answer. */
    static Map<String, Object> inWords(HttpServletRequest request, Map<String, Object> problem) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/camunda/api/")) {
            boolean english = request.getHeader("Accept-Language") != null
                    && "en".equals(request.getLocale().getLanguage());
            problem.put("message", String.valueOf(problem.get(english ? "detailEn" : "detail")));
        }
        return problem;
    }

    static void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String chinese, String english)
            throws IOException {
        write(request, response, status, body(status, chinese, english));
    }

    /** Writes a refusal from a filter, where no controller advice reaches. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        write(request, response, refusal.status(), of(refusal));
    }

    static void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, Map<String, Object> problem)
            throws IOException {
        response.setStatus(status.value());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (ProblemPage.isWanted(request)) {
            response.setContentType(ProblemPage.TYPE.toString());
            response.getOutputStream()
                    .write(ProblemPage.of(request, status, problem).getBytes(StandardCharsets.UTF_8));
        } else {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(JSON.writeValueAsBytes(inWords(request, problem)));
        }
    }
}
