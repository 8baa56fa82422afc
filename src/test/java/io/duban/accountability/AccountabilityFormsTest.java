package io.duban.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.duban.form.Flags;
import io.duban.interview.LadderRooms;
import io.duban.interview.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountabilityFormsTest {

    private static final String TODAY = LadderRooms.TODAY.toString();

    /** The first day on which nobody can ask for a review of what was delivered today. */
    private static final LocalDate FILED_ON = LocalDate.of(2026, 10, 22);

    private static LadderRooms rooms;

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
    }

    @Test
    void everyFormIsFilledInFromTheWorkingGroupToTheArchiveAndLeavesOnlyFlags() throws Exception {
        var accountability = new AccountabilityCase(rooms);

        assertThat(submit(accountability, "formWorkingGroup", "lead", group())).isEqualTo(Flags.none());
        assertThat(submit(accountability, "establishFacts", "investigator", facts("START")))
                .isEqualTo(Flags.of(AccountabilityVariables.GROUNDS_ESTABLISHED, true));
        assertThat(submit(accountability, "notifySubject", "office", notices())).isEqualTo(Flags.none());
        assertThat(submit(accountability, "hearStatement", "office", statements()))
                .isEqualTo(Flags.none());
        assertThat(submit(accountability, "decideAccountability", "director", decision("APPROVED")))
                .isEqualTo(Flags.of(AccountabilityVariables.ACCOUNTABILITY_DECISION, "APPROVED"));
        delegate("numberDecision", accountability);
        assertThat(submit(
                        accountability,
                        "issueDecision",
                        "office",
                        Map.of("deliveredOn", TODAY, "way", "IN_PERSON", "recipients", "黄浦区人民政府，抄送市委组织部")))
                .isEqualTo(Flags.none());
        assertThat(rooms.view("userTask_archiveAccountability", accountability.id))
                .containsEntry("objectedUntil", "2026-10-21");
        rooms.setToday(FILED_ON);
        assertThat(submit(
                        accountability,
                        "archiveAccountability",
                        "office",
                        Map.of(
                                "filingNumber",
                                "问档2026-1",
                                "higherOffice",
                                "国务院教育督导委员会办公室",
                                "filedOn",
                                FILED_ON.toString())))
                .isEqualTo(Flags.none());

        var dossier = rooms.get(Accountabilities.class).dossier(accountability.id);
        assertThat(dossier.state()).isEqualTo(AccountabilityState.ARCHIVED);
        assertThat(dossier.facts())
                .contains(
                        new AccountabilityDossier.Fact("问责决定编号", "沪教督责〔2026〕1号"),
                        new AccountabilityDossier.Fact("被问责数量", "单位 1 个，个人 1 人次"),
                        new AccountabilityDossier.Fact("生效时间", TODAY));
        assertThat(dossier.subjects())
                .extracting(
                        AccountabilityDossier.Person::name,
                        AccountabilityDossier.Person::kind,
                        AccountabilityDossier.Person::severity,
                        AccountabilityDossier.Person::sanctions)
                .containsExactly(tuple("黄浦区", "政府", "情节较重", "公开批评、督导通报"), tuple("郑校长", "学校主要负责人", "情节严重，从重", "组织处理建议"));
    }

    @Test
    void notStartingReturningAndRejectingAnswerTheFlagsForTheOtherWays() {
        var notStarted = new AccountabilityCase(rooms).grouped();
        assertThat(submit(notStarted, "establishFacts", "investigator", facts("NOT_START")))
                .isEqualTo(Flags.of(AccountabilityVariables.GROUNDS_ESTABLISHED, false));

        for (var outcome : List.of("RETURNED", "REJECTED")) {
            var accountability =
                    new AccountabilityCase(rooms).established().notified().heard();
            var typed = Map.<String, Object>of("decision", outcome, "reason", "证据不足，理由如下。");
            assertThat(submit(accountability, "decideAccountability", "director", typed))
                    .isEqualTo(Flags.of(AccountabilityVariables.ACCOUNTABILITY_DECISION, outcome));
        }
    }

    @Test
    void aPassedDeadlineIsMarkedByItsServiceTask() throws Exception {
        var accountability = new AccountabilityCase(rooms).grouped();
        rooms.setToday(AccountabilityCase.TODAY.plusDays(120));

        delegate("markFactFindingOverdue", accountability);

        assertThat(rooms.get(Accountabilities.class).dossier(accountability.id).facts())
                .contains(new AccountabilityDossier.Fact("调查认定", "已逾期"));
    }

    @Test
    void theAccusedSideIsNotOfferedForTheWorkingGroup() {
        var accountability = new AccountabilityCase(rooms);

        assertThat(rooms.view("userTask_formWorkingGroup", accountability.id).get("units"))
                .asString()
                .contains("310000", "310104", "310000D01")
                .doesNotContain("310101");
    }

    @Test
    void theDirectorSeesForEachSubjectWhatItSaidAndWhichFormsAreSuggested() {
        var accountability =
                new AccountabilityCase(rooms).established().notified().heard();

        assertThat(rooms.view("userTask_decideAccountability", accountability.id)
                        .get("sanctions"))
                .asString()
                .contains("黄浦区", "请求从轻", "放弃陈述", "公开批评", "郑校长（云帆实验小学）");
    }

    @Test
    void aRowIsKnownByItsReferenceWhichMustBelongToTheCase() {
        var accountability = new AccountabilityCase(rooms).established();
        var foreign = Map.<String, Object>of(
                "notifications",
                List.of(
                        Map.of("ref", "1", "notifiedOn", TODAY, "way", "POST"),
                        Map.of("ref", "7", "notifiedOn", TODAY, "way", "POST")));

        Refused.naming(
                "notifications[1].ref",
                "every-subject",
                () -> submit(accountability, "notifySubject", "office", foreign));
    }

    private static Flags submit(
            AccountabilityCase accountability, String task, String person, Map<String, Object> typed) {
        return rooms.submit("userTask_" + task, accountability.id, person, typed);
    }

    private static void delegate(String name, AccountabilityCase accountability) throws Exception {
        var execution = mock(DelegateExecution.class);
        when(execution.getVariable("caseId")).thenReturn(accountability.id);
        rooms.get(name, JavaDelegate.class).execute(execution);
    }

    private static Map<String, Object> group() {
        return Map.of(
                "members",
                List.of(
                        Map.of("name", "孙组长", "unit", "310000", "leader", true),
                        Map.of("name", "周成员", "unit", "310000D01", "leader", false),
                        Map.of("name", "吴成员", "unit", "310104", "leader", false)));
    }

    private static Map<String, Object> facts(String start) {
        return Map.of(
                "material",
                AccountabilityCase.MATERIAL,
                "start",
                start,
                "reason",
                "事实清楚，符合问责情形。",
                "subjects",
                List.of(
                        Map.of("kind", "GOVERNMENT", "unit", "310101", "severity", "MEDIUM"),
                        Map.of(
                                "kind",
                                "SCHOOL_HEAD",
                                "unit",
                                "310101S001",
                                "name",
                                "郑校长",
                                "severity",
                                "GRAVE",
                                "aggravating",
                                List.of("CONCEALMENT", "REPEATED_WITHIN_YEAR"))));
    }

    private static Map<String, Object> notices() {
        return Map.of(
                "notifications",
                List.of(
                        Map.of("ref", "1", "name", "黄浦区", "notifiedOn", TODAY, "way", "IN_PERSON"),
                        Map.of("ref", "2", "name", "郑校长", "notifiedOn", TODAY, "way", "POST")));
    }

    private static Map<String, Object> statements() {
        return Map.of(
                "statements",
                List.of(
                        Map.of(
                                "ref", "1",
                                "heardOn", TODAY,
                                "waived", false,
                                "statement", "已部署整改，请求从轻。",
                                "consideration", "整改未见成效，不予采纳。"),
                        Map.of("ref", "2", "heardOn", TODAY, "waived", true, "consideration", "本人当日放弃声明")));
    }

    private static Map<String, Object> decision(String outcome) {
        return Map.of(
                "decision",
                outcome,
                "basicFacts",
                "黄浦区学科类培训治理基本情况。",
                "accountabilityFacts",
                "三次通报后仍未整改到位。",
                "legalBasis",
                "《教育督导问责办法》第六条。",
                "effectiveDate",
                TODAY,
                "sanctions",
                List.of(
                        Map.of("ref", "1", "forms", List.of("PUBLIC_CRITICISM", "SUPERVISION_BULLETIN")),
                        Map.of("ref", "2", "forms", List.of("ORGANISATIONAL_MEASURE"))));
    }
}
