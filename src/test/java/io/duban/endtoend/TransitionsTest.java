package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every transition of the state machine (domain 3.3, T1–T25), one after the other, over HTTP. */
class TransitionsTest extends EndToEnd {

    @Test
    void t1SubmittingTheDraftAsksTheLeadToSign() {
        KeyOrder order = KeyOrder.drafted(duban);
        assertThat(order.state()).isEqualTo("DRAFTED");

        order.submitted();

        assertThat(order.state()).isEqualTo("PENDING_ISSUE");
        assertThat(order.lead.taskKeys(order.id)).containsExactly("userTask_issueOrder");
        assertThat(order.office.tasks(order.id)).isEmpty();
    }

    @Test
    void t2SigningAllotsTheNumberAndSendsTheOrderOut() {
        KeyOrder order = KeyOrder.drafted(duban).submitted();
        assertThat(order.dossier().has("number")).isFalse();

        order.signed();

        assertThat(order.state()).isEqualTo("ISSUED");
        assertThat(order.number()).matches("2026年第（\\d+）号");
        assertThat(order.timeline()).containsSequence("印发重点问题督办单，编号 " + order.number(), "签发", "送达徐汇区，等待签收");
        assertThat(order.government.taskKeys(order.id)).containsExactly("userTask_receiveOrder");
    }

    @Test
    void t2APaperWhoseDayHasPassedIsNotSignedButGoesBackForAnotherDay() {
        Person office = as("supervision-office.310104");
        Person lead = as("supervision-lead.310104");
        Map<String, Object> paper = Papers.letter("RECTIFICATION_ORDER", Papers.INSTITUTION, duban.today());
        String id = office.drafts(paper);
        office.does(id, "userTask_draftOrder", Papers.checked(paper));
        duban.clockTo("2026-10-06T09:00");

        lead.tries(id, "userTask_issueOrder", Papers.signed()).refused(422, "problems[0].due", "due-in-past");

        lead.does(id, "userTask_issueOrder", Papers.of("decision", "RETURN", "reason", "整改时限已过"));
        office.does(
                id,
                "userTask_draftOrder",
                Papers.checked(Papers.letter("RECTIFICATION_ORDER", Papers.INSTITUTION, duban.today())));
        lead.does(id, "userTask_issueOrder", Papers.signed());
        assertThat(office.stateOf(id)).isEqualTo("ISSUED");
    }

    @Test
    void t3TheLeadSendsTheDraftBackWithAReason() {
        KeyOrder order = KeyOrder.drafted(duban).submitted();

        order.lead
                .tries(order.id, "userTask_issueOrder", Papers.of("decision", "RETURN"))
                .refused(422, "reason", "reason-for-return");
        order.lead.does(order.id, "userTask_issueOrder", Papers.of("decision", "RETURN", "reason", "依据条款须写全"));

        assertThat(order.state()).isEqualTo("DRAFTED");
        assertThat(order.timeline()).endsWith("退回修改：依据条款须写全");
        assertThat(order.issued().state()).as("it goes round again").isEqualTo("ISSUED");
    }

    @Nested
    class T4Receipt {

        @Test
        void startsFiveWorkingDaysOnTheNextWorkingDay() {
            KeyOrder order = KeyOrder.drafted(duban).received();

            assertThat(order.state()).isEqualTo("INVESTIGATING");
            assertThat(KeyOrder.stream(order.deadline("INVESTIGATION").path("counted"))
                            .map(JsonNode::asText))
                    .containsExactly("2026-10-08", "2026-10-09", "2026-10-10", "2026-10-12", "2026-10-13");
            assertThat(order.team
                            .find(order.id, "userTask_investigate", null)
                            .orElseThrow()
                            .path("due")
                            .asText())
                    .isEqualTo("2026-10-14T00:00:00+08:00");
        }

        @Test
        void isDeemedAfterOneWorkingDayAndThenTheTermRunsFromThatDay() {
            KeyOrder order = KeyOrder.drafted(duban).issued();
            assertThat(order.due("DEEMED_DELIVERY")).isEqualTo(LocalDate.of(2026, 10, 8));
            duban.clockTo("2026-10-08T23:59");
            assertThat(order.state()).isEqualTo("ISSUED");

            duban.clockTo("2026-10-09T00:00");

            assertThat(order.state()).isEqualTo("INVESTIGATING");
            assertThat(order.timeline()).contains("逾期未签收，视同签收");
            assertThat(order.deadline("INVESTIGATION").path("start").asText()).isEqualTo("2026-10-08");
            assertThat(order.due("INVESTIGATION")).isEqualTo(LocalDate.of(2026, 10, 14));
            assertThat(order.government.tasks(order.id)).isEmpty();
            assertThat(order.team.taskKeys(order.id)).containsExactly("userTask_investigate");
        }

