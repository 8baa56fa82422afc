package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/**
 * 不予办理页: a refusal for a person who has followed a link or sent a form in a browser. Programs, which do not ask for a
 * page before anything else, get the problem detail.
 */
final class RefusedPage {

    private RefusedPage() {}

    /** Whether a page comes first in what the request accepts, as browsers ask when an address is opened. */
    static boolean isWanted(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.startsWith("text/html");
    }

    static ModelAndView of(Refusal refusal) {
        ModelAndView page = new ModelAndView("site/refused", refusal.status());
        page.addObject("sentence", refusal.getMessage());
        page.addObject("english", refusal.english());
        page.addObject("basis", refusal.basis());
        return page;
    }
}
