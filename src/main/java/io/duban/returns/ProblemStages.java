package io.duban.returns;

import io.duban.order.ProblemFigures.CountedProblem;
import io.duban.organisation.SchoolStage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 问题学段: to which of the two stages of a 九年一贯制 school a problem belongs. */
@Repository
class ProblemStages {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ProblemStages(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The stages given to these problems, by the problem's id. */
    Map<String, SchoolStage> of(Collection<CountedProblem> problems) {
        Map<String, SchoolStage> found = new HashMap<>();
        if (!problems.isEmpty()) {
            jdbc.sql("select problem_id, stage from problem_stage where problem_id in (:ids)")
                    .param("ids", problems.stream().map(CountedProblem::id).collect(Collectors.toSet()))
                    .query(row -> {
                        found.put(row.getString("problem_id"), SchoolStage.valueOf(row.getString("stage")));
                    });
        }
        return found;
    }

    void set(Map<String, SchoolStage> stages, String person, Instant at) {
        List<Object[]> rows = stages.entrySet().stream()
                .map(each -> new Object[] {each.getKey(), each.getValue().name(), person, Timestamp.from(at)})
                .toList();
        template.batchUpdate(
                "delete from problem_stage where problem_id = ?",
                stages.keySet().stream().map(id -> new Object[] {id}).toList());
        template.batchUpdate("insert into problem_stage (problem_id, stage, set_by, set_at) values (?,?,?,?)", rows);
    }
}
