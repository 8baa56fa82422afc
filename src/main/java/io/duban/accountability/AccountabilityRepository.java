package io.duban.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of accountability cases (问责); cases are never removed. */
@Repository
class AccountabilityRepository {

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    AccountabilityRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Adds a case unless its order has an open one; the unique key decides between two that come at once. */
    boolean insertIfAlone(Accountability accountability) {
        return succeeds(() -> insert(accountability));
    }

    private void insert(Accountability accountability) {
        jdbc.sql("insert into accountability (id, order_id, open_key, order_number, title, issuer_unit, district_unit,"
                        + " addressee_unit, grounds_codes, basis, state, round_no, fact_finding_overdue, proposed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        accountability.id(),
                        accountability.orderId(),
                        accountability.orderId(),
                        accountability.orderNumber(),
                        accountability.title(),
                        accountability.issuerUnit(),
                        accountability.districtUnit(),
                        accountability.addresseeUnit(),
                        codes(accountability.grounds()),
                        accountability.basis(),
                        accountability.state().name(),
                        accountability.round(),
                        accountability.factFindingOverdue(),
                        Timestamp.from(accountability.proposedAt()))
                .update();
    }

    /** Moves a case on; false when it is no longer in the state it is to leave. */
    boolean move(String id, AccountabilityState from, AccountabilityState to) {
        return jdbc.sql("update accountability set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    /** The ids of the open cases that one of these orders led to or that one of these units is a party of. */
    List<String> open(Collection<String> orders, Collection<String> units) {
        return jdbc.sql("select a.id from accountability a where a.open_key is not null and (a.order_id in (:orders)"
                        + " or a.addressee_unit in (:units) or exists (select 1 from accountability_subject s"
                        + " where s.accountability_id = a.id and s.unit_code in (:units)))")
                .param("orders", orders.isEmpty() ? List.of("") : orders)
                .param("units", units)
                .query(String.class)
                .list();
    }

    /** Sends a case back for another round of facts; false as for {@link #move}. */
    boolean returnToFacts(String id) {
        return jdbc.sql("update accountability set state = 'FACT_FINDING', round_no = round_no + 1"
                                + " where id = ? and state = 'DECIDING'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Ends a case, so that its order may have another one; false as for {@link #move}. */
    boolean conclude(String id, AccountabilityState from, AccountabilityState end, Instant at) {
        return jdbc.sql("update accountability set state = ?, open_key = null, concluded_at = ?"
                                + " where id = ? and state = ?")
                        .params(end.name(), Timestamp.from(at), id, from.name())
                        .update()
                == 1;
    }

    void markFactFindingOverdue(String id) {
        jdbc.sql("update accountability set fact_finding_overdue = true where id = ?")
                .param(id)
                .update();
    }

    void number(String id, String number) {
        jdbc.sql("update accountability set number_text = ? where id = ?")
                .params(number, id)
                .update();
    }

    /** Those of the given cases that exist. */
    List<Accountability> all(Collection<String> ids) {
        return jdbc.sql("select * from accountability where id in (:ids)")
                .param("ids", ids)
                .query(AccountabilityRepository::accountability)
                .list();
    }

    Optional<Accountability> find(String id) {
        return jdbc.sql("select * from accountability where id = ?")
                .param(id)
                .query(AccountabilityRepository::accountability)
                .optional();
    }

    /** All cases of an order, the oldest first. */
    List<Accountability> ofOrder(String orderId) {
        return jdbc.sql("select * from accountability where order_id = ? order by proposed_at, id")
                .param(orderId)
                .query(AccountabilityRepository::accountability)
                .list();
    }

    /** The cases in which a unit was notified, or which were decided with it as addressee, the newest first. */
    List<Accountability> toldTo(Collection<String> units, int most) {
        return jdbc.sql("select a.* from accountability a where exists (select 1 from accountability_subject s"
                        + " join accountability_notification n on n.subject_id = s.id"
                        + " where s.accountability_id = a.id and s.unit_code in (:units))"
                        + " or a.addressee_unit in (:units) and a.state in ('ISSUED', 'ARCHIVED')"
                        + " order by a.proposed_at desc, a.id fetch first :most rows only")
                .param("units", units)
                .param("most", most)
                .query(AccountabilityRepository::accountability)
                .list();
    }

    /** A savepoint keeps the transaction alive for the one that loses, which PostgreSQL would otherwise abort. */
    private boolean succeeds(Runnable insert) {
        try {
            savepoint.executeWithoutResult(status -> insert.run());
            return true;
        } catch (DuplicateKeyException alreadyThere) {
            return false;
        }
    }

    private static Accountability accountability(ResultSet row, int n) throws SQLException {
        Timestamp concluded = row.getTimestamp("concluded_at");
        return new Accountability(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("order_number"),
                row.getString("title"),
                row.getString("issuer_unit"),
                row.getString("district_unit"),
                row.getString("addressee_unit"),
                grounds(row.getString("grounds_codes")),
                row.getString("basis"),
                AccountabilityState.valueOf(row.getString("state")),
                row.getInt("round_no"),
                row.getBoolean("fact_finding_overdue"),
                row.getString("number_text"),
                row.getTimestamp("proposed_at").toInstant(),
                concluded == null ? null : concluded.toInstant());
    }

    private static String codes(List<AccountabilityGround> grounds) {
        return grounds.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static List<AccountabilityGround> grounds(String codes) {
        return Arrays.stream(codes.split(",", -1))
                .map(AccountabilityGround::valueOf)
                .toList();
    }
}
