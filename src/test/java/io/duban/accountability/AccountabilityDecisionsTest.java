package io.duban.accountability;

import static io.duban.accountability.AccountabilityCase.approval;
import static io.duban.accountability.AccountabilityCase.chosen;
import static io.duban.accountability.AccountabilityCase.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.interview.LadderRooms;
import io.duban.interview.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountabilityDecisionsTest {

    private static final LocalDate TODAY = LadderRooms.TODAY;
    private static final LocalDate FILED_ON = LocalDate.of(2026, 10, 22);
    private static final SubjectSanctions DISTRICT = chosen("1", Sanction.PUBLIC_CRITICISM);
    private static final SubjectSanctions HEAD = chosen("2", Sanction.CIRCULATED_CRITICISM);
    private static LadderRooms rooms;
    private AccountabilityDecisions decisions;

    @BeforeAll
    static void open() {
        rooms = LadderRooms.open();
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void forget() {
        rooms.forget();
        decisions = rooms.get(AccountabilityDecisions.class);
    }

    @Test
    void nothingIsDecidedBeforeEverySubjectWasHeardOrWaivedIt() {
        for (var early : List.of(
                new AccountabilityCase(rooms),
                new AccountabilityCase(rooms).grouped(),
                new AccountabilityCase(rooms).established(),
                new AccountabilityCase(rooms).established().notified())) {
            Refused.naming(
                    "decision",
                    "statement-before-decision",
                    () -> early.decide(approval(TODAY, DISTRICT, HEAD), "director"));
        }
    }

    @Test
    void whoeverEstablishedTheFactsNeitherDecidesNorIsGivenTheDecision() {
        var accountability =
                new AccountabilityCase(rooms).established().notified().heard();
        var admission = rooms.get(DeciderAdmission.class);

        Refused.with(
                "decider-established-facts",
                () -> accountability.decide(approval(TODAY, DISTRICT, HEAD), "investigator"));
        Refused.with(
                "decider-established-facts",
                () -> admission.admit("userTask_decideAccountability", accountability.id, "investigator"));
        admission.admit("userTask_decideAccountability", accountability.id, "director");
        admission.admit("userTask_issueDecision", accountability.id, "investigator");
        assertThat(accountability.state()).isEqualTo(AccountabilityState.DECIDING);
    }

    @Test
    void anApprovalStatesEachOfTheFiveContents() {
        var accountability =
                new AccountabilityCase(rooms).established().notified().heard();

        Refused.naming("basicFacts", "five-contents", () -> decide(accountability, "", "事实清楚。", "办法第六条。", TODAY));
        Refused.naming(
                "accountabilityFacts", "five-contents", () -> decide(accountability, "基本情况。", " ", "办法第六条。", TODAY));
        Refused.naming("legalBasis", "five-contents", () -> decide(accountability, "基本情况。", "事实清楚。", "", TODAY));
        Refused.naming(
                "effectiveDate", "five-contents", () -> decide(accountability, "基本情况。", "事实清楚。", "办法第六条。", null));
        Refused.naming(
                "sanctions[1].forms",
                "five-contents",
                () -> accountability.decide(approval(TODAY, DISTRICT, chosen("2")), "director"));
        Refused.naming(
                "sanctions", "every-subject", () -> accountability.decide(approval(TODAY, DISTRICT), "director"));
        assertThat(accountability.state()).isEqualTo(AccountabilityState.DECIDING);
    }

    @Test
    void aDecisionDoesNotTakeEffectBeforeItIsMade() {
        var accountability =
                new AccountabilityCase(rooms).established().notified().heard();

        Refused.naming(
                "effectiveDate",
                "effective-date",
                () -> accountability.decide(approval(TODAY.minusDays(1), DISTRICT, HEAD), "director"));
    }

    @Test
    void aUnitFormIsNotForAPersonAndAPersonFormNotForAUnit() {
        var accountability =
                new AccountabilityCase(rooms).established().notified().heard();

        Refused.naming(
                "sanctions[0].forms",
                "sanction-for-subject",
                () -> accountability.decide(
                        approval(TODAY, chosen("1", Sanction.WRITTEN_SELF_CRITICISM), HEAD), "director"));
        Refused.naming(
                "sanctions[1].forms",
                "sanction-for-subject",
                () -> accountability.decide(
                        approval(TODAY, DISTRICT, chosen("2", Sanction.SUPERVISION_BULLETIN)), "director"));
        Refused.naming(
                "sanctions[0].forms",
                "sanction-for-subject",
                () -> accountability.decide(
                        approval(TODAY, chosen("1", Sanction.ADMIN_PENALTY_REFERRAL), HEAD), "director"));
        Refused.naming(
                "sanctions[1].forms",
                "sanction-for-subject",
                () -> accountability.decide(
                        approval(TODAY, DISTRICT, chosen("2", Sanction.INSPECTOR_DISMISSAL)), "director"));
    }

    @Test
    void everyKindOfSubjectHasFormsAndOnlyUnitsHaveUnitForms() {
        assertThat(SubjectKind.values())
                .allSatisfy(kind -> assertThat(Sanction.labelsFor(kind)).isNotEmpty());
        assertThat(Sanction.labelsFor(SubjectKind.SCHOOL)).isEqualTo("公开批评、约谈、督导通报、资源调整、行政处罚移送");
        assertThat(Sanction.labelsFor(SubjectKind.GOVERNMENT)).isEqualTo("公开批评、约谈、督导通报、资源调整");
        assertThat(Sanction.labelsFor(SubjectKind.INSTITUTION_HEAD))
                .isEqualTo("约谈、责令检查、通报批评、组织处理建议、处分建议（移交）、从业禁止、纳入诚信记录");
        assertThat(Sanction.labelsFor(SubjectKind.INSPECTOR)).isEqualTo("责令检查、通报批评、组织处理建议、处分建议（移交）、批评教育、取消督学资格");
    }

    @Test
    void returningOrRejectingNeedsAReason() {
        var accountability =
                new AccountabilityCase(rooms).established().notified().heard();

        Refused.naming(
                "reason",
                "decision-reason",
                () -> accountability.decide(refusal(DecisionOutcome.RETURNED, "重查"), "director"));
        Refused.naming(
                "reason",
                "decision-reason",
                () -> accountability.decide(refusal(DecisionOutcome.REJECTED, ""), "director"));

        accountability.decide(refusal(DecisionOutcome.REJECTED, "情节轻微，已整改到位。"), "director");
        assertThat(accountability.state()).isEqualTo(AccountabilityState.REJECTED);
        assertThat(rooms.events())
                .contains(new AccountabilityConcluded(accountability.id, accountability.orderId, false));
    }

    @Test
    void aReturnedCaseGoesThroughFactsNoticeAndStatementAgain() {
        var accountability =
                new AccountabilityCase(rooms).established().notified().heard();
        accountability.decide(refusal(DecisionOutcome.RETURNED, "请补充机构收费证据。"), "director");
        assertThat(accountability.state()).isEqualTo(AccountabilityState.FACT_FINDING);
        assertThat(rooms.view("userTask_establishFacts", accountability.id))
                .containsEntry("returnReason", "退回理由：请补充机构收费证据。")
                .containsEntry("material", AccountabilityCase.MATERIAL);

        accountability.establishedAgain("another");
        Refused.with(
                "statement-before-decision", () -> accountability.decide(approval(TODAY, DISTRICT, HEAD), "director"));
        accountability.notified().heard();
        Refused.with(
                "decider-established-facts",
                () -> accountability.decide(approval(TODAY, DISTRICT, HEAD), "investigator"));
        accountability.decide(approval(TODAY, DISTRICT, HEAD), "director");

        assertThat(decisions.number(accountability.id)).startsWith("沪教督责〔2026〕");
    }

    @Test
    void numbersAreCountedPerIssuerAndYearWithoutGapsOrDoublesAlsoAtTheSameTime() {
        rooms.setToday(LocalDate.of(2027, 3, 1));
        List<AccountabilityCase> cases = new ArrayList<>();
        rooms.forget();
        for (int i = 0; i < 8; i++) {
            cases.add(new AccountabilityCase(rooms).decided());
        }
        rooms.setToday(LocalDate.of(2027, 3, 1));

        var numbers = cases.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> decisions.number(each.id)))
                .toList();

        assertThat(numbers)
                .extracting(CompletableFuture::join)
                .containsExactlyInAnyOrder(
                        "沪教督责〔2027〕1号",
                        "沪教督责〔2027〕2号",
                        "沪教督责〔2027〕3号",
                        "沪教督责〔2027〕4号",
                        "沪教督责〔2027〕5号",
                        "沪教督责〔2027〕6号",
                        "沪教督责〔2027〕7号",
                        "沪教督责〔2027〕8号");
    }

    @Test
    void aDecisionIsIssuedAfterItWasMadeAndFiledAfterItWasIssued() {
        var accountability = new AccountabilityCase(rooms).decided();
        decisions.number(accountability.id);
        Refused.naming(
                "deliveredOn",
                "delivered-on",
                () -> decisions.issue(accountability.id, delivered(TODAY.minusDays(1), "黄浦区人民政府"), "office"));
        Refused.naming(
                "recipients", "recipients", () -> decisions.issue(accountability.id, delivered(TODAY, " "), "office"));
        decisions.issue(accountability.id, delivered(TODAY, "黄浦区人民政府"), "office");
        rooms.setToday(FILED_ON);
        for (var day : List.of(FILED_ON.minusDays(1), FILED_ON.plusDays(1))) {
            Refused.naming(
                    "filedOn",
                    "filed-on",
                    () -> decisions.archive(accountability.id, new Filing("档-1", "国务院教育督导委员会办公室", day), "office"));
        }
        Refused.naming(
                "filingNumber",
                "filing",
                () -> decisions.archive(accountability.id, new Filing("", "国务院教育督导委员会办公室", FILED_ON), "office"));
        Refused.naming(
                "higherOffice",
                "filing",
                () -> decisions.archive(accountability.id, new Filing("档-1", "", FILED_ON), "office"));
        assertThat(rooms.events()).noneMatch(AccountabilityConcluded.class::isInstance);

        decisions.archive(accountability.id, new Filing("档-1", "国务院教育督导委员会办公室", FILED_ON), "office");

        assertThat(accountability.state()).isEqualTo(AccountabilityState.ARCHIVED);
        assertThat(rooms.events())
                .contains(new AccountabilityConcluded(accountability.id, accountability.orderId, true));
        assertThat(rooms.trail(accountability.orderId)).isEqualTo(rooms.stepsOf(accountability.id));
    }

    /** 30 days to ask for a review: from the day of delivery in person, one working day later from a letter. */
    @ParameterizedTest
    @CsvSource({
        "IN_PERSON, 2026-09-21, 2026-10-21",
        "POST, 2026-09-21, 2026-10-22",
        "POST, 2026-09-24, 2026-10-28",
        "LEFT_BEHIND, 2026-09-24, 2026-10-26"
    })
    void aCaseIsFiledWhenNobodyCanAskForAReviewAnyMore(NotificationWay way, LocalDate sent, LocalDate until) {
        var accountability = new AccountabilityCase(rooms).decided();
        decisions.number(accountability.id);
        rooms.setToday(sent);
        decisions.issue(accountability.id, new DecisionDelivery(sent, way, "黄浦区人民政府"), "office");
        var filing = new Filing("档-2", "国务院教育督导委员会办公室", until.plusDays(1));

        rooms.setToday(until);
        assertThatThrownBy(() -> decisions.archive(accountability.id, filing, "office"))
                .hasMessageContaining("自 " + until.plusDays(1) + " 起办理");
        assertThat(accountability.state()).isEqualTo(AccountabilityState.ISSUED);
        rooms.setToday(until.plusDays(1));
        decisions.archive(accountability.id, filing, "office");

        assertThat(accountability.state()).isEqualTo(AccountabilityState.ARCHIVED);
    }

    @Test
    void stepsOutOfTurnAreConflicts() {
        var accountability = new AccountabilityCase(rooms).grouped();

        Refused.with(
                "accountability-state",
                () -> rooms.get(FactFindings.class).formWorkingGroup(accountability.id, AccountabilityCase.GROUP));
        Refused.with("accountability-state", accountability::notified);
        Refused.with("accountability-state", accountability::heard);
        Refused.with("accountability-state", () -> decisions.number(accountability.id));
        Refused.with("not-found", () -> decisions.number("nobody"));
    }

    private static DecisionDelivery delivered(LocalDate day, String recipients) {
        return new DecisionDelivery(day, NotificationWay.IN_PERSON, recipients);
    }

    private void decide(AccountabilityCase accountability, String basic, String facts, String basis, LocalDate from) {
        accountability.decide(
                new AccountabilityDecision(
                        DecisionOutcome.APPROVED, "", basic, facts, basis, List.of(DISTRICT, HEAD), from),
                "director");
    }
}
