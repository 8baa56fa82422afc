package io.duban.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.HashSet;
import java.util.Set;

/**
 * What a page is still loading. A page is settled when nothing is on its way, it answers (so no script is at
 * work in it), and for a moment no further request begins.
 */
final class Traffic {

    private static final int PAUSE = 80;
    private static final int ROUNDS = 200;

    private final Page page;
    private final Set<Request> underWay = new HashSet<>();
    private int begun;

    Traffic(Page page) {
        this.page = page;
        page.onRequest(request -> {
            begun++;
            underWay.add(request);
        });
        page.onRequestFinished(underWay::remove);
        page.onRequestFailed(underWay::remove);
    }

    /** Returns when the page is settled; one that never is, is waited for until its network has been idle for a while. */
    void settle() {
        page.waitForLoadState();
        for (int round = 0; round < ROUNDS; round++) {
            int before = begun;
            if (answers() && underWay.isEmpty()) {
                page.waitForTimeout(PAUSE);
                if (underWay.isEmpty() && begun == before) {
                    return;
                }
            } else {
                page.waitForTimeout(PAUSE);
            }
        }
        underWay.clear();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** A page answers between its scripts only, and not at all while another takes its place. */
    private boolean answers() {
        try {
            return "complete".equals(page.evaluate("() => document.readyState"));
        } catch (PlaywrightException leaving) {
            return false;
        }
    }
}
