package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Days that do not exist or make no sense for the order are refused by their name, with the way out. */
class DaysTest extends EndToEnd {

    @Test
    void aPlanEndsWithTheTerm() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        LocalDate term = duban.today().plusDays(20);

        Answer late = order.unit
                .tries(order.id, "userTask_planRectification", Papers.plan(term.plusDays(1)))
                .refused(422, "plannedUntil", "plan-after-term");
        assertThat(late.text("detail")).contains(term.toString());
        order.unit.does(order.id, "userTask_planRectification", Papers.plan(term));
    }

    @Test
    void onceTheTermIsOverAPlanIsStillMade() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(2);
        duban.clockToMorningOf(duban.today().plusDays(5));

        order.unit
                .tries(order.id, "userTask_planRectification", Papers.plan(LocalDate.of(2999, 1, 1)))
                .refused(422, "plannedUntil", "plan-after-term");
        order.unit.does(
                order.id,
                "userTask_planRectification",
                Papers.plan(duban.today().plusDays(5)));
    }

    @Test
    void whatWasDoneBeforeTheOrderIsNoAnswerToIt() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20).planned(1);

        order.unit
                .tries(order.id, "userTask_rectify", Papers.evidence(LocalDate.of(1901, 1, 1)))
                .refused(422, "measuresDate", "date-before-order");
    }

    @Test
    void anImpossibleDayInAnAddressIsNamedWithItsBasis() {
        Answer february = as("supervision-office.310000")
                .get("/api/calendar/due-date?from=2026-02-30&workingDays=5")
                .refused(400, "from", "date");
        assertThat(february.text("basis")).isNotEmpty();
        assertThat(february.text("detail")).contains("不是存在的日期");
    }

    @Test
    void aPersonReadsTheLabelAndAProgramTheKey() {
        KeyOrder order = KeyOrder.drafted(duban).received().handIn();

        Answer unsigned = order.government
                .tries(order.id, "userTask_submitReport", Papers.of("decision", "REPORT"))
                .refused(422, "responsible", "required");
        assertThat(unsigned.text("detail")).contains("责任领导").doesNotContain("responsible");
    }
}
