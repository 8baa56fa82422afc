package io.duban.rectification;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans, statements and checks, one set for each problem and round. */
@Repository
class RectificationRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RectificationRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void plan(Problem problem, Plan plan, String person) {
        jdbc.sql("delete from rectification_plan where problem_id=? and round=?")
                .params(problem.id(), problem.round())
                .update();
        jdbc.sql("insert into rectification_plan (problem_id, round, measures, responsible, planned_until, planned_by)"
                        + " values (?,?,?,?,?,?)")
                .params(
                        problem.id(),
                        problem.round(),
                        plan.measures(),
                        plan.responsible(),
                        Date.valueOf(plan.until()),
                        person)
                .update();
    }

    Optional<Plan> planOf(Problem problem) {
        return jdbc.sql("select measures, responsible, planned_until from rectification_plan"
                        + " where problem_id=? and round=?")
                .params(problem.id(), problem.round())
                .query((row, n) -> new Plan(
                        row.getString("measures"),
                        row.getString("responsible"),
                        row.getDate("planned_until").toLocalDate()))
                .optional();
    }

    void state(Problem problem, List<Statement> statements, String person) {
        batches.batchUpdate(
                "insert into rectification_statement"
                        + " (problem_id, round, evidence_group, statement, done_on, person, stated_by)"
                        + " values (?,?,?,?,?,?,?)",
                statements.stream()
                        .map(each -> new Object[] {
                            problem.id(),
                            problem.round(),
                            each.group().name(),
                            each.text(),
                            Date.valueOf(each.doneOn()),
                            each.person(),
                            person
                        })
                        .toList());
    }

    List<Statement> statementsOf(Problem problem) {
        return jdbc.sql("select evidence_group, statement, done_on, person from rectification_statement"
                        + " where problem_id=? and round=?")
                .params(problem.id(), problem.round())
                .query((row, n) -> new Statement(
                        EvidenceGroup.valueOf(row.getString("evidence_group")),
                        row.getString("statement"),
                        row.getDate("done_on").toLocalDate(),
                        row.getString("person")))
                .list();
    }

    /** By problem the statements of its present round, with one query for all of them. */
    Map<String, List<Statement>> statementsOf(List<Problem> problems) {
        if (problems.isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> rounds = problems.stream().collect(Collectors.toMap(Problem::id, Problem::round));
        return jdbc
                .sql("select problem_id, round, evidence_group, statement, done_on, person from rectification_statement"
                        + " where problem_id in (:problems)")
                .param("problems", rounds.keySet())
                .query((row, n) -> rounds.get(row.getString("problem_id")) == row.getInt("round")
                        ? Map.entry(
                                row.getString("problem_id"),
                                new Statement(
                                        EvidenceGroup.valueOf(row.getString("evidence_group")),
                                        row.getString("statement"),
                                        row.getDate("done_on").toLocalDate(),
                                        row.getString("person")))
                        : null)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Whether this account has planned or proved the rectification of the problem in any round. */
    boolean hasRectified(String problemId, String person) {
        return jdbc.sql("select count(*) from ("
                                + "select planned_by as person from rectification_plan where problem_id=?"
                                + " union all select stated_by from rectification_statement where problem_id=?) who"
                                + " where person=?")
                        .params(problemId, problemId, person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether this account has done the first check (初验) of the problem's present round. */
    boolean hasVerified(Problem problem, String person) {
        return jdbc.sql("select 1 from rectification_check"
                        + " where problem_id=? and round=? and kind='VERIFICATION' and checked_by=?"
                        + " fetch first 1 rows only")
                .params(problem.id(), problem.round(), person)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void check(
            Problem problem, String kind, boolean passed, CheckMethod method, String note, String person, Instant at) {
        jdbc.sql(
                        "insert into rectification_check (problem_id, round, kind, passed, method, note, checked_by, checked_at)"
                                + " values (?,?,?,?,?,?,?,?)")
                .params(problem.id(), problem.round(), kind, passed, method.name(), note, person, Timestamp.from(at))
                .update();
    }

    /** 整改方案. */
    record Plan(String measures, String responsible, LocalDate until) {}
}
