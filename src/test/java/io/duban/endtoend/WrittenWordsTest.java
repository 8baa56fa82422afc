package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.endtoend.Phrases.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * 办理记录: what people type at any step can be read again, every version of it, and by nobody but whom its step tells.
 * Every text of every form on the way ends with a phrase of its own.
 */
class WrittenWordsTest extends EndToEnd {

    private static final String OFFICE = "supervision-office.310000";

    private final Phrases phrases = new Phrases();

    @Test
    void anOrdersLifeIsReadAgainByItsIssuerInEveryVersion() {
        KeyOrder order = life();
        assertThat(phrases.all()).hasSizeGreaterThan(60);

        Map<String, String> read = new CaseReader(duban, OFFICE).everything(order.id, null);

        assertThat(read).containsKeys("/cases/" + order.id, "/api/cases/" + order.id + "/entries", "ZIP");
        assertThat(missing(read.get("/api/cases/" + order.id + "/entries"))).isEmpty();
    }

    /** By form and field the phrases that are not there. */
    private Map<String, List<String>> missing(String text) {
        Map<String, List<String>> missing = new TreeMap<>();
        phrases.all().stream()
                .filter(each -> !each.vault() && !text.contains(each.words()))
                .forEach(each -> missing.computeIfAbsent(name(each), any -> new ArrayList<>())
                        .add(each.words()));
        return missing;
    }

    private static String name(Phrase each) {
        return each.form() + " " + each.field();
    }

    /** Seven people; every check returns the work once, more time is asked for, an early end refused, a bulletin named. */
    private KeyOrder life() {
        duban = duban.with(phrases);
        Map<String, Object> draft = phrases.typed(
                OFFICE,
                CanaryForms.form("order-requested"),
                Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1));
        KeyOrder order = KeyOrder.drafted(duban, draft).submitted();
        order.lead.does(order.id, "userTask_issueOrder", Papers.of("decision", "RETURN", "reason", "请补充依据"));
        order.submitted().signed().receipt();
        moreTime(order);
        order.office
                .asksToEnd(order.id, "WITHDRAWAL", "WRONGLY_ISSUED", Map.of())
                .is(201);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "REFUSE", "note", "不属错发"));
        order.handIn();
        order.government.does(order.id, "userTask_submitReport", Papers.of("decision", "BACK", "reason", "调查过程过简，请补充"));
        order.handIn().report();
        order.reviewed(Papers.with(Papers.review(duban.today().plusDays(20)), "causeSufficient", false));
        order.government.does(
                order.id, "userTask_supplementReport", Papers.with(Papers.report(), "responsible", "分管副区长"));
        order.reviewed(Papers.review(duban.today().plusDays(20))).planned(1).evidenced(1);
        order.districtOffice.does(
                order.id, "userTask_verifyRectification", order.problem(1), Papers.failed("退费凭证缺少签字"));
        order.planned(1).evidenced(1).verified(1);
        order.office.does(order.id, "userTask_signOffProblem", order.problem(1), Papers.failed("消除影响举证不足"));
        order.done(1);
        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
        return order.lookedBack(Papers.lookBack(1));
    }

    private void moreTime(KeyOrder order) {
        String reason = phrase(order.government.account(), "extension-requested", "reason", "案情复杂，需补充取证。");
        order.government.asksForMoreTime(order.id, null, 2, reason).is(201);
        order.lead.does(order.id, "userTask_decideExtension", Papers.of("decision", "REFUSE", "note", "期限足够"));
    }

    private String phrase(String account, String form, String field, String text) {
        return String.valueOf(phrases.typed(account, CanaryForms.form(form), Map.of(field, text))
                .get(field));
    }
}
