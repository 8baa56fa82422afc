package io.duban.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.ProblemAnswers;
import io.duban.engine.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in front of the engine's REST interface, where Tasklist sends what people type: forms and claims are answered
 * by our own services, filters are narrowed to the person, and of the rest only reading and the listed calls pass.
 */
final class FormGateway extends OncePerRequestFilter {

    private final EngineDesk desk;
    private final FilterQueries filters;
    private final GroupCounts counts;
    private final EngineAttempts attempts;
    private final ProblemAnswers problems;
    private final ObjectMapper json;

    FormGateway(
            EngineDesk desk,
            FilterQueries filters,
            GroupCounts counts,
            EngineAttempts attempts,
            ProblemAnswers problems,
            ObjectMapper json) {
        this.desk = desk;
        this.filters = filters;
        this.counts = counts;
        this.attempts = attempts;
        this.problems = problems;
        this.json = json.copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Passage passage = new Passage();
        if (!problems.answered(request, response, () -> take(request, response, passage))) {
            chain.doFilter(passage.onward == null ? request : passage.onward, response);
            attempts.note(EngineCall.of(request), response.getStatus());
        }
    }

    private boolean take(HttpServletRequest request, HttpServletResponse response, Passage passage) throws IOException {
        SignedIn person = SignedIn.required();
        EngineCall call = EngineCall.of(request);
        var answer = desk.answer(call, request, person);
        if (answer.isPresent()) {
            write(response, answer.get().body());
            return true;
        }
        EngineWriteGuard.check(call, person);
        var counted = counts.answer(call);
        if (counted.isPresent()) {
            write(response, counted.get());
            return true;
        }
        HttpServletRequest narrowed = filters.narrowed(call, request, person);
        passage.onward = BoundedList.of(call, narrowed == null ? request : narrowed);
        return false;
    }

    private void write(HttpServletResponse response, @Nullable Object body) throws IOException {
        if (body == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    /** What goes on to the engine in place of the request. */
    private static final class Passage {
        private @Nullable HttpServletRequest onward;
    }
}
