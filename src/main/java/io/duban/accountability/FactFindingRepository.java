package io.duban.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the working group, the facts and the subjects (调查认定), one set of facts per round. */
@Repository
class FactFindingRepository {

    private final JdbcClient jdbc;

    FactFindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, WorkingGroup group) {
        for (int i = 0; i < group.members().size(); i++) {
            var member = group.members().get(i);
            jdbc.sql("insert into accountability_member (accountability_id, position_no, name, unit_code, leader)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(id, i, member.name(), member.unit(), member.leader())
                    .update();
        }
    }

    List<GroupMember> members(String id) {
        return jdbc.sql("select name, unit_code, leader from accountability_member where accountability_id = ?"
                        + " order by position_no")
                .param(id)
                .query((row, n) ->
                        new GroupMember(row.getString("name"), row.getString("unit_code"), row.getBoolean("leader")))
                .list();
    }

    void add(String id, int round, FactFinding facts, Acted by) {
        jdbc.sql("insert into accountability_facts (accountability_id, round_no, material, started, reason, acted_by,"
                        + " acted_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, round, facts.material(), facts.started(), facts.reason(), by.person(), by.timestamp())
                .update();
        facts.subjects().forEach(subject -> add(id, round, subject));
    }

    private void add(String id, int round, Subject subject) {
        jdbc.sql("insert into accountability_subject (id, accountability_id, round_no, position_no, name, unit_code,"
                        + " kind, severity, aggravating_codes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        subject.id(),
                        id,
                        round,
                        subject.position(),
                        subject.name(),
                        subject.unit(),
                        subject.kind().name(),
                        subject.severity().name(),
                        subject.aggravating().stream().map(Enum::name).collect(Collectors.joining(",")))
                .update();
    }

    Optional<FactFinding> facts(String id, int round) {
        var subjects = subjects(id, round).all();
        return jdbc.sql("select * from accountability_facts where accountability_id = ? and round_no = ?")
                .params(id, round)
                .query((row, n) -> new FactFinding(
                        row.getString("material"), subjects, row.getBoolean("started"), row.getString("reason")))
                .optional();
    }

    /** Who established the facts of the case in any round. */
    List<Acted> establishedBy(String id) {
        return jdbc.sql("select acted_by, acted_at from accountability_facts where accountability_id = ?"
                        + " order by round_no")
                .param(id)
                .query((row, n) -> new Acted(
                        row.getString("acted_by"), row.getTimestamp("acted_at").toInstant()))
                .list();
    }

    Subjects subjects(String id, int round) {
        return new Subjects(jdbc.sql("select * from accountability_subject where accountability_id = ? and round_no = ?"
                        + " order by position_no")
                .params(id, round)
                .query(FactFindingRepository::subject)
                .list());
    }

    private static Subject subject(ResultSet row, int n) throws SQLException {
        return new Subject(
                row.getString("id"),
                row.getInt("position_no"),
                row.getString("name"),
                row.getString("unit_code"),
                SubjectKind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                aggravating(row.getString("aggravating_codes")));
    }

    private static List<AggravatingGround> aggravating(String codes) {
        return Arrays.stream(codes.split(",", -1))
                .filter(code -> !code.isEmpty())
                .map(AggravatingGround::valueOf)
                .toList();
    }
}
