package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.engine.Accounts;
import io.duban.engine.Accounts.NewUser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 回避 in interview and accountability: nobody decides about the own unit, whichever of the two it is in. */
class LadderRecusalTest extends EndToEnd {

    private static final List<String> CITY =
            List.of("supervision-office.310000", "supervision-lead.310000", "committee-director.310000");
    private static final String ACCUSED = "accused.in.the.city";
    private static final String ADDRESSEE = "addressee.in.the.city";
    private static final String SCHOOL = "school.in.the.city";

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void peopleWithAFootInBothCamps() {
        account(ACCUSED, "institution-head.310104T001");
        account(ADDRESSEE, "government.310104");
        account(SCHOOL, "school-head.310104S001");
    }

    @Test
    void theAccusedUnitAndTheAddresseeDoNotDecideWhetherThereIsAnInterview() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String interview = proposed(order);
        Map<String, Object> declined = Papers.of("decision", "DECLINED", "opinion", "不必约谈");

        for (String account : List.of(ACCUSED, ADDRESSEE)) {
            String task = order.lead.task(interview, "userTask_approveInterview");
            kept(account, interview, task, declined);
        }

        new Ladder(duban).rectificationDemanded(interview, "310104");
        as(ADDRESSEE)
                .does(
                        interview,
                        "userTask_submitInterviewRectification",
                        Papers.of("measures", "区政府专题研究，限期整改", "results", "已责成有关部门逐项整改"));
        String followUp = order.office.task(interview, "userTask_followUpInterview");
        for (String account : List.of(ACCUSED, ADDRESSEE)) {
            kept(
                    account,
                    interview,
                    followUp,
                    Papers.of(
                            "result", "RESOLVED", "checkedOn", duban.today().toString(), "reason", "经核实，整改已经到位，逐项核对。"));
        }
        account("nobody.in.the.case", "institution-head.310105T001");
        as("nobody.in.the.case").claim(followUp).is(204);
    }

    @Test
    void aUnitThatIsInvitedKeepsNoMinutesOfItsOwnInterview() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String interview = proposed(order);
        order.lead.does(interview, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "同意约谈"));
        new Ladder(duban).invited(interview, "310104S001");

        kept(SCHOOL, interview, order.office.task(interview, "userTask_holdInterview"), Map.of("record", "无"));
    }

    @Test
    void theAccusedUnitDoesNotEndItsInterview() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String interview = proposed(order);
        order.office.asksToEnd(order.id, "WITHDRAWAL", "DUPLICATE", Map.of()).is(201);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));

        as(ACCUSED)
                .post("/api/interviews/" + interview + "/ending", Map.of("reason", "不必再谈"))
                .refused(403, "", "investigator-recusal");

        assertThat(state("interviews", interview)).isEqualTo("PROPOSED");
    }

    @Test
    void theAccusedUnitAndWhoeverIsHeldToAccountDoNotDecideOnAccountability() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        String accountability = proposedForBulletins(order);
        for (String account : List.of(ACCUSED, ADDRESSEE)) {
            kept(
                    account,
                    accountability,
                    order.lead.task(accountability, "userTask_formWorkingGroup"),
                    Map.of("members", List.of()));
        }

        new Ladder(duban)
                .factsEstablished(
                        accountability, Papers.of("kind", "SCHOOL", "unit", "310104S001", "severity", "MEDIUM"));

        for (String account : List.of(ACCUSED, ADDRESSEE, SCHOOL)) {
            kept(
                    account,
                    accountability,
                    order.office.task(accountability, "userTask_notifySubject"),
                    Map.of("notifications", List.of()));
        }
        new Ladder(duban).notified(accountability);
        new Ladder(duban).heard(accountability);
        kept(
                SCHOOL,
                accountability,
                as("committee-director.310000").task(accountability, "userTask_decideAccountability"),
                Map.of("decision", "REJECTED"));
        new Ladder(duban).decided(accountability);
    }

    @Test
    void aBodyNeitherInvitesNorHoldsToAccountItself() {
        Person office = as("supervision-office.310104");
        Map<String, Object> paper =
                Papers.letter("RECTIFICATION_ORDER", "310104T001", duban.today().plusDays(4));
        String order = office.drafts(paper);
        office.does(order, "userTask_draftOrder", Papers.checked(paper));
        as("supervision-lead.310104").does(order, "userTask_issueOrder", Papers.signed());
        as("institution-head.310104T001").does(order, "userTask_receiveOrder", Papers.of("responsible", "负责人"));
        duban.clockTo("2026-10-23T09:00");
        String interview = office.get("/api/interviews?order=" + order)
                .ok()
                .body()
                .get(0)
                .path("id")
                .asText();
        as("supervision-lead.310104")
                .does(interview, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "同意约谈"));
        String notice = office.task(interview, "userTask_notifyInterviewee");
        assertThat(office.form(notice).ok().body().path("data").path("units").toString())
                .contains("310104T001")
                .doesNotContain("\"310104\"");
        office.submit(
                        notice,
                        Papers.of(
                                "intervieweeUnit",
                                "310104",
                                "meetingDate",
                                duban.today().toString(),
                                "place",
                                "会议室",
                                "noticeText",
                                "请负责人到会，说明逾期未整改的原因。"))
                .refused(422, "intervieweeUnit", "option");
        assertThat(office.get("/api/interviews/" + interview).ok().text("state"))
                .isEqualTo("APPROVED");
    }

    private void kept(String account, String caseId, String task, Map<String, Object> fields) {
        Person person = as(account);
        assertThat(person.tasks(caseId)).as("lists omit it").isEmpty();
        person.form(task).is(404);
        person.get("/api/tasks/" + task + "/case").is(404);
        assertThat(person.get("/api/tasks/cards?ids=" + task).ok().body()).isEmpty();
        Answer refused = person.claim(task).refused(403, "", "investigator-recusal");
        assertThat(refused.text("detail"))
                .as("a sentence that can be read")
                .startsWith(account.equals(ACCUSED) ? "您所在单位就是被举报单位，不得自查核实；您不得认领或办理该事项" : "您所在的“")
                .endsWith("请由无回避情形的人员办理。");
        person.submit(task, fields).refused(403, "", "investigator-recusal");
        new Browser(duban, account).claim(task).is(403);
        assertThat(assignee(task)).isNull();
    }

    private String assignee(String task) {
        return jdbc.queryForObject("select assignee_ from act_ru_task where id_ = ?", String.class, task);
    }

    private String proposed(KeyOrder order) {
        duban.clockTo(Ladder.INTERVIEW_DUE);
        return order.interviews().get(0).path("id").asText();
    }

    private String proposedForBulletins(KeyOrder order) {
        for (int number = 1; number <= 3; number++) {
            order.office
                    .registers(order.id, "沪教督通〔2026〕" + number + "号", duban.today(), 1)
                    .is(201);
        }
        return order.accountabilities().get(0).path("id").asText();
    }

    private String state(String kind, String id) {
        return as("supervision-office.310000")
                .get("/api/" + kind + "/" + id)
                .ok()
                .text("state");
    }

    private void account(String id, String group) {
        Set<String> groups = new HashSet<>(CITY);
        groups.add(group);
        groups.addAll(groups.stream()
                .map(each -> each.substring(0, each.indexOf('.')))
                .toList());
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            accounts.ensureUsers(List.of(new NewUser(id, id, "", "duban-demo")));
            accounts.ensureMemberships(Map.of(id, Set.copyOf(groups)));
        });
    }
}