        @Test
        void ofARectificationOrderGoesStraightToRectificationWithADeadlinePerProblem() {
            LocalDate today = duban.today();
            Person office = as("supervision-office.310104");
            Map<String, Object> paper =
                    Papers.letter("RECTIFICATION_ORDER", Papers.INSTITUTION, today.plusDays(10), today.plusDays(20));
            String id = office.drafts(paper);
            office.does(id, "userTask_draftOrder", Papers.checked(paper));
            as("supervision-lead.310104").does(id, "userTask_issueOrder", Papers.signed());
            assertThat(office.order(id).path("number").asText()).matches("2026年第（\\d+）号");
            Person head = as("institution-head." + Papers.INSTITUTION);

            head.does(id, "userTask_receiveOrder", Papers.of("responsible", "举办者"));

            assertThat(office.stateOf(id)).isEqualTo("RECTIFYING");
            assertThat(head.tasks(id))
                    .extracting(
                            each -> each.path("key").asText(),
                            each -> OffsetDateTime.parse(each.path("due").asText())
                                    .toLocalDate())
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("userTask_planRectification", today.plusDays(11)),
                            org.assertj.core.groups.Tuple.tuple("userTask_planRectification", today.plusDays(21)));
            assertThat(office.timeline(id)).noneMatch(sentence -> sentence.contains("调查"));
        }

        @Test
        void afterTheDayOfThePaperHasPassedLeavesThatDayAndTheProblemIsOverdueAtOnce() {
            Person office = as("supervision-office.310104");
            LocalDate due = duban.today().plusDays(1);
            Map<String, Object> paper = Papers.letter("RECTIFICATION_ORDER", Papers.INSTITUTION, due);
            String id = office.drafts(paper);
            office.does(id, "userTask_draftOrder", Papers.checked(paper));
            as("supervision-lead.310104").does(id, "userTask_issueOrder", Papers.signed());

            duban.clockTo("2026-10-09T00:01");

            assertThat(office.stateOf(id)).isEqualTo("RECTIFYING");
            assertThat(KeyOrder.stream(office.order(id).path("deadlines"))
                            .filter(each -> each.path("kind").asText().equals("RECTIFICATION"))
                            .map(each -> each.path("due").asText()))
                    .containsExactly(due.toString());
            assertThat(office.timeline(id)).contains("逾期未签收，视同签收", "问题 1：整改逾期，记入台账并催办");
        }

