package io.duban.endtoend;

import java.util.Map;

/** A 问题线索 on its way, received by the city and handled in a district; each method is one step of those who do it. */
final class LeadCase {

    static final String DIVISION = "petition-office";

    final Duban duban;
    final String ref;
    final String district;
    final String accused;
    final Person city;
    final Person handler;
    final Person head;
    final Person office;

    private LeadCase(Duban duban, String ref, String accused) {
        this.duban = duban;
        this.ref = ref;
        this.accused = accused;
        district = accused.substring(0, 6);
        city = duban.as("petition-office." + Papers.PROVINCE);
        handler = duban.as("petition-office." + district);
        head = duban.as("supervision-lead." + Papers.PROVINCE);
        office = duban.as("supervision-office." + Papers.PROVINCE);
    }

    static LeadCase of(Duban duban, String ref, String accused) {
        return new LeadCase(duban, ref, accused);
    }

    /** A lead against the institution that was found true and answered; {@code more} is said in its triage. */
    static LeadCase concluded(Duban duban, Map<String, Object> more) {
        LeadCase lead = registered(duban);
        Map<String, Object> triage = lead.triage("反映周末违规补课");
        triage.putAll(more);
        return lead.triaged(triage)
                .transferred()
                .guided()
                .received()
                .verified()
                .concluded("VALID")
                .replied("经核查属实，感谢监督。");
    }

    /** An anonymous call about the institution, not looked at yet. */
    static LeadCase registered(Duban duban) {
        String ref = duban.as("petition-office." + Papers.PROVINCE)
                .post(
                        "/api/leads",
                        Papers.of(
                                "channel", "PHONE",
                                "sourceLevel", "CITY",
                                "receivedOn", duban.today().toString(),
                                "unit", Papers.INSTITUTION,
                                "category", "HIDDEN_VARIANT",
                                "named", false,
                                "text", "来电反映周末补课。"))
                .is(201)
                .text("leadRef");
        return of(duban, ref, Papers.INSTITUTION);
    }

    Map<String, Object> triage(String summary) {
        return Papers.weighed(Papers.of(
                "summary",
                summary,
                "accusedUnit",
                accused,
                "category",
                "HIDDEN_VARIANT",
                "topic",
                "TRAINING_INSTITUTION",
                "inScope",
                true,
                "concrete",
                true));
    }

    LeadCase triaged(Map<String, Object> triage) {
        city.post("/api/leads/" + ref + "/triage", triage).ok();
        return this;
    }

    LeadCase transferred() {
        city.does(
                ref,
                "userTask_transferLead",
                Papers.of(
                        "handlingUnit",
                        district,
                        "division",
                        DIVISION,
                        "guidingDivision",
                        "training-division",
                        "note",
                        "请依法核查。"));
        return this;
    }

    LeadCase guided() {
        duban.as("training-division." + Papers.PROVINCE)
                .does(ref, "userTask_guideLead", Papers.of("guidance", "请核对收费公示与备案。"));
        return this;
    }

    LeadCase received() {
        handler.does(ref, "userTask_receiveLead", Papers.of("division", DIVISION, "handler", "承办人员甲"));
        return this;
    }

    LeadCase asksForTime() {
        handler.does(
                ref, "userTask_verifyLead", Papers.of("decision", "EXTEND", "days", 10, "reason", "须调取全年收费凭证，工作量较大。"));
        return this;
    }

    LeadCase grantsTime(String decision) {
        head.does(ref, "userTask_decideLeadExtension", Papers.of("decision", decision, "note", "情况属实。"));
        return this;
    }

    LeadCase verified() {
        handler.does(
                ref,
                "userTask_verifyLead",
                Papers.of(
                        "decision", "REPORT",
                        "investigators", "核查员甲、核查员乙",
                        "process", "到场检查并调取收费凭证。",
                        "facts", "查明周末以其他名义开设学科类课程。",
                        "measures", "责令停止并清退费用。"));
        return this;
    }

    LeadCase concluded(String decision) {
        city.does(
                ref,
                "userTask_concludeLead",
                Papers.weighed(Papers.of("decision", decision, "note", "核查过程与凭证核对。"), "severe"));
        return this;
    }

    LeadCase replied(String words) {
        city.does(ref, "userTask_replyReporter", Papers.of("reply", words));
        return this;
    }

    LeadCase declined(String words) {
        city.does(ref, "userTask_declineLead", Papers.of("reply", words, "competentBody", "市场监督管理局"));
        return this;
    }

    LeadCase ordered() {
        office.does(ref, "userTask_chooseInstrument", instrument());
        return this;
    }

    static Map<String, Object> instrument() {
        return Papers.of(
                "instrument", "KEY_ISSUE_ORDER",
                "title", "关于违规开设学科类课程的督办",
                "problem", "周末以其他名义开设学科类课程",
                "covert", false,
                "publish", false,
                "reason", "问题性质严重。");
    }
}
