package io.duban.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.Deadlines;
import io.duban.engine.RunningDates;
import io.duban.interview.LadderRooms;
import io.duban.interview.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactFindingsTest {

    private static LadderRooms rooms;
    private FactFindings factFindings;

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
        factFindings = rooms.get(FactFindings.class);
    }

    @Test
    void theWorkingGroupHasThreeMembersAndOneLeader() {
        var accountability = new AccountabilityCase(rooms);
        var leader = new GroupMember("孙组长", "310000", true);
        var member = new GroupMember("周成员", "310104", false);
        var other = new GroupMember("吴成员", "310000", false);

        Refused.naming("members", "group-size", () -> form(accountability, leader, member));
        Refused.naming(
                "members",
                "group-leader",
                () -> form(accountability, new GroupMember("孙", "310000", false), member, other));
        Refused.naming(
                "members",
                "group-leader",
                () -> form(accountability, leader, member, new GroupMember("钱", "310000", true)));
        Refused.naming("members[2].name", "member-twice", () -> form(accountability, leader, member, member));
        assertThat(accountability.state()).isEqualTo(AccountabilityState.PROPOSED);

        form(accountability, leader, member, other);
        assertThat(accountability.state()).isEqualTo(AccountabilityState.FACT_FINDING);
    }

    @Test
    void nobodyOfTheAccusedUnitOrFromBelowItBelongsToTheGroup() {
        var accountability = new AccountabilityCase(rooms);
        var leader = new GroupMember("孙组长", "310000", true);
        var member = new GroupMember("周成员", "310104", false);

        Refused.naming(
                "members[2].unit",
                "group-recusal",
                () -> form(accountability, leader, member, new GroupMember("李", "310101", false)));
        Refused.naming(
                "members[2].unit",
                "group-recusal",
                () -> form(accountability, leader, member, new GroupMember("李", "310101S001", false)));
        Refused.naming(
                "members[2].unit",
                "unknown-unit",
                () -> form(accountability, leader, member, new GroupMember("李", "999999", false)));
    }

    @Test
    void nobodyOfAUnitThatIsFoundAccountableBelongsToTheGroupEither() {
        var accountability = new AccountabilityCase(rooms).grouped();
        var department = new Subject("s1", 1, "市教委", "310000D01", SubjectKind.DEPARTMENT, Severity.LIGHT, List.of());

        Refused.naming(
                "subjects[0].unit",
                "group-recusal",
                () -> factFindings.establish(
                        accountability.id, AccountabilityCase.facts(true, department), "investigator"));
    }

    /** What a district itself has done is for the city. */
    @Test
    void noBodyHoldsItselfToAccount() {
        var id = rooms.get(Accountabilities.class)
                .propose(new AccountabilityProposal(
                        "order-of-a-district",
                        "黄教督〔2026〕7号",
                        "关于学科类培训违规问题的督办",
                        "310101",
                        "310101",
                        "310101T001",
                        List.of("REPEATED_BULLETINS"),
                        "三次点名通报，问题仍未整改。"))
                .orElseThrow();
        factFindings.formWorkingGroup(id, AccountabilityCase.GROUP);

        Refused.naming(
                "subjects[0].unit",
                "subject-is-issuer",
                () -> factFindings.establish(
                        id, AccountabilityCase.facts(true, AccountabilityCase.district(1)), "investigator"));
    }

    @Test
    void theFactsNeedMaterialAReasonAndDistinctSubjects() {
        var accountability = new AccountabilityCase(rooms).grouped();
        var subject = AccountabilityCase.district(1);
        var nameless =
                new Subject("s2", 1, " ", "310101S001", SubjectKind.RESPONSIBLE_PERSON, Severity.LIGHT, List.of());

        Refused.naming(
                "material",
                "fact-material",
                () -> factFindings.establish(
                        accountability.id, new FactFinding("属实。", List.of(subject), true, "事实清楚。"), "a"));
        Refused.naming(
                "reason",
                "start-reason",
                () -> factFindings.establish(
                        accountability.id,
                        new FactFinding(AccountabilityCase.MATERIAL, List.of(subject), true, "是"),
                        "a"));
        Refused.naming(
                "subjects",
                "subjects-named",
                () -> factFindings.establish(accountability.id, AccountabilityCase.facts(true), "a"));
        Refused.naming(
                "subjects[1].name",
                "subject-twice",
                () -> factFindings.establish(
                        accountability.id,
                        AccountabilityCase.facts(true, subject, AccountabilityCase.district(2)),
                        "a"));
        Refused.naming(
                "subjects[0].name",
                "subject-name",
                () -> factFindings.establish(accountability.id, AccountabilityCase.facts(true, nameless), "a"));
        assertThat(accountability.state()).isEqualTo(AccountabilityState.FACT_FINDING);
    }

    @Test
    void establishedFactsMeetTheSixtyDays() {
        var accountability = new AccountabilityCase(rooms).established();

        assertThat(accountability.state()).isEqualTo(AccountabilityState.NOTIFYING);
        assertThat(rooms.get(Deadlines.class).of(accountability.id))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.status()).isEqualTo(DeadlineStatus.MET));
    }

    @Test
    void notStartingEndsTheCaseAndTellsTheRoomsAbove() {
        var accountability = new AccountabilityCase(rooms).grouped();

        factFindings.establish(accountability.id, AccountabilityCase.facts(false), "investigator");

        assertThat(accountability.state()).isEqualTo(AccountabilityState.NOT_STARTED);
        assertThat(rooms.events())
                .contains(new AccountabilityConcluded(accountability.id, accountability.orderId, false));
    }

    @Test
    void theSixtyDaysAreMarkedOverdueOnceAndOnlyWhileTheFactsAreOwed() {
        var late = new AccountabilityCase(rooms).grouped();
        var punctual = new AccountabilityCase(rooms).established();
        factFindings.markOverdue(late.id);
        assertThat(rooms.trail(late.id)).as("before the term").doesNotContain("FACT_FINDING_OVERDUE");
        rooms.setToday(AccountabilityCase.TODAY.plusDays(120));
        factFindings.markOverdue(late.id);
        factFindings.markOverdue(late.id);
        factFindings.markOverdue(punctual.id);

        assertThat(rooms.trail(late.id)).containsOnlyOnce("FACT_FINDING_OVERDUE");
        assertThat(rooms.trail(punctual.id)).doesNotContain("FACT_FINDING_OVERDUE");
    }

    @Test
    void aMovedDeadlineMovesTimerAndTask() {
        var accountability = new AccountabilityCase(rooms).grouped();
        var deadlines = rooms.get(Deadlines.class);
        var sixtyDays = deadlines.of(accountability.id).get(0);

        var moved = deadlines.extend(sixtyDays.id(), 5, "案情复杂，申请延期", "王主任");

        verify(rooms.get(RunningDates.class))
                .move(
                        RunningDates.Running.of("accountability", accountability.id),
                        Map.of("factFindingDue", moved.dueAt()),
                        Map.of("boundaryTimer_factFindingDue", "factFindingDue"),
                        "factFindingDue",
                        List.of("userTask_establishFacts"));
    }

    private void form(AccountabilityCase accountability, GroupMember... members) {
        factFindings.formWorkingGroup(accountability.id, new WorkingGroup(List.of(members)));
    }
}