        @Test
        void ofARectificationLetterSignedByTheBureauGoesStraightToRectificationAndIsSignedOffByTheLead() {
            LocalDate due = duban.today().plusDays(10);
            Person office = as("supervision-office.310104");
            Map<String, Object> paper = Papers.letter("RECTIFICATION_LETTER", "310104S001", due);
            String id = office.drafts(paper);
            office.does(id, "userTask_draftOrder", Papers.checked(paper));
            as("education-bureau.310104").does(id, "userTask_issueOrder", Papers.signed());
            assertThat(office.order(id).path("number").asText()).matches("徐教督函〔2026〕\\d+号");
            Person head = as("school-head.310104S001");
            head.does(id, "userTask_receiveOrder", Papers.of("responsible", "校长"));
            assertThat(office.stateOf(id)).isEqualTo("RECTIFYING");

            head.does(id, "userTask_planRectification", Papers.plan(due));
            head.does(id, "userTask_rectify", Papers.evidence(duban.today()));
            office.does(id, "userTask_verifyRectification", Papers.passed());
            as("supervision-lead.310104").does(id, "userTask_signOffProblem", Papers.passed());

            assertThat(office.stateOf(id)).isEqualTo("SIGNED_OFF");
        }
    }

    @Test
    void t5ReportingUpStopsTheClockOfTheInvestigation() {
        KeyOrder order = KeyOrder.drafted(duban).received().handIn();
        assertThat(order.state()).isEqualTo("INVESTIGATING");
        order.government.does(order.id, "userTask_submitReport", Papers.of("decision", "BACK", "reason", "补充询问家长"));
        assertThat(order.team.taskKeys(order.id)).containsExactly("userTask_investigate");
        order.handIn();

        order.report();

        assertThat(order.state()).isEqualTo("UNDER_REVIEW");
        assertThat(order.deadline("INVESTIGATION").path("status").asText()).isEqualTo("MET");
        assertThat(timers(order.id)).as("no timer of the investigation is left").isZero();
    }

    @Test
    void t6AndT7AReportWithoutOneOfItsPartsIsSupplementedWithinTwoWorkingDays() {
        KeyOrder order = KeyOrder.drafted(duban).reported();
        order.reviewed(Papers.with(
                Papers.review(duban.today().plusDays(9)), "measuresSufficient", false, "reviewNote", "整改措施过于笼统"));

        assertThat(order.state()).isEqualTo("SUPPLEMENTING");
        assertThat(order.timeline()).contains("审核：要件不全（整改措施），退回补正");
        assertThat(order.due("SUPPLEMENT")).isEqualTo(LocalDate.of(2026, 10, 9));
        assertThat(order.problemLine(1).path("state").asText())
                .as("nothing is confirmed yet")
                .isEqualTo("ALLEGED");

        order.government.does(
                order.id, "userTask_supplementReport", Papers.with(Papers.report(), "measures", "逐户清退，设立监管账户。"));

        assertThat(order.state()).isEqualTo("UNDER_REVIEW");
        assertThat(order.dossier().path("reportReturns").asInt()).isEqualTo(1);
        assertThat(order.timeline()).endsWith("补正后再次报送调查报告");
    }

    @Test
    void t6TheOriginalTermRunsOnWhereTheSupplementIsLateToo() {
        KeyOrder order = KeyOrder.drafted(duban).reported();
        order.reviewed(Papers.with(
                Papers.review(duban.today().plusDays(9)), "measuresSufficient", false, "reviewNote", "整改措施过于笼统"));
        duban.clockTo("2026-10-09T23:00");
        assertThat(order.deadline("INVESTIGATION").path("status").asText())
                .as("reported on time, and the supplement may still come")
                .isEqualTo("MET");

        duban.clockTo("2026-10-10T09:00");
        assertThat(order.timeline()).contains("补正逾期，调查核实期限自原到期日 2026-10-13 继续计算");
        assertThat(order.deadline("INVESTIGATION").path("status").asText()).isEqualTo("OPEN");
        assertThat(order.due("INVESTIGATION")).isEqualTo(LocalDate.of(2026, 10, 13));
        duban.clockTo("2026-10-15T09:00");
        assertThat(order.deadline("INVESTIGATION").path("explanation").asText()).startsWith("已逾期 2 个工作日");
        assertThat(order.deadline("INVESTIGATION").path("status").asText()).isEqualTo("OVERDUE");
        assertThat(order.deadline("INVESTIGATION").path("statusLabel").asText()).isEqualTo("已逾期");
        order.government.does(
                order.id, "userTask_supplementReport", Papers.with(Papers.report(), "measures", "逐户清退，设立监管账户。"));

        assertThat(order.deadline("INVESTIGATION").path("status").asText()).isEqualTo("OVERDUE_MET");
        assertThat(order.deadline("SUPPLEMENT").path("status").asText()).isEqualTo("OVERDUE_MET");
    }

    @Test
    void t8AnUnfoundedReportClosesTheOrderWithoutAnyProblem() {
        KeyOrder order = KeyOrder.drafted(duban).reported().reviewed(Papers.unfounded(1));

        assertThat(order.state()).isEqualTo("CLOSED_UNFOUNDED");
        assertThat(order.problemLine(1).path("state").asText()).isEqualTo("UNFOUNDED");
        assertThat(running(order.id)).isZero();
    }

    @Test
    void t9OnlyTheProblemsThatProvedTrueAndNewOnesAreRectified() {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2).reported();
        LocalDate due = duban.today().plusDays(15);
        order.reviewed(Papers.with(
                Papers.review(),
                "substantiation",
                "PARTLY",
                "problems",
                List.of(
                        Papers.of(
                                "ref",
                                "1",
                                "description",
                                "属实",
                                "substantiated",
                                "YES",
                                "requirement",
                                "清退",
                                "due",
                                due.toString()),
                        Papers.of("ref", "2", "description", "查无实据", "substantiated", "NO"),
                        Papers.of(
                                "description", "另查明授课人员无资格",
                                "substantiated", "YES",
                                "requirement", "停止授课",
                                "category", "HIDDEN_VARIANT",
                                "due", due.toString()))));

        assertThat(order.state()).isEqualTo("RECTIFYING");
        assertThat(KeyOrder.stream(order.dossier().path("problems"))
                        .map(each -> each.path("state").asText()))
                .containsExactly("RECTIFYING", "UNFOUNDED", "RECTIFYING");
        assertThat(order.unit.tasks(order.id)).hasSize(2);
    }

    @Test
    void t10AFalsifiedReportIsInvestigatedAnewOneLevelUpAndAnInterviewIsProposedAtOnce() {
        KeyOrder order = KeyOrder.drafted(duban).reported();
        order.reviewed(Papers.with(Papers.reviewOfOneDropped(), "falsified", true, "reviewNote", "收费凭证系事后补制"));

        assertThat(order.state()).isEqualTo("INVESTIGATING");
        assertThat(order.dossier().path("falsified").asBoolean()).isTrue();
        assertThat(order.dossier().path("handlingUnit").asText()).isEqualTo(Papers.PROVINCE);
        assertThat(order.team.tasks(order.id)).isEmpty();
        assertThat(order.interviews()).singleElement().satisfies(interview -> {
            assertThat(interview.path("reasons").asText()).isEqualTo("弄虚作假");
            assertThat(order.lead.taskKeys(interview.path("id").asText())).containsExactly("userTask_approveInterview");
        });

        as("investigation-team." + Papers.PROVINCE).does(order.id, "userTask_investigate", Papers.report());
        assertThat(order.government.tasks(order.id))
                .as("the district's government has no part in the new investigation")
                .isEmpty();
        order.government.asksForMoreTime(order.id, null, 2, "补充调查").refused(403, "", "party");
        order.lead.does(order.id, "userTask_submitReport", Papers.released());
        order.reviewed(Papers.with(Papers.review(duban.today().plusDays(9)), "causeSufficient", false));
        assertThat(order.government.tasks(order.id)).isEmpty();
        order.lead.does(order.id, "userTask_supplementReport", Papers.report());
        order.reviewed(Papers.review(duban.today().plusDays(9)));
        assertThat(order.state()).as("the order itself goes on").isEqualTo("RECTIFYING");
    }

    @Test
    void t11AndT12SignOffIsAskedForWithFourEvidenceGroupsAndGivenByTwoOffices() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20).planned(1);
        assertThat(order.state()).isEqualTo("RECTIFYING");

        order.evidenced(1);
        assertThat(order.state()).isEqualTo("SIGN_OFF_REVIEW");
        order.verified(1);
        assertThat(order.state()).isEqualTo("SIGN_OFF_REVIEW");
        order.signedOff(1);

        assertThat(order.state()).isEqualTo("SIGNED_OFF");
        assertThat(order.timeline()).contains("问题 1：予以销号（销号-1-1）");
        assertThat(order.due("LOOK_BACK")).isEqualTo(duban.today().plusDays(30));
    }

    @Nested
    class T13AFailedCheck {

        @Test
        void ofTheDistrictSendsTheProblemBackWithANewDay() {
            KeyOrder order = KeyOrder.drafted(duban).rectifying(20).planned(1).evidenced(1);
            LocalDate newDue = duban.today().plusDays(12);

            order.districtOffice.does(
                    order.id,
                    "userTask_verifyRectification",
                    Papers.with(Papers.failed("退费凭证缺少签字"), "newDue", newDue.toString()));

            assertThat(order.state()).isEqualTo("RECTIFYING");
            assertThat(order.problemLine(1).path("round").asInt()).isEqualTo(2);
            assertThat(order.due("RECTIFICATION")).isEqualTo(newDue);
            JsonNode task = order.unit
                    .find(order.id, "userTask_planRectification", null)
                    .orElseThrow();
            assertThat(OffsetDateTime.parse(task.path("due").asText()).toLocalDate())
                    .isEqualTo(newDue.plusDays(1));
            assertThat(order.unit
                            .form(task.path("id").asText())
                            .ok()
                            .body()
                            .path("data")
                            .path("returnReason")
                            .asText())
                    .isEqualTo("退费凭证缺少签字");
        }

        @Test
        void ofTheIssuingOfficeSendsTheProblemBackToo() {
            KeyOrder order = KeyOrder.drafted(duban)
                    .rectifying(20)
                    .planned(1)
                    .evidenced(1)
                    .verified(1);

            order.office.does(order.id, "userTask_signOffProblem", Papers.failed("消除影响举证不足"));

            assertThat(order.state()).isEqualTo("RECTIFYING");
            assertThat(order.problemLine(1).path("round").asInt()).isEqualTo(2);
            assertThat(order.done(1).state()).isEqualTo("SIGNED_OFF");
            assertThat(order.timeline()).contains("问题 1：不予销号", "问题 1：予以销号（销号-1-2）");
        }
    }

    @Test
    void t14AndT15TheLookBackComesByTheClockAndClosesTheOrder() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20).done(1);
        assertThat(order.inspector.tasks(order.id)).isEmpty();
        duban.clockTo(order.due("LOOK_BACK") + "T23:59");
        assertThat(order.state()).isEqualTo("SIGNED_OFF");

        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
        assertThat(order.state()).isEqualTo("LOOKING_BACK");
        order.lookedBack(Papers.lookBack(1));

        assertThat(order.state()).isEqualTo("CLOSED");
        assertThat(running(order.id)).isZero();
    }

    @Nested
    class T16TheLookBackThatFinds {

        @Test
        void aRelapseRevokesTheSignOffAndStartsAnotherRound() {
            KeyOrder order = KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2)
                    .rectifying(20, 20)
                    .done(1)
                    .done(2);
            duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));

            order.lookedBack(Papers.lookBack(2, 2));

            assertThat(order.state()).isEqualTo("RECTIFYING");
            assertThat(order.problemLine(1).path("state").asText()).isEqualTo("SIGNED_OFF");
            assertThat(order.problemLine(2).path("round").asInt()).isEqualTo(2);
            assertThat(order.problemLine(2).path("reopened").asBoolean()).isTrue();
            assertThat(order.interviews()).as("整改不力").hasSize(1);
            order.done(2);
            assertThat(order.state()).isEqualTo("SIGNED_OFF");
            duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
            order.lookedBack(Papers.lookBack(2));
            assertThat(order.state()).isEqualTo("CLOSED");
        }

        @Test
        void aNewProblemHasItRectifiedLikeTheOthers() {
            KeyOrder order = KeyOrder.drafted(duban).lookingBack();

            order.lookedBack(Papers.with(
                    Papers.lookBack(1),
                    "newProblems",
                    List.of(Papers.of(
                            "newCategory", "HIDDEN_VARIANT",
                            "newDescription", "以国学素养名义开设语文课",
                            "newRequirement", "停止并注销课程",
                            "newDue", duban.today().plusDays(20).toString()))));

            assertThat(order.state()).isEqualTo("RECTIFYING");
            assertThat(order.problemLine(1).path("state").asText()).isEqualTo("SIGNED_OFF");
            assertThat(order.problemLine(2).path("description").asText()).isEqualTo("以国学素养名义开设语文课");
            assertThat(order.unit.tasks(order.id)).hasSize(1);
            assertThat(order.done(2).state()).isEqualTo("SIGNED_OFF");
        }
    }

    @Nested
    class T17MoreTime {

        @Test
        void grantedMovesDeadlineTimersAndDueDatesOnce() {
            KeyOrder order = KeyOrder.drafted(duban).received();
            order.government.asksForMoreTime(order.id, null, 3, "需异地调取银行流水").is(201);
            order.lead.does(order.id, "userTask_decideExtension", Papers.of("decision", "GRANT", "note", "同意延长三个工作日"));

            assertThat(order.state()).isEqualTo("INVESTIGATING");
            assertThat(order.due("INVESTIGATION")).isEqualTo(LocalDate.of(2026, 10, 16));
            assertThat(order.team
                            .find(order.id, "userTask_investigate", null)
                            .orElseThrow()
                            .path("due")
                            .asText())
                    .isEqualTo("2026-10-17T00:00:00+08:00");
            duban.clockTo("2026-10-16T23:00");
            assertThat(order.timeline()).noneMatch(sentence -> sentence.contains("逾期"));
            order.government.asksForMoreTime(order.id, null, 1, "再次申请").refused(422, "deadline", "extension-once");
            duban.clockTo("2026-10-17T00:01");
            assertThat(order.timeline()).contains("调查核实期限届满，记入逾期");
            duban.clockTo("2026-10-19T00:01");
            assertThat(order.timeline()).as("on Monday, not on Saturday").contains("催办（第 1 次），已逾期 1 个工作日");
        }

        @Test
        void refusedLeavesTheDeadlineAndMayBeAskedForAgainBeforeItIsDue() {
            KeyOrder order = KeyOrder.drafted(duban).received();
            order.government.asksForMoreTime(order.id, null, 3, "需异地调取银行流水").is(201);
            order.lead.does(order.id, "userTask_decideExtension", Papers.of("decision", "REFUSE", "note", "理由不充分"));

            assertThat(order.due("INVESTIGATION")).isEqualTo(LocalDate.of(2026, 10, 13));
            assertThat(order.timeline()).endsWith("不予延期，维持原期限");
            assertThat(order.lead.tasks(order.id)).isEmpty();
        }

        @Test
        void lapsesWhenTheReportIsInBeforeAnybodyHasDecided() {
            KeyOrder order = KeyOrder.drafted(duban).received();
            order.government.asksForMoreTime(order.id, null, 3, "需异地调取银行流水").is(201);
            String decision = order.lead.task(order.id, "userTask_decideExtension");
            order.handIn().report();

            assertThat(order.state()).isEqualTo("UNDER_REVIEW");
            assertThat(order.lead.tasks(order.id)).isEmpty();
            assertThat(order.timeline()).contains("所申请的期限已办结或取消，延期申请失效，无须审批");
            Answer late = order.lead.submit(decision, Papers.of("decision", "GRANT", "note", "同意"));
            late.refused(409, "", "already-done");
            assertThat(late.text("state")).isEqualTo("UNDER_REVIEW");
            assertThat(late.text("stateName")).isEqualTo("报告审核");
            assertThat(order.deadline("INVESTIGATION").path("status").asText()).isEqualTo("MET");
            assertThat(jdbc.queryForObject(
                            "select count(*) from extension_request where order_id = ? and open_key is not null",
                            Integer.class,
                            order.id))
                    .isZero();
        }

        @Test
        void ofOneProblemLapsesWithItsEvidenceAndLeavesTheOtherRequestAlone() {
            KeyOrder order = KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2)
                    .rectifying(7, 7);
            for (var each : order.deadlines("RECTIFICATION")) {
                order.government
                        .asksForMoreTime(order.id, each.path("id").asText(), 2, "等待第三方核算")
                        .is(201);
            }
            assertThat(order.lead.taskKeys(order.id)).hasSize(2);

            order.planned(1).evidenced(1);

            assertThat(order.lead.taskKeys(order.id)).containsExactly("userTask_decideExtension");
            order.lead.does(order.id, "userTask_decideExtension", Papers.of("decision", "GRANT", "note", "同意"));
            assertThat(order.timeline()).contains("准予延期 2 个工作日");
        }

        @Test
        void lapsesWithTheTermItAsksToExtend() {
            KeyOrder order = KeyOrder.drafted(duban).received();
            order.government.asksForMoreTime(order.id, null, 3, "需异地调取银行流水").is(201);

            duban.clockTo("2026-10-14T00:01");

            assertThat(order.lead.taskKeys(order.id)).doesNotContain("userTask_decideExtension");
            assertThat(order.timeline()).contains("原期限届满仍未审批，视为不予延期，维持原期限");
            order.government
                    .asksForMoreTime(
                            order.id, order.deadline("INVESTIGATION").path("id").asText(), 2, "期限届满之后")
                    .refused(422, "deadline", "extension-before-due");
        }

        @Test
        void remindsOnceMoreBeforeTheLaterDay() {
            KeyOrder order = KeyOrder.drafted(duban).received();
            duban.clockTo("2026-10-12T09:30");
            assertThat(order.timeline()).filteredOn("调查核实期限临近，提醒承办单位"::equals).hasSize(1);
            order.government.asksForMoreTime(order.id, null, 3, "需异地调取银行流水").is(201);
            order.lead.does(order.id, "userTask_decideExtension", Papers.of("decision", "GRANT", "note", "同意"));
            assertThat(order.due("INVESTIGATION")).isEqualTo(LocalDate.of(2026, 10, 16));

            duban.clockTo("2026-10-15T08:59");
            assertThat(order.timeline()).filteredOn("调查核实期限临近，提醒承办单位"::equals).hasSize(1);
            duban.clockTo("2026-10-15T09:01");
            assertThat(order.timeline()).filteredOn("调查核实期限临近，提醒承办单位"::equals).hasSize(2);
            assertThat(order.state()).isEqualTo("INVESTIGATING");
        }

        @Test
        void isAskedForOverTheApiByTheUnitThatRectifiesForItsOwnTermsOnly() {
            KeyOrder order = KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2)
                    .rectifying(20, 25);
            KeyOrder other = KeyOrder.drafted(duban).received();
            String own = order.deadlines("RECTIFICATION").get(1).path("id").asText();
            String start = "/camunda/api/engine/engine/default/process-definition/key/extension/form-variables";
            assertThat(KeyOrder.stream(Duban.json(order.unit
                                    .get(start)
                                    .ok()
                                    .body()
                                    .path("deadlines")
                                    .path("value")
                                    .asText()))
                            .filter(each -> each.path("value").asText().equals(own))
                            .map(each -> each.path("label").asText()))
                    .singleElement()
                    .asString()
                    .contains("问题 2 整改期限");

            order.unit.asksForMoreTime(other.id, own, 2, "退费户数较多").refused(422, "deadline", "which-deadline");
            order.unit
                    .asksForMoreTime(
                            other.id, other.deadline("INVESTIGATION").path("id").asText(), 2, "退费户数较多")
                    .is(404);
            order.unit.asksForMoreTime(order.id, null, 2, "退费户数较多").is(404);
            as("institution-head.310104T002")
                    .asksForMoreTime(order.id, own, 2, "退费户数较多")
                    .is(404);
            order.unit.asksForMoreTime(order.id, own, 2, "退费户数较多").is(201);
            assertThat(order.timeline()).contains("整改期限申请延期 2 个工作日");
        }

        @Test
        void forAProblemIsAskedForByTheUnitThatRectifies() {
            KeyOrder order = KeyOrder.drafted(duban).rectifying(10);
            LocalDate due = order.due("RECTIFICATION");
            assertThat(due).isEqualTo(LocalDate.of(2026, 10, 15));
            String start = "/camunda/api/engine/engine/default/process-definition/key/extension/";
            JsonNode offered = Duban.json(order.unit
                    .get(start + "form-variables")
                    .ok()
                    .body()
                    .path("deadlines")
                    .path("value")
                    .asText());
            String deadline = order.deadline("RECTIFICATION").path("id").asText();
            assertThat(KeyOrder.stream(offered).map(each -> each.path("value").asText()))
                    .as("the deadlines the unit may choose from")
                    .contains(deadline)
                    .doesNotContain(order.deadline("INVESTIGATION").path("id").asText());

            order.unit
                    .post(
                            start + "submit-form",
                            Map.of(
                                    "variables",
                                    Map.of(
                                            "deadline", Map.of("value", deadline),
                                            "workingDays", Map.of("value", 2),
                                            "reason", Map.of("value", "退费户数较多"))))
                    .is(200);
            order.lead.does(order.id, "userTask_decideExtension", Papers.of("decision", "GRANT", "note", "同意"));

            assertThat(order.due("RECTIFICATION")).isEqualTo(LocalDate.of(2026, 10, 19));
            assertThat(order.unit
                            .find(order.id, "userTask_planRectification", null)
                            .orElseThrow()
                            .path("due")
                            .asText())
                    .isEqualTo("2026-10-20T00:00:00+08:00");
        }
    }

    @Nested
    class T18Withdrawal {

        @Test
        void endsADraftAndEveryOpenOrderAndItsTasksGo() {
            for (KeyOrder order : List.of(
                    KeyOrder.drafted(duban),
                    KeyOrder.drafted(duban).issued(),
                    KeyOrder.drafted(duban).received(),
                    KeyOrder.drafted(duban).reported(),
                    KeyOrder.drafted(duban).rectifying(20))) {
                withdraw(order);
                assertThat(order.state()).isEqualTo("WITHDRAWN");
                assertThat(running(order.id)).as("nothing is left running").isZero();
                assertThat(KeyOrder.stream(order.dossier().path("deadlines"))
                                .map(each -> each.path("status").asText()))
                        .doesNotContain("OPEN");
            }
        }

        @Test
        void takesRequestsAndEscalationOfTheOrderWithIt() {
            KeyOrder order = KeyOrder.drafted(duban).received();
            order.government.asksForMoreTime(order.id, null, 3, "需异地调取银行流水").is(201);
            withdraw(order);
            assertThat(order.lead.tasks(order.id))
                    .as("no request for more time is left to decide")
                    .isEmpty();

            KeyOrder overdue = KeyOrder.drafted(duban).received();
            duban.clockTo("2026-10-14T09:00");
            withdraw(overdue);
            int reminders = overdue.dossier().path("reminders").asInt();
            assertThat(running(overdue.id)).isZero();
            duban.clockTo("2026-10-20T09:00");
            assertThat(overdue.dossier().path("reminders").asInt()).isEqualTo(reminders);
        }

        @Test
        void askedForTooLateIsVoidWhenTheOrderCloses() {
            KeyOrder order = KeyOrder.drafted(duban).reported();
            order.office
                    .asksToEnd(order.id, "WITHDRAWAL", "WRONGLY_ISSUED", Map.of())
                    .is(201);

            order.reviewed(Papers.unfounded(1));

            assertThat(order.state()).isEqualTo("CLOSED_UNFOUNDED");
            assertThat(order.lead.tasks(order.id)).isEmpty();
        }

        @Test
        void neverFreesTheNumber() {
            KeyOrder first = KeyOrder.drafted(duban).issued();
            withdraw(first);

            KeyOrder second = KeyOrder.drafted(duban).issued();

            assertThat(sequence(second)).isEqualTo(sequence(first) + 1);
        }

        @Test
        void isRefusedByTheLeadAndTheOrderGoesOn() {
            KeyOrder order = KeyOrder.drafted(duban).received();
            order.office
                    .asksToEnd(order.id, "WITHDRAWAL", "WRONGLY_ISSUED", Map.of())
                    .is(201);
            order.lead.does(
                    order.id, "userTask_decideDiscontinuation", Papers.of("decision", "REFUSE", "note", "不属错发"));

            assertThat(order.state()).isEqualTo("INVESTIGATING");
            assertThat(order.timeline()).endsWith("不同意撤销，继续督办");
        }
    }

    @Test
    void t19TransferNamesTheBodyThatGoesOn() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        order.office.asksToEnd(order.id, "TRANSFER", "CRIMINAL", Map.of()).refused(422, "receivingBody", "required");
        order.office
                .asksToEnd(order.id, "TRANSFER", "CRIMINAL", Map.of("receivingBody", "徐汇区公安机关"))
                .is(201);
        grant(order);

        assertThat(order.state()).isEqualTo("TRANSFERRED");
        assertThat(order.timeline()).contains("移送至 徐汇区公安机关");
        assertThat(running(order.id)).isZero();
    }

    @Test
    void t20MergerPointsToAnOpenOrderOnTheSameUnit() {
        KeyOrder into = KeyOrder.drafted(duban).received();
        KeyOrder order = KeyOrder.drafted(duban).received();
        KeyOrder other =
                KeyOrder.drafted(duban, Papers.DISTRICT, "310104T002", 1).received();
        order.office
                .asksToEnd(order.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", other.id))
                .refused(422, "targetOrder", "same-unit-same-facts");
        order.office
                .asksToEnd(order.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", into.id))
                .is(201);
        grant(order);

        assertThat(order.state()).isEqualTo("MERGED");
        assertThat(order.timeline()).contains("并案至 " + into.number());
        assertThat(jdbc.queryForObject(
                        "select merged_into from supervision_order where id = ?", String.class, order.id))
                .isEqualTo(into.id);
        assertThat(into.state()).isEqualTo("INVESTIGATING");
        assertThat(running(order.id)).isZero();
    }

    @Test
    void t20OfTwoOrdersThatAreToSwallowEachOtherOneGoesOn() {
        KeyOrder one = KeyOrder.drafted(duban).received();
        KeyOrder other = KeyOrder.drafted(duban).received();
        one.office
                .asksToEnd(one.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", other.id))
                .is(201);
        other.office
                .asksToEnd(other.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", one.id))
                .is(201);
        grant(one);

        Answer late = other.lead.tries(
                other.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));

        late.refused(409, "", "target-state");
        assertThat(late.text("state")).isEqualTo("MERGED");
        other.lead.does(other.id, "userTask_decideDiscontinuation", Papers.of("decision", "REFUSE", "note", "已并案"));
        assertThat(one.state()).isEqualTo("MERGED");
        assertThat(other.state()).isEqualTo("INVESTIGATING");
    }

    @Test
    void t20AMergerIntoAnOrderThatHasEndedMeanwhileIsNotGranted() {
        KeyOrder into = KeyOrder.drafted(duban).received();
        KeyOrder order = KeyOrder.drafted(duban).received();
        order.office
                .asksToEnd(order.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", into.id))
                .is(201);
        withdraw(into);

        Answer late = order.lead.tries(
                order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));

        late.refused(409, "", "target-state");
        assertThat(late.text("state")).isEqualTo("WITHDRAWN");
        assertThat(order.state()).isEqualTo("INVESTIGATING");
    }

    @Test
    void t21EveryTermThatRunsOutMarksTheOrderAndUrgesAtOnceWhileTheStateStays() {
        KeyOrder investigating = KeyOrder.drafted(duban).received();
        KeyOrder supplementing = KeyOrder.drafted(duban)
                .reported()
                .reviewed(Papers.with(Papers.review(duban.today().plusDays(9)), "causeSufficient", false));
        KeyOrder rectifying = KeyOrder.drafted(duban).rectifying(7);

        duban.clockTo("2026-10-14T00:01");

        assertThat(investigating.state()).isEqualTo("INVESTIGATING");
        assertThat(investigating.timeline()).contains("调查核实期限届满，记入逾期", "催办（第 1 次），已逾期 1 个工作日");
        assertThat(supplementing.state()).isEqualTo("SUPPLEMENTING");
        assertThat(supplementing.timeline()).contains("补正期限届满，记入逾期");
        assertThat(supplementing.dossier().path("reminders").asInt()).isPositive();
        assertThat(rectifying.state()).isEqualTo("RECTIFYING");
        assertThat(rectifying.timeline()).contains("问题 1：整改逾期，记入台账并催办");
        assertThat(rectifying.dossier().path("reminders").asInt()).isPositive();
    }

    @Test
    void t22AndT24AProblemNamedInThreeBulletinsLeadsToAccountability() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(7);
        for (int number = 1; number <= 2; number++) {
            order.office
                    .registers(order.id, "沪教督通〔2026〕" + number + "号", duban.today(), 1)
                    .is(201);
        }
        assertThat(order.accountabilities()).isEmpty();

        order.office.registers(order.id, "沪教督通〔2026〕3号", duban.today(), 1).is(201);

        assertThat(order.state()).isEqualTo("RECTIFYING");
        assertThat(order.accountabilities()).hasSize(1);
        String accountability = order.accountabilities().get(0).path("id").asText();
        assertThat(order.lead.taskKeys(accountability)).containsExactly("userTask_formWorkingGroup");
        assertThat(order.interviews()).isEmpty();
    }

    @Test
    void t23AnInterviewIsProposedWhileTheOrderIsWorkedOn() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);

        assertThat(order.interviews()).hasSize(1);
        assertThat(order.state()).isEqualTo("INVESTIGATING");
        assertThat(order.handIn().report().state()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void t24SevereHarmToPupilsLeadsToAccountabilityAtOnce() {
        KeyOrder order = KeyOrder.drafted(duban)
                .reported()
                .reviewed(Papers.with(Papers.review(duban.today().plusDays(9)), "interestSevere", true));

        assertThat(order.state()).isEqualTo("RECTIFYING");
        assertThat(order.accountabilities()).hasSize(1);
    }

    @Test
    void t24SevereHarmFoundInAReportThatGoesBackIsWeighedAtOnce() {
        KeyOrder order = KeyOrder.drafted(duban)
                .reported()
                .reviewed(Papers.with(
                        Papers.review(duban.today().plusDays(9)), "causeSufficient", false, "interestSevere", true));

        assertThat(order.state()).isEqualTo("SUPPLEMENTING");
        assertThat(order.accountabilities()).hasSize(1);
    }

    @Test
    void t25BulletinsAreCarriedOnForTheSameUnitOnly() {
        KeyOrder old = KeyOrder.drafted(duban).rectifying(20);
        old.office.registers(old.id, "沪教督通〔2026〕9号", duban.today(), 1).is(201);
        old.done(1);
        duban.clockToMorningOf(old.due("LOOK_BACK").plusDays(1));
        old.lookedBack(Papers.lookBack(1));
        Map<String, Object> paper = Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1);
        KeyOrder same = KeyOrder.drafted(duban, Papers.with(paper, "previousOrder", old.id));
        KeyOrder another = KeyOrder.drafted(duban, Papers.with(paper, "previousOrder", old.id));

        same.office.does(same.id, "userTask_draftOrder", Papers.checked(paper));
        another.office.does(
                another.id, "userTask_draftOrder", Papers.checked(Papers.with(paper, "accusedUnit", "310104T002")));

        assertThat(bulletins(same)).isEqualTo(1);
        assertThat(bulletins(another)).isZero();
        assertThat(jdbc.queryForObject(
                        "select previous_order from supervision_order where id = ?", String.class, another.id))
                .isNull();
    }

    private int bulletins(KeyOrder order) {
        return jdbc.queryForObject("select bulletin_count from problem where order_id = ?", Integer.class, order.id);
    }

    @Test
    void t25AFactThatComesBackAfterTheArchiveIsANewOrderThatPointsToTheOldOne() {
        KeyOrder old = KeyOrder.drafted(duban).lookingBack().lookedBack(Papers.lookBack(1));
        KeyOrder open = KeyOrder.drafted(duban).received();
        Map<String, Object> paper = Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1);

        KeyOrder again = KeyOrder.drafted(duban, Papers.with(paper, "previousOrder", old.id));

        assertThat(again.number()).isEmpty();
        assertThat(KeyOrder.stream(again.dossier().path("facts"))
                        .filter(each -> each.path("label").asText().equals("前次督办单"))
                        .map(each -> each.path("value").asText()))
                .containsExactly(old.number());
        assertThat(old.state()).as("the closed one stays closed").isEqualTo("CLOSED");
        assertThat(old.office
                        .draft(Papers.with(paper, "previousOrder", open.id))
                        .status())
                .isEqualTo(422);
    }

    private void withdraw(KeyOrder order) {
        order.office.asksToEnd(order.id, "WITHDRAWAL", "DUPLICATE", Map.of()).is(201);
        grant(order);
    }

    private void grant(KeyOrder order) {
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));
    }

    private int sequence(KeyOrder order) {
        return Integer.parseInt(order.number().replaceAll(".*（(\\d+)）.*", "$1"));
    }

    private int running(String order) {
        return jdbc.queryForObject(
                "select count(*) from act_ru_execution where business_key_ = ?", Integer.class, order);
    }

    private int timers(String order) {
        return jdbc.queryForObject(
                "select count(*) from act_ru_job j join act_ru_execution e on e.proc_inst_id_ = j.process_instance_id_"
                        + " where e.business_key_ = ?",
                Integer.class,
                order);
    }
}
