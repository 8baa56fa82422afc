package io.duban.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.regex.Pattern;

/**
 * A list that was asked for without saying how long it may become, as Cockpit does with the versions of a model: it gets
 * as long as the engine allows, where the engine itself would refuse it.
 */
final class BoundedList extends HttpServletRequestWrapper {

    /** As {@code queryMaxResultsLimit} of the engine. */
    static final int LONGEST = 2_000;

    private static final Pattern SAID = Pattern.compile("(?:^|&)maxResults=");

    private BoundedList(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(EngineCall call, HttpServletRequest request) {
        String query = request.getQueryString();
        boolean said = query != null && SAID.matcher(query).find();
        return isList(call) && !said ? new BoundedList(request) : request;
    }

    private static boolean isList(EngineCall call) {
        int parts = call.path().size();
        return parts == 1
                || parts == 2 && "history".equals(call.path().get(0))
                || parts == 3
                        && "filter".equals(call.path().get(0))
                        && "list".equals(call.path().get(2));
    }

    @Override
    public String getQueryString() {
        String asked = super.getQueryString();
        return (asked == null || asked.isEmpty() ? "" : asked + "&") + "maxResults=" + LONGEST;
    }
}
