package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Gives servlet filters the same answers to refusals and failures that controllers have. */
@Component
public class ProblemAnswers {

    private final HandlerExceptionResolver advice;

    ProblemAnswers(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver advice) {
        this.advice = advice;
    }

    /**
     * Does the work; whatever it throws becomes a problem detail.
     *
     * @return whether the request is answered: by the work itself, or by a problem
     */
    public boolean answered(HttpServletRequest request, HttpServletResponse response, Work work) throws IOException {
        try {
            return work.answers();
        } catch (IOException broken) {
            throw broken;
        } catch (Exception failure) {
            if (advice.resolveException(request, response, null, failure) == null) {
                throw new IllegalStateException(failure);
            }
            return true;
        }
    }

    /** A filter's share of a request. */
    @FunctionalInterface
    public interface Work {

        /** Returns whether it has answered the request; if not, the next in line does. */
        boolean answers() throws IOException;
    }
}
