package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of a form, a case and the start page on a small and on a large screen. */
class ScreenSizesIT extends Screens {

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1280, 720", "1920, 1080"})
    void nothingStandsBeyondTheEdge(int width, int height) {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 3).rectifying(10, 20, 30);
        try (Desk unit = at(order.unit.account()).size(width, height).tasklist()) {
            unit.card("问题 3").waitFor();
            assertThat(unit.text()).contains("问题 1", "问题 2", "问题 3");
            unit.claim("制定整改方案");
            look(unit, "form", width);
            unit.tab("案情").page.getByText("问题清单").first().waitFor();
            look(unit, "case", width);
            unit.page.navigate(duban.address() + "/");
            look(unit.quiet(), "start", width);
        }
    }

    private static void look(Desk desk, String what, int width) {
        desk.quiet().picture("target/browser/" + what + "-" + width + ".png");
        assertThat(desk.overflows()).as(what + " at " + width).isFalse();
    }
}
