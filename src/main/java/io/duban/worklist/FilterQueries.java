package io.duban.worklist;

import io.duban.engine.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Narrows a filter of Tasklist to the person and the day. */
@Component
class FilterQueries {

    @Nullable
    HttpServletRequest narrowed(EngineCall call, HttpServletRequest request, SignedIn person) {
        return null;
    }
}
