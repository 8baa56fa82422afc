package io.duban.interview;

import io.duban.organisation.CountScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 约谈（人次）: the persons interviewed in meetings held in a period, by whom the order is addressed to, which is who may
 * know of the interview (F16: persons, not meetings).
 */
@Service
@Transactional(readOnly = true)
public class InterviewFigures {

    private static final String INTERVIEWED = " from interview_attendee a"
            + " join interview i on i.id = a.interview_id join interview_meeting m on m.interview_id = i.id"
            + " where a.role = 'INTERVIEWEE' and i.addressee_unit in (:units) and i.order_id not in (:without)"
            + " and m.held_on between :from and :to";

    private final JdbcClient jdbc;

    InterviewFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int interviewed(CountScope scope) {
        return bound("select count(*)" + interviewedIn(scope), scope)
                .query(Integer.class)
                .single();
    }

    public List<Interviewed> interviewed(CountScope scope, int skip, int most) {
        return bound(
                        "select a.name, a.unit, a.post, m.held_on, i.order_number, i.issuer_unit, i.addressee_unit"
                                + interviewedIn(scope) + " order by m.held_on, i.id, a.position_no"
                                + " offset :skip rows fetch next :most rows only",
                        scope)
                .param("skip", skip)
                .param("most", most)
                .query((row, n) -> new Interviewed(
                        row.getString("name"),
                        row.getString("unit"),
                        row.getString("post"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("order_number"),
                        row.getString("issuer_unit"),
                        row.getString("addressee_unit")))
                .list();
    }

    private static String interviewedIn(CountScope scope) {
        return INTERVIEWED + (scope.initiators().isPresent() ? " and i.issuer_unit in (:initiators)" : "");
    }

    private StatementSpec bound(String sql, CountScope scope) {
        return jdbc.sql(sql)
                .param("units", scope.units())
                .param("without", scope.without())
                .param("initiators", scope.initiators().orElse(Set.of("-")))
                .param("from", scope.from())
                .param("to", scope.to());
    }

    /** One person in one meeting (一人次). */
    public record Interviewed(
            String name,
            String unit,
            String post,
            LocalDate heldOn,
            String orderNumber,
            String issuerUnit,
            String addresseeUnit) {}
}
