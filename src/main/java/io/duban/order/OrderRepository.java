package io.duban.order;

import io.duban.engine.ReadOnce;
import io.duban.engine.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders' own table; every write checks that nobody else has written meanwhile. */
@Repository
class OrderRepository {

    static final String COLUMNS = "id, instrument, number, title, state, issuer_unit, addressee_unit, accused_unit,"
            + " district_unit, handling_unit, summary, provisions, social_impact, basis, masked, drafter, drafted_at,"
            + " issuer, issued_at, received_at, receiver, responsible, deemed_delivered, report_returns, reminders,"
            + " falsified_at, interest_severe, impact_bad, closed_at, previous_order, merged_into, version";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ReadOnce<Optional<SupervisionOrder>> read = new ReadOnce<>();

    OrderRepository(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    Optional<SupervisionOrder> find(String id) {
        return read.get(id, this::stored);
    }

    private Optional<SupervisionOrder> stored(String id) {
        return jdbc.sql("select " + COLUMNS + " from supervision_order where id = ?")
                .param(id)
                .query((row, n) -> order(row))
                .optional();
    }

    /** The ids of the orders on one of these units whose work is not over. */
    List<String> openOn(Collection<String> accused) {
        return on(accused, " and closed_at is null");
    }

    /** The ids of all orders on one of these units. */
    List<String> on(Collection<String> accused) {
        return on(accused, "");
    }

    private List<String> on(Collection<String> accused, String which) {
        return accused.isEmpty()
                ? List.of()
                : jdbc.sql("select id from supervision_order where accused_unit in (:accused)" + which)
                        .param("accused", accused)
                        .query(String.class)
                        .list();
    }

    /** Those of the given orders that exist. */
    List<SupervisionOrder> all(Collection<String> ids) {
        return jdbc.sql("select " + COLUMNS + " from supervision_order where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> order(row))
                .list();
    }

    SupervisionOrder get(String id) {
        return find(id).orElseThrow(
                        () -> Refusal.notFound("没有这份督办单，或您无权查看。", "There is no such order that you may see."));
    }

    /** Reads the order and keeps others from changing it until this transaction ends. */
    SupervisionOrder lock(String id) {
        Optional<SupervisionOrder> locked = jdbc.sql(
                        "select " + COLUMNS + " from supervision_order where id = ? for update")
                .param(id)
                .query((row, n) -> order(row))
                .optional();
        return read.keep(id, locked).orElseThrow(() -> Refusal.notFound("没有这份督办单。", "There is no such order."));
    }

    void insert(SupervisionOrder each) {
        jdbc.sql("insert into supervision_order (" + COLUMNS + ") values"
                        + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(
                        each.id(),
                        each.instrument().name(),
                        each.number(),
                        each.title(),
                        each.state().name(),
                        each.issuerUnit(),
                        each.addresseeUnit(),
                        each.accusedUnit(),
                        each.districtUnit(),
                        each.handlingUnit(),
                        each.summary(),
                        each.provisions(),
                        each.socialImpact(),
                        each.basis(),
                        each.masked(),
                        each.drafter(),
                        timestamp(each.draftedAt()),
                        each.issuer(),
                        timestamp(each.issuedAt()),
                        timestamp(each.receivedAt()),
                        each.receiver(),
                        each.responsible(),
                        each.deemedDelivered(),
                        each.reportReturns(),
                        each.reminders(),
                        timestamp(each.falsifiedAt()),
                        each.interestSevere(),
                        each.impactBad(),
                        timestamp(each.closedAt()),
                        each.previousOrder(),
                        each.mergedInto(),
                        each.version())
                .update();
        read.forget(each.id());
    }

    /** Begins a change of this order; only the named columns are written. */
    Change change(SupervisionOrder order) {
        return new Change(order);
    }

    /** Some columns of one order, written together unless somebody else has written since it was read (409). */
    final class Change {

        private final SupervisionOrder order;
        private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        private @Nullable OrderState next;

        private Change(SupervisionOrder order) {
            this.order = order;
        }

        Change state(OrderState state) {
            columns.put("state", state.name());
            next = state;
            return this;
        }

        Change set(String column, @Nullable Object value) {
            columns.put(column, value instanceof Instant at ? Timestamp.from(at) : value);
            return this;
        }

        void write() {
            String assignments =
                    columns.keySet().stream().map(name -> name + "=?").collect(Collectors.joining(", "));
            List<@Nullable Object> values = new ArrayList<>(columns.values());
            values.add(order.id());
            values.add(order.version());
            read.forget(order.id());
            int rows = jdbc.sql("update supervision_order set " + assignments
                            + ", version=version+1 where id=? and version=?")
                    .params(values)
                    .update();
            if (rows != 1) {
                throw Refusal.conflict(
                        "lost-race",
                        get(order.id()).state(),
                        "他人刚刚办理了该督办单，请刷新后重试。",
                        "Somebody else was first; refresh and look.");
            }
            if (next != null) {
                Object number = columns.getOrDefault("number", order.number());
                events.publishEvent(new OrderMoved(order, next, number == null ? null : number.toString()));
            }
        }
    }

    static SupervisionOrder order(ResultSet row) throws SQLException {
        return new SupervisionOrder(
                row.getString("id"),
                Instrument.valueOf(row.getString("instrument")),
                row.getString("number"),
                row.getString("title"),
                OrderState.valueOf(row.getString("state")),
                row.getString("issuer_unit"),
                row.getString("addressee_unit"),
                row.getString("accused_unit"),
                row.getString("district_unit"),
                row.getString("handling_unit"),
                row.getString("summary"),
                row.getString("provisions"),
                row.getString("social_impact"),
                row.getString("basis"),
                row.getBoolean("masked"),
                row.getString("drafter"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("issuer"),
                instant(row.getTimestamp("issued_at")),
                instant(row.getTimestamp("received_at")),
                row.getString("receiver"),
                row.getString("responsible"),
                row.getBoolean("deemed_delivered"),
                row.getInt("report_returns"),
                row.getInt("reminders"),
                instant(row.getTimestamp("falsified_at")),
                row.getBoolean("interest_severe"),
                row.getBoolean("impact_bad"),
                instant(row.getTimestamp("closed_at")),
                row.getString("previous_order"),
                row.getString("merged_into"),
                row.getInt("version"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
