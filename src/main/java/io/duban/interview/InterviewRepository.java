package io.duban.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of interviews (约谈): rows are moved from state to state and never removed. */
@Repository
class InterviewRepository {

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    InterviewRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Adds an interview unless its order has an open one. The unique key decides between two that come at once; the
     * savepoint keeps the transaction alive for the one that loses, which PostgreSQL would otherwise abort.
     */
    boolean insertIfAlone(Interview interview) {
        try {
            savepoint.executeWithoutResult(status -> insert(interview));
            return true;
        } catch (DuplicateKeyException alreadyOpen) {
            return false;
        }
    }

    private void insert(Interview interview) {
        jdbc.sql("insert into interview (id, order_id, open_key, order_number, title, issuer_unit, addressee_unit,"
                        + " district_unit, reason_codes, basis, state, proposed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        interview.id(),
                        interview.orderId(),
                        interview.orderId(),
                        interview.orderNumber(),
                        interview.title(),
                        interview.issuerUnit(),
                        interview.addresseeUnit(),
                        interview.districtUnit(),
                        joined(interview.reasons()),
                        interview.basis(),
                        interview.state().name(),
                        Timestamp.from(interview.proposedAt()))
                .update();
    }

    /** Moves an interview on; false when it is no longer in the state it is to leave. */
    boolean move(String id, InterviewState from, InterviewState to) {
        return jdbc.sql("update interview set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    /** Ends an interview, so that its order may have another one; false as for {@link #move}. */
    boolean conclude(String id, InterviewState from, InterviewState end, Instant at) {
        return jdbc.sql("update interview set state = ?, open_key = null, concluded_at = ? where id = ? and state = ?")
                        .params(end.name(), Timestamp.from(at), id, from.name())
                        .update()
                == 1;
    }

    /** Notes how the order has ended under an open interview. */
    void orderEnded(String id, String how) {
        jdbc.sql("update interview set order_end = ? where id = ?")
                .params(how, id)
                .update();
    }

    /** Those of the given cases that exist. */
    List<Interview> all(Collection<String> ids) {
        return jdbc.sql("select * from interview where id in (:ids)")
                .param("ids", ids)
                .query(InterviewRepository::interview)
                .list();
    }

    Optional<Interview> find(String id) {
        return jdbc.sql("select * from interview where id = ?")
                .param(id)
                .query(InterviewRepository::interview)
                .optional();
    }

    /** All interviews of an order, the oldest first. */
    List<Interview> ofOrder(String orderId) {
        return jdbc.sql("select * from interview where order_id = ? order by proposed_at, id")
                .param(orderId)
                .query(InterviewRepository::interview)
                .list();
    }

    /**
     * The newest interviews to which one of the units was invited, or which are about an order addressed to one of them and
     * were held.
     */
    List<Interview> toldTo(Collection<String> units, int most) {
        return jdbc.sql("select i.* from interview i where exists (select 1 from interview_notice n"
                        + " where n.interview_id = i.id and n.interviewee_unit in (:units))"
                        + " or i.addressee_unit in (:units) and exists (select 1 from interview_meeting m"
                        + " where m.interview_id = i.id) order by i.proposed_at desc, i.id fetch first :most rows only")
                .param("units", units)
                .param("most", most)
                .query(InterviewRepository::interview)
                .list();
    }

    /** The ids of the open interviews that one of these orders led to or that one of these units is a party of. */
    List<String> open(Collection<String> orders, Collection<String> units) {
        return jdbc.sql("select i.id from interview i where i.open_key is not null and (i.order_id in (:orders)"
                        + " or i.addressee_unit in (:units) or exists (select 1 from interview_notice n"
                        + " where n.interview_id = i.id and n.interviewee_unit in (:units)))")
                .param("orders", orders.isEmpty() ? List.of("") : orders)
                .param("units", units)
                .query(String.class)
                .list();
    }

    /** By order how many interviews were held (约谈次数); those that were declined or came to nothing do not count. */
    Map<String, Integer> heldOf(Collection<String> orderIds) {
        return jdbc
                .sql("select order_id, count(*) as held from interview where order_id in (:orders)"
                        + " and state in ('HELD','RECTIFYING','FOLLOW_UP','RESOLVED','UNRESOLVED') group by order_id")
                .param("orders", orderIds)
                .query((row, n) -> Map.entry(row.getString("order_id"), row.getInt("held")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Interview interview(ResultSet row, int n) throws SQLException {
        Timestamp concluded = row.getTimestamp("concluded_at");
        return new Interview(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("order_number"),
                row.getString("title"),
                row.getString("issuer_unit"),
                row.getString("addressee_unit"),
                row.getString("district_unit"),
                reasons(row.getString("reason_codes")),
                row.getString("basis"),
                InterviewState.valueOf(row.getString("state")),
                row.getTimestamp("proposed_at").toInstant(),
                concluded == null ? null : concluded.toInstant(),
                row.getString("order_end"));
    }

    private static String joined(List<InterviewReason> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static List<InterviewReason> reasons(String codes) {
        return Arrays.stream(codes.split(",", -1)).map(InterviewReason::valueOf).toList();
    }
}
