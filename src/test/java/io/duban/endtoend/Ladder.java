package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 约谈 and 问责 in their shortest form, up to the interview that led to nothing and the decision that is filed. */
record Ladder(Duban duban, String issuer) {

    /** Whoever has not answered a key-issue order by then has been urged three times, and an interview is proposed. */
    static final String INTERVIEW_DUE = "2026-10-27T09:00";

    Ladder(Duban duban) {
        this(duban, "310000");
    }

    void interviewed(String interview) {
        String today = duban.today().toString();
        rectificationDemanded(interview, "310104");
        rectified(interview);
        duban.as("supervision-office." + issuer)
                .does(
                        interview,
                        "userTask_followUpInterview",
                        Papers.of("result", "UNRESOLVED", "checkedOn", today, "reason", "经核实，整改没有落实，已逐项核对。"));
    }

    /** Approved, invited, held and reported to party committee and government. */
    void rectificationDemanded(String interview, String unit) {
        duban.as("supervision-lead." + issuer)
                .does(interview, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "同意约谈"));
        invited(interview, unit);
        held(interview);
        reported(interview);
    }

    /** 约谈通知 for today. */
    void invited(String interview, String unit) {
        duban.as("supervision-office." + issuer)
                .does(
                        interview,
                        "userTask_notifyInterviewee",
                        Papers.of(
                                "intervieweeUnit",
                                unit,
                                "meetingDate",
                                duban.today().toString(),
                                "place",
                                "市教委会议室",
                                "noticeText",
                                "请负责人到会，说明逾期未报送调查报告的原因。"));
    }

    void held(String interview) {
        duban.as("supervision-office." + issuer)
                .does(
                        interview,
                        "userTask_holdInterview",
                        Papers.of(
                                "heldOn",
                                duban.today().toString(),
                                "record",
                                "约谈人通报有关情况，被约谈人说明原因并表态立即整改。",
                                "demands",
                                "三日内报送整改情况",
                                "attendees",
                                List.of(attendee("约谈人甲", "INTERVIEWER"), attendee("被约谈人乙", "INTERVIEWEE"))));
    }

    void reported(String interview) {
        duban.as("supervision-office." + issuer)
                .does(
                        interview,
                        "userTask_reportToPartyAndGovernment",
                        Papers.of(
                                "recipients",
                                List.of("PARTY_COMMITTEE", "GOVERNMENT"),
                                "documentTitle",
                                "关于约谈徐汇区人民政府有关情况的通报",
                                "sentOn",
                                duban.today().toString()));
    }

    void rectified(String interview) {
        duban.as("government.310104")
                .does(
                        interview,
                        "userTask_submitInterviewRectification",
                        Papers.of("measures", "区政府专题研究，限期整改", "results", "已责成有关部门逐项整改并追究责任"));
    }

    void heldAccountable(String accountability) {
        factsEstablished(accountability);
        notified(accountability);
        heard(accountability);
        decided(accountability);
    }

    void factsEstablished(String accountability) {
        factsEstablished(accountability, Papers.of("kind", "GOVERNMENT", "unit", "310104", "severity", "MEDIUM"));
    }

    @SafeVarargs
    final void factsEstablished(String accountability, Map<String, Object>... subjects) {
        duban.as("supervision-lead." + issuer)
                .does(
                        accountability,
                        "userTask_formWorkingGroup",
                        Papers.of("members", List.of(member("组长甲", true), member("成员乙", false), member("成员丙", false))));
        duban.as("supervision-office." + issuer)
                .does(
                        accountability,
                        "userTask_establishFacts",
                        Papers.of(
                                "material",
                                "该区人民政府报送的调查报告与查明的事实不符，经约谈，约谈整改期限届满仍未落实，督办事项长期搁置，有关情况属实，证据齐全。",
                                "start",
                                "START",
                                "reason",
                                "约谈后仍整改不力",
                                "subjects",
                                List.of(subjects)));
    }

    void notified(String accountability) {
        rows(
                "supervision-office." + issuer,
                accountability,
                "userTask_notifySubject",
                "notifications",
                Papers.of("notifiedOn", duban.today().toString(), "way", "IN_PERSON"),
                Map.of());
    }

    void heard(String accountability) {
        rows(
                "supervision-office." + issuer,
                accountability,
                "userTask_hearStatement",
                "statements",
                Papers.of(
                        "heardOn",
                        duban.today().toString(),
                        "waived",
                        false,
                        "statement",
                        "已认识到问题",
                        "consideration",
                        "不影响认定"),
                Map.of());
    }

    void decided(String accountability) {
        decided(accountability, "PUBLIC_CRITICISM");
    }

    void decided(String accountability, String sanction) {
        rows(
                "committee-director." + issuer,
                accountability,
                "userTask_decideAccountability",
                "sanctions",
                Papers.of("forms", List.of(sanction)),
                Papers.of(
                        "decision", "APPROVED",
                        "basicFacts", "基本情况属实",
                        "accountabilityFacts", "问责事实清楚",
                        "legalBasis", "《教育督导问责办法》",
                        "effectiveDate", duban.today().toString()));
    }

    void delivered(String accountability) {
        duban.as("supervision-office." + issuer)
                .does(
                        accountability,
                        "userTask_issueDecision",
                        Papers.of(
                                "deliveredOn",
                                duban.today().toString(),
                                "way",
                                "IN_PERSON",
                                "recipients",
                                "徐汇区人民政府，抄送组织部门"));
    }

    /** Fills every prepared row of a form with the same words. */
    private void rows(
            String account,
            String caseId,
            String key,
            String list,
            Map<String, Object> words,
            Map<String, Object> rest) {
        Person person = duban.as(account);
        String task = person.task(caseId, key);
        List<Map<String, Object>> rows = new ArrayList<>();
        person.form(task)
                .ok()
                .body()
                .path("data")
                .path(list)
                .forEach(row ->
                        rows.add(Papers.with(words, "ref", row.path("ref").asText())));
        assertThat(rows).isNotEmpty();
        person.fillsIn(task, Papers.with(rest, list, rows));
    }

    private static Map<String, Object> attendee(String name, String role) {
        return Papers.of("name", name, "unit", "有关单位", "post", "负责人", "role", role);
    }

    private static Map<String, Object> member(String name, boolean leader) {
        return Papers.of("name", name, "unit", "310000", "leader", leader);
    }
}
