package io.duban.accountability;

import io.duban.interview.LadderRooms;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An accountability case in the making, brought to where a test begins. */
final class AccountabilityCase {

    static final LocalDate TODAY = LadderRooms.TODAY;
    static final String MATERIAL =
            "经调查认定，该区在收到三次通报后仍未对学科类培训违规问题进行整改，" + "相关机构继续在周末开班授课，涉及学生一百二十人，区教育局未采取有效措施，情况属实，证据充分。";
    static final WorkingGroup GROUP = new WorkingGroup(List.of(
            new GroupMember("孙组长", "310000", true),
            new GroupMember("周成员", "310000D01", false),
            new GroupMember("吴成员", "310104", false)));

    private final LadderRooms rooms;
    final String orderId = "order-" + UUID.randomUUID();
    final String id;

    AccountabilityCase(LadderRooms rooms) {
        this.rooms = rooms;
        this.id = rooms.get(Accountabilities.class).propose(proposal(orderId)).orElseThrow();
    }

    static AccountabilityProposal proposal(String orderId) {
        return new AccountabilityProposal(
                orderId,
                "沪教督〔2026〕7号",
                "关于学科类培训违规问题的督办",
                "310000",
                "310101",
                "310101",
                List.of("REPEATED_BULLETINS"),
                "半月报三次点名通报，问题仍未整改。");
    }

    static Subject district(int position) {
        return new Subject(
                UUID.randomUUID().toString(),
                position,
                "黄浦区",
                "310101",
                SubjectKind.GOVERNMENT,
                Severity.MEDIUM,
                List.of());
    }

    static Subject head(int position) {
        return new Subject(
                UUID.randomUUID().toString(),
                position,
                "郑校长",
                "310101S001",
                SubjectKind.SCHOOL_HEAD,
                Severity.GRAVE,
                List.of(AggravatingGround.CONCEALMENT));
    }

    static FactFinding facts(boolean started, Subject... subjects) {
        return new FactFinding(MATERIAL, List.of(subjects), started, "事实清楚，符合问责情形。");
    }

    static AccountabilityDecision approval(LocalDate effective, SubjectSanctions... sanctions) {
        return new AccountabilityDecision(
                DecisionOutcome.APPROVED,
                "",
                "黄浦区学科类培训治理基本情况。",
                "三次通报后仍未整改到位。",
                "《教育督导问责办法》第六条。",
                List.of(sanctions),
                effective);
    }

    static AccountabilityDecision refusal(DecisionOutcome outcome, String reason) {
        return new AccountabilityDecision(outcome, reason, "", "", "", List.of(), null);
    }

    static SubjectSanctions chosen(String ref, Sanction... sanctions) {
        return new SubjectSanctions(ref, List.of(sanctions));
    }

    AccountabilityCase grouped() {
        rooms.get(FactFindings.class).formWorkingGroup(id, GROUP);
        return this;
    }

    AccountabilityCase established() {
        grouped();
        return establishedAgain("investigator");
    }

    AccountabilityCase establishedAgain(String person) {
        rooms.get(FactFindings.class).establish(id, facts(true, district(1), head(2)), person);
        return this;
    }

    AccountabilityCase notified() {
        rooms.get(Hearings.class)
                .notifySubjects(
                        id,
                        List.of(
                                new SubjectNotice("1", TODAY, NotificationWay.IN_PERSON),
                                new SubjectNotice("2", TODAY, NotificationWay.POST)),
                        "office");
        return this;
    }

    AccountabilityCase heard() {
        rooms.get(Hearings.class)
                .hear(
                        id,
                        List.of(
                                new Statement("1", TODAY, false, "已部署整改，请求从轻。", "整改未见成效，不予采纳。"),
                                new Statement("2", TODAY, true, "", "本人2026年9月21日放弃声明")),
                        "office");
        return this;
    }

    AccountabilityCase decided() {
        established().notified().heard();
        decide(
                approval(
                        TODAY,
                        chosen("1", Sanction.PUBLIC_CRITICISM),
                        chosen("2", Sanction.ORGANISATIONAL_MEASURE, Sanction.INTERVIEW)),
                "director");
        return this;
    }

    void decide(AccountabilityDecision decision, String person) {
        rooms.get(AccountabilityDecisions.class).decide(id, decision, person);
    }

    AccountabilityState state() {
        return rooms.get(Accountabilities.class).dossier(id).state();
    }
}
