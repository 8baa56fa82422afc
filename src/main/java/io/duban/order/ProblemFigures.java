package io.duban.order;

import io.duban.organisation.CountScope;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.rectification.ProblemCategory;
import io.duban.rectification.ProblemState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 存在问题: the problems of a scope, counted and listed by the same condition: handed over in its days to the unit that
 * rectifies them, for which they count, unless the order had ended early by its last day. Whether each was signed off by
 * then is read from what is only ever added, so that a past period stays what it was at its end whatever happens later
 * (INV-01, ADR 0024).
 */
@Service
@Transactional(readOnly = true)
public class ProblemFigures {

    /** The first term set for a problem is the day on which it was handed over; its start is never changed. */
    private static final String PROBLEMS = " from problem p join supervision_order o on o.id = p.order_id"
            + " where o.id not in (:without) and o.issued_at < :end and (o.closed_at is null or o.closed_at >= :end"
            + " or o.state = 'CLOSED' and o.closed_at >= :start)"
            + " and (select min(d.start_date) from deadline d where d.case_id = p.order_id and d.subject_id = p.id"
            + " and d.kind = 'RECTIFICATION') between :from and :to";

    /** 销号 by the last day that no 回头看 has taken back by then. */
    private static final String SIGN_OFFS = " from rectification_check s where s.problem_id = p.id"
            + " and s.kind = 'SIGN_OFF' and s.passed and s.checked_at < :end"
            + " and not exists (select 1 from rectification_check l where l.problem_id = s.problem_id"
            + " and l.kind = 'LOOK_BACK' and not l.passed and l.id > s.id and l.checked_at < :end)";

    private static final String DONE = "case when exists (select 1" + SIGN_OFFS + ") then 1 else 0 end";

    private final JdbcClient jdbc;
    private final OrderVisibility visibility;
    private final People people;
    private final Clock clock;

    ProblemFigures(JdbcClient jdbc, OrderVisibility visibility, People people, Clock clock) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.people = people;
        this.clock = clock;
    }

    /** 存在问题 by unit, category and whether it was signed off by the last day. */
    public List<ProblemTally> problems(CountScope scope) {
        return bound(
                        "select accused_unit, category, done, count(*) as problems from (select o.accused_unit,"
                                + " p.category, " + DONE + " as done" + PROBLEMS
                                + " and o.accused_unit in (:units)) counted group by accused_unit, category, done",
                        scope)
                .query((row, n) -> new ProblemTally(
                        row.getString("accused_unit"),
                        ProblemCategory.valueOf(row.getString("category")),
                        row.getInt("done") == 1,
                        row.getInt("problems")))
                .list();
    }

    /**
     * The problems of these units and, of any unit, those with these ids.
     *
     * @param done only those signed off, or only those that are not; empty for both
     */
    public List<CountedProblem> problems(
            CountScope scope, Collection<String> ids, Optional<Boolean> done, int skip, int most) {
        Person person = people.current();
        String which =
                done.map(wanted -> " and " + DONE + (wanted ? " = 1" : " = 0")).orElse("");
        return bound(
                        "select p.id, p.seq, p.category, p.description, p.state, p.due_date, (select max(s.checked_at)"
                                + SIGN_OFFS + ") as signed_off_at, " + DONE + " as done,"
                                + " o.accused_unit, o.issuer_unit, o.addressee_unit, o.district_unit, o.number"
                                + PROBLEMS
                                + " and (o.accused_unit in (:units) or p.id in (:ids))" + which
                                + " order by o.accused_unit, o.issued_at, p.id"
                                + " offset :skip rows fetch next :most rows only",
                        scope)
                .param("skip", skip)
                .param("most", most)
                .param("ids", ids.isEmpty() ? Set.of("-") : ids)
                .query((row, n) -> problem(row, person))
                .list();
    }

    private CountedProblem problem(ResultSet row, Person person) throws SQLException {
        boolean known = visibility.isIssuedVisible(
                row.getString("issuer_unit"), row.getString("addressee_unit"), row.getString("district_unit"), person);
        var due = row.getDate("due_date");
        var signedOff = row.getTimestamp("signed_off_at");
        return new CountedProblem(
                row.getString("id"),
                row.getString("accused_unit"),
                known ? row.getString("number") : null,
                row.getInt("seq"),
                ProblemCategory.valueOf(row.getString("category")).label(),
                row.getString("description"),
                ProblemState.valueOf(row.getString("state")).label(),
                row.getInt("done") == 1,
                due == null ? null : due.toLocalDate(),
                signedOff == null ? null : day(signedOff));
    }

    private StatementSpec bound(String sql, CountScope scope) {
        return jdbc.sql(sql)
                .param("units", scope.units())
                .param("without", scope.without())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("start", startOf(scope.from()))
                .param("end", startOf(scope.to().plusDays(1)));
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private LocalDate day(Timestamp at) {
        return LocalDate.ofInstant(at.toInstant(), clock.getZone());
    }

    /** So many problems of one unit and category, all signed off or none. */
    public record ProblemTally(String unit, ProblemCategory category, boolean done, int problems) {}

    /**
     * 一个问题.
     *
     * @param state where it stands now
     * @param done whether it was signed off at the end of the last day of the scope
     * @param signedOffOn when it was signed off, if it was by then
     * @param orderNumber null where the reader may know the problem, but not the order it is from
     */
    public record CountedProblem(
            String id,
            String unit,
            @Nullable String orderNumber,
            int seq,
            String category,
            String description,
            String state,
            boolean done,
            @Nullable LocalDate due,
            @Nullable LocalDate signedOffOn) {}
}
