package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What Tasklist shows when something a person does in it is refused: a sentence, never the answer as programs read it. */
class TasklistRefusalsIT extends Screens {

    private static final String OFFICE = "supervision-office.310000";

    /** Parts of an answer that only programs read. */
    private static final String RAW = "(?s).*(about:blank|detailEn|\\{\\s*\"|\"status\"|Exception).*";

    @Test
    void whoComesSecondToATaskReadsWhy() {
        KeyOrder order = KeyOrder.drafted(duban);
        try (Desk office = at(OFFICE).tasklist()) {
            office.open("拟稿送签");
            assertThat(office.page
                            .locator(".reset-due-date:visible, .createCommentLink:visible")
                            .count())
                    .as("what would always be refused is not offered")
                    .isZero();
            String task = order.office.task(order.id, "userTask_draftOrder");
            jdbc.update("update act_ru_task set assignee_ = 'supervision-office.310105' where id_ = ?", task);
            claim(office);
            reads(office, "claim", "其他人|他人|已由|已被");
            jdbc.update("update act_ru_task set assignee_ = null where id_ = ?", task);
        }
    }

    @Test
    void whatIsGoneOrWrongIsSaidInASentence() {
        KeyOrder order = KeyOrder.drafted(duban);
        try (Desk office = at(OFFICE).tasklist()) {
            office.claim("拟稿送签");
            assertThat(office.refusal())
                    .as("complete, a box not ticked")
                    .doesNotMatch(RAW)
                    .contains("已核对");
            order.office.fillsIn(
                    order.office.task(order.id, "userTask_draftOrder"),
                    Papers.checked(Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1)));
            office.tick("已核对");
            office.page.getByText("提交办理").first().click();
            reads(office, "complete, gone", "不存在|已|没有");
        }
    }

    @Test
    void aCaseThatCannotBeginIsSaidInASentence() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        try (Desk government = at(order.government.account()).tasklist()) {
            government.startProcess("延期审批");
            order.government.asksForMoreTime(order.id, null, 2, "案情复杂，需补充取证。").is(201);
            government.choose("要延长的期限", order.number()).type("延长（工作日）", "2").type("理由", "案情复杂，需补充取证。");
            government
                    .page
                    .locator(".modal-footer button", new Page.LocatorOptions().setHasText("发起"))
                    .last()
                    .click();
            reads(government, "start", "延期|延长|申请");
        }
    }

    @Test
    void aTaskOfOthersIsNoRawAnswerEither() {
        KeyOrder order = KeyOrder.drafted(duban).submitted();
        String task = order.lead.task(order.id, "userTask_issueOrder");
        try (Desk stranger = at("supervision-office.310105").tasklist()) {
            stranger.page.navigate(duban.address() + "/camunda/app/tasklist/default/#/?task=" + task);
            assertThat(stranger.quiet().text()).doesNotMatch(RAW).doesNotContain("签发督办单");
        }
    }

    private static void claim(Desk desk) {
        Locator claim = desk.page.getByText("认领").first();
        claim.waitFor();
        claim.click();
    }

    private static void reads(Desk desk, String what, String sentence) {
        desk.page
                .locator(".duban-refusal, .notifications-panel .alert, [notifications-panel] .alert")
                .first()
                .waitFor();
        desk.quiet().picture("target/browser/refusal-" + what.replaceAll("\\W+", "-") + ".png");
        assertThat(desk.text()).as(what).doesNotMatch(RAW).containsPattern(sentence);
    }
}
