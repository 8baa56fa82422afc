package io.duban.order;

import io.duban.organisation.CountScope;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 统计: orders and bulletins of a scope, counted and listed by the same condition. An order counts for whom it is addressed
 * to, which is who may know of it.
 */
@Service
@Transactional(readOnly = true)
public class OrderFigures {

    private static final String ORDERS = " from supervision_order o where o.addressee_unit in (:units)"
            + " and o.id not in (:without) and o.issued_at >= :start and o.issued_at < :end";
    /** A letter (整改督办函) is signed by the education bureau, so it is nothing the supervision office has issued. */
    private static final String BY_OFFICE =
            " and o.issuer_unit in (:initiators) and o.instrument <> 'RECTIFICATION_LETTER'";

    private static final String BULLETINS = " from bulletin b join supervision_order o on o.id = b.order_id"
            + " where o.addressee_unit in (:units) and o.id not in (:without)"
            + " and b.issued_on between :from and :to";
    private static final String PAGE = " offset :skip rows fetch next :most rows only";

    private final JdbcClient jdbc;
    private final OrderVisibility visibility;
    private final Clock clock;

    OrderFigures(JdbcClient jdbc, OrderVisibility visibility, Clock clock) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.clock = clock;
    }

    /**
     * The orders that no figure in the return of a unit counts for the person asking, who works in two units and must stand
     * aside from them; what they read in the name of that unit counts, as for everybody there.
     */
    public Set<String> keptFromReader(String unit) {
        return visibility.keptFromReturnOf(unit);
    }

    /** 印发督办单（件）. */
    public int issued(CountScope scope) {
        return bound("select count(*)" + ORDERS + byOffice(scope), scope)
                .query(Integer.class)
                .single();
    }

    public List<IssuedOrder> issued(CountScope scope, int skip, int most) {
        return paged(
                        "select o.id, o.number, o.title, o.instrument, o.state, o.issuer_unit, o.addressee_unit,"
                                + " o.issued_at" + ORDERS + byOffice(scope) + " order by o.issued_at, o.id",
                        scope,
                        skip,
                        most)
                .query((row, n) -> new IssuedOrder(
                        row.getString("id"),
                        row.getString("number"),
                        row.getString("title"),
                        Instrument.valueOf(row.getString("instrument")).label(),
                        OrderState.valueOf(row.getString("state")).label(),
                        row.getString("issuer_unit"),
                        row.getString("addressee_unit"),
                        day(row.getTimestamp("issued_at"))))
                .list();
    }

    /** 通报（次）: papers; one that names several orders has been issued once. */
    public int bulletins(CountScope scope) {
        return bound("select count(*) from (select 1 as one" + bulletinsOf(scope) + ") papers", scope)
                .query(Integer.class)
                .single();
    }

    public List<IssuedBulletin> bulletins(CountScope scope, int skip, int most) {
        return paged(
                        "select b.issuer_unit, b.document_number, min(b.title) as title, min(b.issued_on) as issued_on,"
                                + " count(*) as orders" + bulletinsOf(scope)
                                + " order by min(b.issued_on), b.issuer_unit, b.document_number",
                        scope,
                        skip,
                        most)
                .query((row, n) -> new IssuedBulletin(
                        row.getString("document_number"),
                        row.getString("title"),
                        row.getString("issuer_unit"),
                        row.getDate("issued_on").toLocalDate(),
                        row.getInt("orders")))
                .list();
    }

    private static String bulletinsOf(CountScope scope) {
        return BULLETINS
                + (scope.initiators().isPresent() ? " and b.issuer_unit in (:initiators)" : "")
                + " group by b.issuer_unit, b.document_number";
    }

    private static String byOffice(CountScope scope) {
        return scope.initiators().isPresent() ? BY_OFFICE : "";
    }

    private StatementSpec paged(String sql, CountScope scope, int skip, int most) {
        return bound(sql + PAGE, scope).param("skip", skip).param("most", most);
    }

    private StatementSpec bound(String sql, CountScope scope) {
        return jdbc.sql(sql)
                .param("units", scope.units())
                .param("without", scope.without())
                .param("initiators", scope.initiators().orElse(Set.of("-")))
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

    /** 一件督办单. */
    public record IssuedOrder(
            String id,
            String number,
            String title,
            String instrument,
            String state,
            String issuerUnit,
            String addresseeUnit,
            LocalDate issuedOn) {}

    /** 一次通报, and how many of the orders in scope it names. */
    public record IssuedBulletin(String number, String title, String issuerUnit, LocalDate issuedOn, int orders) {}
}
