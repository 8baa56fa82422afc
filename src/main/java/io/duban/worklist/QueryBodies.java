package io.duban.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.ProblemAnswers;
import io.duban.engine.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A list in a question to the engine becomes a condition of as many parts: no longer than a page of people's work needs.
 * A body that is no JSON, or nothing at all, is refused before the engine stumbles over it.
 */
final class QueryBodies extends OncePerRequestFilter {

    private static final String BASIS = "设计参数：请求大小";

    private final int most;
    private final ProblemAnswers problems;
    private final ObjectMapper json;

    QueryBodies(int most, ProblemAnswers problems, ObjectMapper json) {
        this.most = most;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = isJson(request) ? request.getInputStream().readAllBytes() : new byte[0];
        boolean refused = problems.answered(request, response, () -> {
            requireShortNames(request);
            if (body.length > 0) {
                require(body);
            }
            return false;
        });
        if (!refused) {
            chain.doFilter(body.length == 0 ? request : new ReplacedBody(request, request.getMethod(), body), response);
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getContentLengthLong() > 0
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private void requireShortNames(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null
                && Arrays.stream(query.split("&")).anyMatch(each -> each.split(",|%2[Cc]", -1).length > most)) {
            throw tooMany();
        }
    }

    private void require(byte[] body) throws IOException {
        JsonNode given;
        try {
            given = json.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw noJson();
        }
        if (given == null || given.isNull() || given.isMissingNode()) {
            throw noJson();
        }
        requireShort(given);
    }

    private void requireShort(JsonNode node) {
        if (node.isArray() && node.size() > most) {
            throw tooMany();
        }
        node.forEach(this::requireShort);
    }

    private static Refusal noJson() {
        return Refusal.of("body", "readable", BASIS, "提交的内容应为 JSON 对象。", "The body must be a JSON object.");
    }

    private Refusal tooMany() {
        return Refusal.of(
                "ids",
                "count",
                BASIS,
                "一个列表最多 " + most + " 项（duban.limits.ids），请分次查询。",
                "A list holds at most " + most + " items (duban.limits.ids); ask in parts.");
    }
}
