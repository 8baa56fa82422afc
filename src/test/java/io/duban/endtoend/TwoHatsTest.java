package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.engine.Accounts;
import io.duban.engine.Accounts.NewUser;
import io.duban.reporter.TestFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 回避 for reading: whoever works for a party too reads of the case what that party is told, at every door, whatever their
 * other office reads; whom the lead names that an order was made from reads nothing of it.
 */
class TwoHatsTest extends EndToEnd {

    private static final String ACCUSED = "institution-head." + Papers.INSTITUTION;
    private static final String TEAM_AND_ACCUSED = "investigates.and.is.accused";
    private static final String ISSUER_AND_PARTY = "issues.and.is.interviewed";
    private static final String NAMED = "inspector.310000";

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void peopleOfTwoUnits() {
        account(TEAM_AND_ACCUSED, "investigation-team.310104", ACCUSED);
        account(ISSUER_AND_PARTY, "supervision-office.310000", "supervision-lead.310000", "government.310104");
    }

    @Test
    void whoeverInvestigatesAndIsAccusedReadsWhatTheAccusedUnitReads() {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        assertReadsAs(ACCUSED, TEAM_AND_ACCUSED, order.id);
        order.receipt().handIn();
        new Uploads(duban)
                .keep(
                        "investigation-team.310104",
                        order.id,
                        Map.of(),
                        "核查.jpg",
                        TestFiles.jpeg("x").content())
                .is(201);
        assertThat(doors(order.id)).as("papers and a file of the investigators").hasSizeGreaterThan(8);
        assertReadsAs(ACCUSED, TEAM_AND_ACCUSED, order.id);
        assertThat(new CaseReader(duban, TEAM_AND_ACCUSED).everything(order.id, null))
                .as("nothing before the accused unit is told anything")
                .containsOnlyKeys("/api/orders?size=100", "/api/tasks?size=100");

        order.report().reviewed(Papers.review(duban.today().plusDays(20)));
        assertReadsAs(ACCUSED, TEAM_AND_ACCUSED, order.id);
        assertThat(new CaseReader(duban, TEAM_AND_ACCUSED).everything(order.id, null))
                .containsKey("/cases/" + order.id);
    }

    @Test
    void whoeverIssuesAndIsInterviewedReadsWhatTheInterviewedUnitReads() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = order.interviews().get(0).path("id").asText();
        assertReadsAs("government.310104", ISSUER_AND_PARTY, interview);
        new Ladder(duban).rectificationDemanded(interview, "310104");
        new Ladder(duban).rectified(interview);

