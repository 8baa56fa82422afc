package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Somebody who has a page in front of them and no mouse. */
final class Keyboard {

    private static final String REACHABLE = "[...document.querySelectorAll('a[href], button, input:not([type=hidden]),"
            + " select, textarea')].filter(each => each.closest('%s') && each.offsetParent)";

    /** A date has a stop for each of its parts and one for its calendar. */
    private static final int STOPS = 5;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void tab() {
        press("Tab");
    }

    /** The id of what has the focus, or its words. */
    String focused() {
        return String.valueOf(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"));
    }

    void tabTo(String wanted) {
        for (int i = 0; i < 200 && !focused().equals(wanted); i++) {
            tab();
        }
        assertThat(focused()).as("reached by Tab").isEqualTo(wanted);
    }

    /** Types each into the field that has the focus and goes on to the next one. */
    void types(String... values) {
        for (String value : values) {
            page.keyboard().insertText(value);
            tab();
        }
    }

    /** From here Tab stops at everything within that can be used, in the order of the page, and shows where it is. */
    void walksThrough(String within) {
        String all = REACHABLE.formatted(within);
        int count = ((Number) page.evaluate(all + ".length")).intValue();
        List<Integer> stops = new ArrayList<>();
        for (int i = 0; i < count * STOPS && !stops.contains(count - 1); i++) {
            tab();
            int stop = ((Number) page.evaluate(all + ".indexOf(document.activeElement)")).intValue();
            if (stops.isEmpty() || stops.get(stops.size() - 1) != stop) {
                stops.add(stop);
                assertFocusIsSeen();
            }
        }
        assertThat(count).isPositive();
        assertThat(stops).isEqualTo(IntStream.range(0, count).boxed().toList());
    }

    void assertFocusIsSeen() {
        assertThat(page.evaluate("(() => { const at = document.activeElement, box = at.getBoundingClientRect(),"
                        + " style = getComputedStyle(at);"
                        + " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2"
                        + " && box.width > 0 && box.bottom > 0 && box.top < innerHeight"
                        + " && box.right > 0 && box.left < innerWidth; })()"))
                .as("the focus on " + focused() + " is seen")
                .isEqualTo(true);
    }

    /** Whether the fields lie on the screen as Tab goes: from left to right, then further down. */
    boolean fieldsAreSeenInOrder(String within) {
        return (boolean) page.evaluate(REACHABLE.formatted(within)
                + ".map(each => each.getBoundingClientRect()).every((box, n, all) => n === 0"
                + " || box.top >= all[n - 1].bottom - 2"
                + " || Math.abs(box.top - all[n - 1].top) < 12 && box.left > all[n - 1].left)");
    }
}
