package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A day is the day that was chosen, wherever the machine is on which it was chosen. */
class DaysElsewhereIT extends Screens {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);

    @Test
    void westOfGreenwichADayIsShownAndSentAsItWasChosen() {
        String order = as("supervision-office.310104")
                .drafts(Papers.letter("RECTIFICATION_LETTER", Papers.INSTITUTION, DUE, DUE, DUE));
        try (Desk office = at("supervision-office.310104", "America/New_York").tasklist()) {
            office.claim("拟稿送签").tick("已核对");
            assertThat(shown(office, 0)).isEqualTo("2026/11/20");
            office.date("整改时限", 1, "2026/11/25");
            assertThat(shown(office, 1)).as("what was chosen stands there").isEqualTo("2026/11/25");
            office.type("问题表述", 2, "培训场所未公示收费标准").complete();
        }
        assertThat(as("supervision-office.310104").order(order).path("problems").findValuesAsText("due"))
                .containsExactly("2026-11-20", "2026-11-25", "2026-11-20");
    }

    private static String shown(Desk desk, int row) {
        return desk.page
                .locator(".fjs-form-field-datetime input[type=text]")
                .nth(row)
                .inputValue();
    }
}
