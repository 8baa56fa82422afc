package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.engine.Accounts;
import io.duban.engine.Accounts.NewUser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the rules forbid is refused with the field, the rule, its basis and the way out in Chinese and English, and leaves
 * not a single row changed in any table of ours or of the engine.
 */
class RefusalsTest extends EndToEnd {

    private static final String OFFICE = "supervision-office.310000";
    private static final String DISTRICT_OFFICE = "supervision-office.310104";

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlatformTransactionManager transactions;

    private final List<DynamicTest> cases = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> ofADraft() {
        Map<String, Object> paper = Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1);
        Map<String, Object> order = Papers.letter(
                "RECTIFICATION_ORDER", Papers.INSTITUTION, duban.today().plusDays(9));
        Map<String, Object> letter = Papers.with(order, "instrument", "RECTIFICATION_LETTER");
        drafting("unknown addressee", OFFICE, Papers.with(paper, "addresseeUnit", "999999"), "addresseeUnit", "option");
        drafting(
                "unknown accused unit", OFFICE, Papers.with(paper, "accusedUnit", "310104X9"), "accusedUnit", "option");
        drafting(
                "a key-issue order to an institution",
                OFFICE,
                Papers.with(paper, "addresseeUnit", Papers.INSTITUTION),
                "addresseeUnit",
                "addressee-type");
        drafting(
                "a rectification order to a government",
                DISTRICT_OFFICE,
                Papers.with(order, "addresseeUnit", Papers.DISTRICT),
                "addresseeUnit",
                "addressee-type");
        drafting(
                "a letter to a government",
                DISTRICT_OFFICE,
                Papers.with(letter, "addresseeUnit", Papers.DISTRICT),
                "addresseeUnit",
                "addressee-type");
        drafting(
                "an accused unit of another district",
                OFFICE,
                Papers.with(paper, "accusedUnit", "310105T001"),
                "accusedUnit",
                "accused-within-addressee");
        drafting(
                "a letter about somebody else than its addressee",
                DISTRICT_OFFICE,
                Papers.with(letter, "accusedUnit", "310104T002"),
                "accusedUnit",
                "accused-within-addressee");
        drafting(
                "a field the form does not have",
                OFFICE,
                Papers.with(paper, "reporter", "张某"),
                "reporter",
                "unknown-field");
        drafting(
                "an instrument that does not exist",
                OFFICE,
                Papers.with(paper, "instrument", "DECREE"),
                "instrument",
                "option");
        drafting(
                "a category that does not exist",
                OFFICE,
                Papers.with(paper, "problems", List.of(Papers.of("category", "WEATHER", "description", "天气"))),
                "problems[0].category",
                "option");
        drafting("an impossible date", DISTRICT_OFFICE, dueOn(order, "2026-02-30"), "problems[0].due", "date");
        drafting("a day in the past", DISTRICT_OFFICE, dueOn(order, "2026-10-04"), "problems[0].due", "due-in-past");
        drafting("no title", OFFICE, Papers.without(paper, "title"), "title", "required");
        drafting("a title of two characters", OFFICE, Papers.with(paper, "title", "督办"), "title", "min-length");
        drafting("a title too long", OFFICE, Papers.with(paper, "title", "督".repeat(201)), "title", "max-length");
        refused(
                "a key-issue order by a district",
                403,
                "",
                "drafter",
                () -> as(DISTRICT_OFFICE).draft(Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1)));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> ofSubmittingAndSigning() {
        KeyOrder draft = KeyOrder.drafted(duban);
        KeyOrder pending = KeyOrder.drafted(duban).submitted();
        KeyOrder issued = KeyOrder.drafted(duban).issued();
        Map<String, Object> paper = Papers.checked(Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1));
        for (String field : List.of("summary", "provisions", "basis")) {
            doing(
                    "a draft without " + field,
                    draft.office,
                    draft.id,
                    "userTask_draftOrder",
                    Papers.without(paper, field),
                    field,
                    "required");
        }
        doing(
                "a draft without a problem",
                draft.office,
                draft.id,
                "userTask_draftOrder",
                Papers.with(paper, "problems", List.of(), "removedProblems", List.of("1")),
                "problems",
                "at-least-one-problem");
        doing(
                "a draft that has lost a problem on the way",
                draft.office,
                draft.id,
                "userTask_draftOrder",
                Papers.with(paper, "problems", List.of()),
                "problems",
                "rows-lost");
        doing(
                "a draft that nobody has masked",
                draft.office,
                draft.id,
                "userTask_draftOrder",
                Papers.with(paper, "masked", false),
                "masked",
                "masking-check");
        doing(
                "a draft whose instrument changes",
                draft.office,
                draft.id,
                "userTask_draftOrder",
                Papers.with(paper, "instrument", "RECTIFICATION_ORDER", "addresseeUnit", Papers.INSTITUTION),
                "instrument",
                "instrument-fixed");
        String rectification =
                as(DISTRICT_OFFICE).drafts(Papers.letter("RECTIFICATION_ORDER", Papers.INSTITUTION, duban.today()));
        Map<String, Object> row = Papers.of("category", "HIDDEN_VARIANT", "description", "问题", "requirement", "整改");
        Map<String, Object> order =
                Papers.checked(Papers.letter("RECTIFICATION_ORDER", Papers.INSTITUTION, duban.today()));
        doing(
                "a rectification order without a due day",
                as(DISTRICT_OFFICE),
                rectification,
                "userTask_draftOrder",
                Papers.with(order, "problems", List.of(row)),
                "problems[0].due",
                "due-per-problem");
        doing(
                "a rectification order without a demand",
                as(DISTRICT_OFFICE),
                rectification,
                "userTask_draftOrder",
                Papers.with(order, "problems", List.of(Papers.without(row, "requirement"))),
                "problems[0].requirement",
                "requirement-per-problem");
        doing(
                "a return without a reason",
                pending.lead,
                pending.id,
                "userTask_issueOrder",
                Papers.of("decision", "RETURN"),
                "reason",
                "reason-for-return");
        doing(
                "a decision that is not offered",
                pending.lead,
                pending.id,
                "userTask_issueOrder",
                Papers.of("decision", "BURN"),
                "decision",
                "option");
        doing("no decision", pending.lead, pending.id, "userTask_issueOrder", Map.of(), "decision", "required");
        doing(
                "a receipt for a body that is not offered",
                issued.government,
                issued.id,
                "userTask_receiveOrder",
                Papers.received("310105"),
                "handlingUnit",
                "option");
        doing(
                "a receipt without anybody responsible",
                issued.government,
                issued.id,
                "userTask_receiveOrder",
                Papers.of("handlingUnit", "310104"),
                "responsible",
                "required");
        both("drafter.and.lead", "supervision-office.310000", "supervision-lead.310000");
        KeyOrder own = KeyOrder.drafted(duban);
        as("drafter.and.lead").does(own.id, "userTask_draftOrder", paper);
        refused(
                "the drafter signing",
                403,
                "",
                "drafter-not-issuer",
                () -> as("drafter.and.lead").tries(own.id, "userTask_issueOrder", Papers.signed()));
        KeyOrder begun = KeyOrder.existing(duban, as("drafter.and.lead").drafts(Papers.without(paper, "masked")))
                .submitted();
        refused(
                "who wrote the first draft signing what a colleague has submitted",
                403,
                "",
                "drafter-not-issuer",
                () -> as("drafter.and.lead").tries(begun.id, "userTask_issueOrder", Papers.signed()));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> ofReportAndReview() {
        KeyOrder investigating = KeyOrder.drafted(duban).received();
        for (String part : List.of("process", "facts", "disposition", "measures", "cause")) {
            doing(
                    "a report without " + part,
                    investigating.team,
                    investigating.id,
                    "userTask_investigate",
                    Papers.without(Papers.report(), part),
                    part,
                    "required");
            doing(
                    "a report with nothing but blanks as " + part,
                    investigating.team,
                    investigating.id,
                    "userTask_investigate",
                    Papers.with(Papers.report(), part, "　 \n "),
                    part,
                    "required");
        }
        KeyOrder reported = KeyOrder.drafted(duban).reported();
        LocalDate soon = duban.today().plusDays(9);
        doing(
                "a review without a verdict",
                reported.office,
                reported.id,
                "userTask_reviewReport",
                Papers.without(Papers.review(soon), "substantiation"),
                "substantiation",
                "required");
        doing(
                "a problem proved without a demand",
                reported.office,
                reported.id,
                "userTask_reviewReport",
                Papers.with(
                        Papers.review(),
                        "problems",
                        List.of(Papers.of("ref", "1", "description", "属实", "substantiated", "YES"))),
                "problems[0].requirement",
                "required");
        doing(
                "a problem due in the past",
                reported.office,
                reported.id,
                "userTask_reviewReport",
                Papers.review(LocalDate.of(2026, 10, 1)),
                "problems[0].due",
                "due-in-past");
        doing(
                "an impossible day",
                reported.office,
                reported.id,
                "userTask_reviewReport",
                Papers.with(
                        Papers.review(),
                        "problems",
                        List.of(Papers.of(
                                "ref",
                                "1",
                                "description",
                                "属实",
                                "substantiated",
                                "YES",
                                "requirement",
                                "改",
                                "due",
                                "2026-02-30"))),
                "problems[0].due",
                "date");
        doing(
                "an unfounded report with a problem proved",
                reported.office,
                reported.id,
                "userTask_reviewReport",
                Papers.with(Papers.review(soon), "substantiation", "UNSUBSTANTIATED"),
                "substantiation",
                "consistent-findings");
        doing(
                "a problem nobody named",
                reported.office,
                reported.id,
                "userTask_reviewReport",
                Papers.with(
                        Papers.review(),
                        "problems",
                        List.of(Papers.of(
                                "ref", "7", "description", "属实", "substantiated", "YES", "requirement", "改"))),
                "problems[0].ref",
                "unknown-problem");
        both("team.and.office", "investigation-team.310104", "supervision-office.310000");
        KeyOrder own = KeyOrder.drafted(duban).received();
        as("team.and.office").does(own.id, "userTask_investigate", Papers.report());
        own.report();
        refused(
                "the investigator's own review",
                403,
                "",
                "investigator-not-reviewer",
                () -> as("team.and.office").tries(own.id, "userTask_reviewReport", Papers.review(soon)));
        both("government.and.office", "government.310104", "supervision-office.310000");
        KeyOrder sent = KeyOrder.drafted(duban).received().handIn();
        as("government.and.office").does(sent.id, "userTask_submitReport", Papers.released());
        refused(
                "the review by who has sent the report up",
                403,
                "",
                "reporter-not-reviewer",
                () -> as("government.and.office").tries(sent.id, "userTask_reviewReport", Papers.unfounded(1)));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> ofTheVerdicts() {
        KeyOrder two =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2).reported();
        LocalDate soon = duban.today().plusDays(9);
        Map<String, Object> proved = Papers.of(
                "ref", "1", "description", "属实", "substantiated", "YES", "requirement", "改", "due", soon.toString());
        Map<String, Object> second = Papers.of("ref", "2", "description", "未作认定");
        verdict("a problem without a verdict", two, "problems[1].substantiated", "verdict", proved, second);
        verdict("a problem left out", two, "problems", "rows-lost", proved);
        verdict("a problem judged twice", two, "problems[1].ref", "once", proved, proved);
        verdict(
                "a new problem that did not prove true",
                two,
                "problems[2].substantiated",
                "new-problem-founded",
                proved,
                Papers.with(second, "substantiated", "NO"),
                Papers.of("description", "另有问题", "substantiated", "NO", "category", "HIDDEN_VARIANT"));
        KeyOrder one = KeyOrder.drafted(duban).reported();
        for (String flag : List.of("interestSevere", "impactBad")) {
            doing(
                    "an unfounded report with " + flag,
                    one.office,
                    one.id,
                    "userTask_reviewReport",
                    Papers.with(Papers.unfounded(1), flag, true),
                    flag,
                    "severe-but-unfounded");
        }
        return cases.stream();
    }

    @SafeVarargs
    private void verdict(String name, KeyOrder order, String field, String rule, Map<String, Object>... rows) {
        Map<String, Object> review =
                Papers.with(Papers.review(), "substantiation", "PARTLY", "problems", List.of(rows));
        doing(name, order.office, order.id, "userTask_reviewReport", review, field, rule);
    }

    @TestFactory
    Stream<DynamicTest> ofADayMoreThanTwoYearsAhead() {
        LocalDate far = duban.today().plusYears(2).plusDays(1);
        Map<String, Object> letter = Papers.letter("RECTIFICATION_LETTER", Papers.INSTITUTION, duban.today());
        drafting("drafted", DISTRICT_OFFICE, dueOn(letter, far.toString()), "problems[0].due", "due-too-far");
        String draft = as(DISTRICT_OFFICE).drafts(letter);
        doing(
                "submitted",
                as(DISTRICT_OFFICE),
                draft,
                "userTask_draftOrder",
                Papers.checked(dueOn(letter, far.toString())),
                "problems[0].due",
                "due-too-far");
        KeyOrder reported = KeyOrder.drafted(duban).reported();
        doing(
                "set by the review",
                reported.office,
                reported.id,
                "userTask_reviewReport",
                Papers.review(far),
                "problems[0].due",
                "due-too-far");
        KeyOrder verifying = KeyOrder.drafted(duban).rectifying(20).planned(1).evidenced(1);
        doing(
                "set by a check that failed",
                verifying.districtOffice,
                verifying.id,
                "userTask_verifyRectification",
                Papers.with(Papers.failed("举证不足"), "newDue", far.toString()),
                "newDue",
                "due-too-far");
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> ofRectificationAndLookBack() {
        KeyOrder planning = KeyOrder.drafted(duban).rectifying(20);
        doing(
                "a plan for yesterday",
                planning.unit,
                planning.id,
                "userTask_planRectification",
                Papers.plan(duban.today().minusDays(1)),
                "plannedUntil",
                "due-in-past");
        KeyOrder rectifying = KeyOrder.drafted(duban).rectifying(20).planned(1);
        Map<String, Object> evidence = Papers.evidence(duban.today());
        for (String group : List.of("measures", "impact", "accountability", "widerCheck")) {
            for (String field : List.of(group, group + "Date", group + "Person")) {
                doing(
                        "sign-off asked for without " + field,
                        rectifying.unit,
                        rectifying.id,
                        "userTask_rectify",
                        Papers.without(evidence, field),
                        field,
                        "evidence-groups");
            }
            doing(
                    "evidence of tomorrow for " + group,
                    rectifying.unit,
                    rectifying.id,
                    "userTask_rectify",
                    Papers.with(
                            evidence, group + "Date", duban.today().plusDays(1).toString()),
                    group + "Date",
                    "date-in-future");
        }
        KeyOrder verifying = KeyOrder.drafted(duban).rectifying(20).planned(1).evidenced(1);
        doing(
                "a new day in the past",
                verifying.districtOffice,
                verifying.id,
                "userTask_verifyRectification",
                Papers.with(Papers.failed("举证不足"), "newDue", "2026-10-01"),
                "newDue",
                "due-in-past");
        doing(
                "a check without a method",
                verifying.districtOffice,
                verifying.id,
                "userTask_verifyRectification",
                Papers.without(Papers.passed(), "method"),
                "method",
                "required");
        both("head.and.office", "institution-head.310104T002", "supervision-office.310104");
        KeyOrder other =
                KeyOrder.drafted(duban, Papers.DISTRICT, "310104T002", 1).rectifying(20);
        as("head.and.office").does(other.id, "userTask_planRectification", Papers.plan(duban.today()));
        as("head.and.office").does(other.id, "userTask_rectify", evidence);
        refused(
                "who rectified verifying",
                403,
                "",
                "investigator-recusal",
                () -> as("head.and.office")
                        .submit(as(DISTRICT_OFFICE).task(other.id, "userTask_verifyRectification"), Papers.passed()));
        both("two.offices", DISTRICT_OFFICE, OFFICE);
        KeyOrder checked = KeyOrder.drafted(duban).rectifying(20).planned(1).evidenced(1);
        as("two.offices").does(checked.id, "userTask_verifyRectification", Papers.passed());
        refused(
                "who verified signing off",
                403,
                "",
                "verifier-not-signing-off",
                () -> as("two.offices").tries(checked.id, "userTask_signOffProblem", Papers.passed()));
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> ofALookBack() {
        KeyOrder back = KeyOrder.drafted(duban).lookingBack();
        doing(
                "a look-back that leaves out a problem",
                back.inspector,
                back.id,
                "userTask_lookBack",
                Papers.of("method", "UNANNOUNCED", "problems", List.of()),
                "problems",
                "rows-lost");
        for (LocalDate day : List.of(duban.today().minusDays(1), duban.today().plusYears(3))) {
            doing(
                    "a look-back that finds a new problem due " + day,
                    back.inspector,
                    back.id,
                    "userTask_lookBack",
                    Papers.with(
                            Papers.lookBack(1),
                            "newProblems",
                            List.of(Papers.of(
                                    "newCategory", "HIDDEN_VARIANT",
                                    "newDescription", "以国学素养名义开设语文课",
                                    "newRequirement", "停止并注销课程",
                                    "newDue", day.toString()))),
                    "newProblems[0].newDue",
                    day.isAfter(duban.today()) ? "due-too-far" : "due-in-past");
        }
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> ofMoreTimeAndEarlyEnds() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        for (Object days : List.of(0, 6, 99, -1, "三")) {
            refused(
                    "an extension by " + days,
                    422,
                    "workingDays",
                    days.equals("三") ? "number" : "extension-length",
                    () -> order.government.asksForMoreTime(order.id, null, days, "调查量大"));
        }
        refused(
                "an extension without a reason",
                422,
                "reason",
                "required",
                () -> order.government.asksForMoreTime(order.id, null, 3, " "));
        refused(
                "an extension asked for by the accused unit",
                404,
                "",
                "not-found",
                () -> order.unit.asksForMoreTime(order.id, null, 3, "调查量大"));
        refused(
                "an extension asked for by the issuing office",
                403,
                "",
                "party",
                () -> order.office.asksForMoreTime(order.id, null, 3, "调查量大"));
        KeyOrder asked = KeyOrder.drafted(duban).received();
        asked.government.asksForMoreTime(asked.id, null, 3, "调查量大").is(201);
        refused(
                "a second request while one is open",
                422,
                "deadline",
                "extension-once",
                () -> asked.government.asksForMoreTime(asked.id, null, 3, "调查量大"));
        both("government.and.lead", "government.310104", "supervision-lead.310000");
        KeyOrder own = KeyOrder.drafted(duban).received();
        as("government.and.lead").asksForMoreTime(own.id, null, 3, "调查量大").is(201);
        refused(
                "deciding one's own request",
                403,
                "",
                "requester-not-decider",
                () -> as("government.and.lead")
                        .tries(own.id, "userTask_decideExtension", Papers.of("decision", "GRANT", "note", "同意")));
        KeyOrder extended = KeyOrder.drafted(duban).received();
        extended.government.asksForMoreTime(extended.id, null, 2, "调查量大").is(201);
        extended.lead.does(extended.id, "userTask_decideExtension", Papers.of("decision", "GRANT", "note", "同意"));
        refused(
                "a second extension",
                422,
                "deadline",
                "extension-once",
                () -> extended.government.asksForMoreTime(extended.id, null, 2, "调查量大"));
        refused(
                "an end for a reason of another kind",
                422,
                "reason",
                "reason-of-kind",
                () -> order.office.asksToEnd(order.id, "WITHDRAWAL", "CRIMINAL", Map.of()));
        refused(
                "an end of no kind",
                422,
                "kind",
                "option",
                () -> order.office.asksToEnd(order.id, "OBLIVION", "DUPLICATE", Map.of()));
        refused(
                "a transfer to nobody",
                422,
                "receivingBody",
                "required",
                () -> order.office.asksToEnd(order.id, "TRANSFER", "CRIMINAL", Map.of()));
        refused(
                "a merger with nothing",
                422,
                "targetOrder",
                "required",
                () -> order.office.asksToEnd(order.id, "MERGER", "SAME_FACTS", Map.of()));
        refused(
                "a merger with itself",
                422,
                "targetOrder",
                "same-unit-same-facts",
                () -> order.office.asksToEnd(order.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", order.id)));
        KeyOrder draft = KeyOrder.drafted(duban);
        refused(
                "a merger into a draft",
                409,
                "",
                "target-state",
                () -> order.office.asksToEnd(order.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", draft.id)));
        refused(
                "an end asked for by the addressee",
                403,
                "",
                "issuer-side",
                () -> order.government.asksToEnd(order.id, "WITHDRAWAL", "DUPLICATE", Map.of()));
        KeyOrder late = KeyOrder.drafted(duban).rectifying(20);
        refused(
                "a merger of an order whose investigation is over",
                409,
                "",
                "discontinuation-state",
                () -> late.office.asksToEnd(late.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", order.id)));
        return cases.stream();
    }

    @Test
    void ofAnExtensionAfterTheTermIsOutChangesNothing() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo("2026-10-14T09:00");
        var before = Footprint.of(dataSource);
        order.government.asksForMoreTime(order.id, null, 3, "调查量大").refused(422, "deadline", "extension-before-due");
        assertThat(Footprint.of(dataSource)).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> ofTakingWhatIsNotForOne() {
        both("team.and.accused", "investigation-team.310104", "institution-head.310104T001");
        both("team.and.operator", "investigation-team.310105", "school-head.310105S001");
        KeyOrder order = KeyOrder.drafted(duban).received();
        KeyOrder operated = KeyOrder.drafted(duban, "310105", "310105T003", 1).received();
        String task = order.team.task(order.id, "userTask_investigate");
        String operatedTask = operated.team.task(operated.id, "userTask_investigate");
        refused(
                "a claim by the accused unit",
                403,
                "",
                "investigator-recusal",
                () -> as("team.and.accused").claim(task));
        refused(
                "a claim by the accused unit's operator",
                403,
                "",
                "investigator-recusal",
                () -> as("team.and.operator").claim(operatedTask));
        refused(
                "the report of the accused unit",
                403,
                "",
                "investigator-recusal",
                () -> as("team.and.accused").submit(task, Papers.report()));
        refused("a claim by the accused unit's head", 404, "", "not-found", () -> order.unit.claim(task));
        refused(
                "a claim by a sibling district",
                404,
                "",
                "not-found",
                () -> as("investigation-team.310105").claim(task));
        refused(
                "a claim by somebody outside the group",
                403,
                "",
                "candidate",
                () -> as("supervision-lead.310000").claim(task));
        refused(
                "the form of a sibling district's task",
                404,
                "",
                "not-found",
                () -> as("investigation-team.310105").form(task));
        refused(
                "a submission to a sibling district's task",
                404,
                "",
                "not-found",
                () -> as("investigation-team.310105").submit(task, Papers.report()));
        refused(
                "the order of another district",
                404,
                "",
                "not-found",
                () -> as("supervision-office.310105").get("/api/orders/" + order.id));
        refused("a task that does not exist", 404, "", "not-found", () -> order.team.claim("no-such-task"));
        KeyOrder taken = KeyOrder.drafted(duban).received();
        String takenTask = taken.team.task(taken.id, "userTask_investigate");
        both("second.investigator", "investigation-team.310104");
        as("second.investigator").claim(takenTask).is(204);
        refused(
                "a task somebody else has taken",
                409,
                "",
                "assigned-to-other",
                () -> taken.team.submit(takenTask, Papers.report()));
        KeyOrder done = KeyOrder.drafted(duban).received();
        String doneTask = done.team.task(done.id, "userTask_investigate");
        done.handIn();
        refused("a second submission", 409, "", "already-done", () -> {
            Answer answer = done.team.submit(doneTask, Papers.report());
            assertThat(answer.text("state")).as("the state it is in by now").isEqualTo("INVESTIGATING");
            assertThat(answer.text("stateName")).isEqualTo("调查核实");
            return answer;
        });
        return cases.stream();
    }

    @TestFactory
    Stream<DynamicTest> ofUploads() {
        String head = "date,kind,name\n";
        calendar("a calendar without a header", "2027-01-01,OFF,元旦\n", "lines[1].header");
        calendar("a calendar with an impossible day", head + "2027-02-30,OFF,春节\n", "lines[2].date");
        calendar("a calendar without the statutory days", head + "2027-01-01,OFF,元旦\n", "file");
        calendar("an empty calendar", "", "file");
        refused(
                "a calendar by somebody else",
                403,
                "",
                "calendar-administrator",
                () -> duban.send(OFFICE, "PUT", "/api/calendar/years/2027", head, "text/csv"));
        String units = "code,name,level,parent,operator\n";
        units("units with another header", "code,name\n310199,新区\n", "file", "header");
        units("no units", units, "file", "empty-table");
        units(
                "a unit below one that does not exist",
                units + "310199S001,某小学,SCHOOL,310199,\n",
                "lines[2].parent",
                "unknown-unit");
        units("a unit of no level", units + "310199,新区,PLANET,310000,\n", "lines[2].level", "unit-level");
        units(
                "a unit twice",
                units + "310199,新区,COUNTY,310000,\n310199,新区,COUNTY,310000,\n",
                "lines[3].code",
                "duplicate-code");
        units(
                "a unit that runs itself",
                units + "310104T009,某机构,INSTITUTION,310104,310104T009\n",
                "lines[2].operator",
                "operator-cycle");
        refused(
                "units by somebody else",
                403,
                "",
                "admin-only",
                () -> duban.send(OFFICE, "PUT", "/api/units", units, "text/csv"));
        return cases.stream();
    }

    private void drafting(String name, String account, Map<String, Object> paper, String field, String rule) {
        refused(name, 422, field, rule, () -> as(account).draft(paper));
    }

    private void doing(
            String name,
            Person person,
            String caseId,
            String task,
            Map<String, Object> fields,
            String field,
            String rule) {
        refused(name, 422, field, rule, () -> person.tries(caseId, task, fields));
    }

    private void calendar(String name, String file, String field) {
        refused(
                name,
                422,
                field,
                "calendar-file",
                () -> duban.send("admin", "PUT", "/api/calendar/years/2027", file, "text/csv"));
    }

    private void units(String name, String file, String field, String rule) {
        refused(name, 422, field, rule, () -> duban.send("admin", "PUT", "/api/units", file, "text/csv"));
    }

    private void refused(String name, int status, String field, String rule, Supplier<Answer> call) {
        cases.add(DynamicTest.dynamicTest(name, () -> {
            var before = footprint(rule);
            Answer answer = call.get().refused(status, field, rule);
            if (status == 422 || status == 403) {
                assertThat(answer.text("basis")).as("the rule's basis").isNotBlank();
            }
            assertThat(footprint(rule)).as("nothing has changed").isEqualTo(before);
        }));
    }

    /** An attempt to do or to read what is not for one leaves an alert and its line in the trail, and nothing else. */
    private Map<String, List<String>> footprint(String rule) {
        Map<String, List<String>> rows = new java.util.TreeMap<>(Footprint.of(dataSource));
        if (rule.equals("investigator-recusal") || rule.equals("not-found")) {
            rows.keySet().removeIf(table -> table.startsWith("audit_") || table.equals("conflict_alert"));
        }
        return rows;
    }

    private static Map<String, Object> dueOn(Map<String, Object> paper, String day) {
        return Papers.with(
                paper,
                "problems",
                List.of(Papers.of("category", "HIDDEN_VARIANT", "description", "问题", "requirement", "整改", "due", day)));
    }

    /** One account in several groups, as a small office may well have it. */
    private void both(String account, String... groups) {
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            accounts.ensureUsers(List.of(new NewUser(account, account, "", "duban-demo")));
            accounts.ensureMemberships(Map.of(
                    account,
                    Set.copyOf(Stream.concat(
                                    Stream.of(groups),
                                    Stream.of(groups).map(each -> each.substring(0, each.indexOf('.'))))
                            .toList())));
        });
    }
}