        assertReadsAs("government.310104", ISSUER_AND_PARTY, interview);
    }

    @Test
    void whoeverIssuesAndIsHeldToAccountReadsWhatThatUnitReads() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        for (int number = 1; number <= 3; number++) {
            order.office
                    .registers(order.id, "沪教督通〔2026〕" + (number + 40) + "号", duban.today(), 1)
                    .is(201);
        }
        String accountability = order.accountabilities().get(0).path("id").asText();
        assertReadsAs("government.310104", ISSUER_AND_PARTY, accountability);
        new Ladder(duban).factsEstablished(accountability);
        new Ladder(duban).notified(accountability);
        new Ladder(duban).heard(accountability);

        assertReadsAs("government.310104", ISSUER_AND_PARTY, accountability);
    }

    @Test
    void whomALeadNamesNeitherReadsNorHandlesTheOrderMadeFromIt() {
        String lead = "supervision-lead.310000";
        LeadCase from = LeadCase.concluded(duban, Map.of("namedPersons", List.of(NAMED, lead)));
        from.ordered();
        String id =
                jdbc.queryForObject("select order_id from order_origin where origin_ref = ?", String.class, from.ref);
        KeyOrder order = KeyOrder.existing(duban, id);
        order.submitted();
        String task = jdbc.queryForObject(
                "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " where e.business_key_ = ?",
                String.class,
                id);
        assertThat(order.lead.tasks(id)).isEmpty();
        order.lead.form(task).is(404);
        order.lead.claim(task).refused(403, "", "investigator-recusal");
        for (String account : List.of(NAMED, lead)) {
            jdbc.update("delete from conflict_alert");
            doors(id)
                    .forEach(door ->
                            assertThat(status(account, door)).as(account + door).isEqualTo(404));
            assertThat(jdbc.queryForList("select relation from conflict_alert", String.class))
                    .containsOnly("NAMED");
            assertThat(found(account, id)).isFalse();
        }
        assertThat(status("supervision-office.310000", "/api/orders/" + id)).isEqualTo(200);
    }

    @Test
    void aHeadOfTwoOfficesCountsTheSchoolsOwnProblemsInItsReturnAsAnyHeadDoes() {
        String head = "school-head.310120S001";
        String both = "heads.and.supervises";
        account(both, head, "supervision-office.310120");
        KeyOrder.drafted(duban, "310120", "310120S001", 2).rectifying(20, 20);

        assertThat(problems(both, "310120S001"))
                .isEqualTo(problems(head, "310120S001"))
                .isGreaterThanOrEqualTo(2);
        assertThat(problems(both, "310120"))
                .as("in the district's they would read in the name of the district")
                .isLessThan(problems("supervision-office.310120", "310120"));
    }

    private int problems(String account, String unit) {
        return as(account)
                .get("/api/returns/annex-5?from=2026-01-01&to=2026-12-31&unit=" + unit)
                .ok()
                .body()
                .path("figures")
                .path("problems")
                .path("total")
                .asInt();
    }

    /** Status and, of what is data, the words: pages name their reader. */
    private void assertReadsAs(String party, String account, String caseId) {
        assertThat(found(account, caseId)).as("the list as the page").isEqualTo(found(party, caseId));
        for (String door : doors(caseId)) {
            assertThat(answer(account, door)).as(account + " " + door).isEqualTo(answer(party, door));
        }
    }

    private boolean found(String account, String caseId) {
        return answer(account, "/api/orders?size=100").contains(caseId);
    }

    private List<String> doors(String caseId) {
        List<String> doors = new ArrayList<>(Stream.of("papers", "entries", "evidence", "file.zip")
                .map(each -> "/api/cases/" + caseId + "/" + each)
                .toList());
        doors.add("/cases/" + caseId);
        kindOf(caseId).ifPresent(kind -> doors.add("/api/" + kind + "/" + caseId));
        jdbc.queryForList("select id from paper where case_id = ?", String.class, caseId)
                .forEach(paper -> doors.addAll(List.of("/api/papers/" + paper, "/api/papers/" + paper + "/pdf")));
        jdbc.queryForList("select id from evidence where case_id = ?", String.class, caseId)
                .forEach(file -> doors.add("/api/evidence/" + file));
        return doors;
    }

    private Optional<String> kindOf(String caseId) {
        Map<String, String> tables =
                Map.of("supervision_order", "orders", "interview", "interviews", "accountability", "accountabilities");
        return tables.entrySet().stream()
                .filter(each -> jdbc.queryForObject(
                                "select count(*) from " + each.getKey() + " where id = ?", Integer.class, caseId)
                        > 0)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private int status(String account, String door) {
        return new Uploads(duban).take(account, door).statusCode();
    }

    private String answer(String account, String door) {
        var answer = new Uploads(duban).take(account, door);
        boolean data = answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return answer.statusCode() + (data ? " " + new String(answer.body(), StandardCharsets.UTF_8) : "");
    }

    private void account(String id, String... offices) {
        Set<String> groups = Stream.of(offices)
                .flatMap(each -> Stream.of(each, each.substring(0, each.indexOf('.'))))
                .collect(Collectors.toSet());
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            accounts.ensureUsers(List.of(new NewUser(id, id, "", "duban-demo")));
            accounts.ensureMemberships(Map.of(id, groups));
        });
    }
}
