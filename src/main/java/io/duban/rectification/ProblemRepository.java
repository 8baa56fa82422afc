package io.duban.rectification;

import io.duban.engine.ReadOnce;
import io.duban.engine.Refusal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The problems' own table. */
@Repository
class ProblemRepository {

    private static final String COLUMNS = "id, order_id, seq, category, description, origin, state, requirement,"
            + " due_date, round, reopened, bulletin_count, sign_off_number, signed_off_at, return_reason, version";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ReadOnce<List<Problem>> lists = new ReadOnce<>();
    private final ReadOnce<Problem> single = new ReadOnce<>();

    ProblemRepository(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    List<Problem> ofOrder(String orderId) {
        return lists.get(orderId, this::storedOf);
    }

    List<Problem> ofOrders(Collection<String> orderIds) {
        return jdbc.sql("select " + COLUMNS + " from problem where order_id in (:ids) order by order_id, seq")
                .param("ids", orderIds)
                .query((row, n) -> problem(row))
                .list();
    }

    private List<Problem> storedOf(String orderId) {
        return jdbc.sql("select " + COLUMNS + " from problem where order_id = ? order by seq")
                .param(orderId)
                .query((row, n) -> problem(row))
                .list();
    }

    Problem get(String id) {
        return single.get(id, this::stored);
    }

    private Problem stored(String id) {
        return jdbc.sql("select " + COLUMNS + " from problem where id = ?")
                .param(id)
                .query((row, n) -> problem(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有这个问题。", "There is no such problem."));
    }

    void insert(Problem each) {
        lists.forget(each.orderId());
        jdbc.sql("insert into problem (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                .params(
                        each.id(),
                        each.orderId(),
                        each.seq(),
                        each.category().name(),
                        each.description(),
                        each.origin().name(),
                        each.state().name(),
                        each.requirement(),
                        date(each.due()),
                        each.round(),
                        each.reopened(),
                        each.bulletinCount(),
                        each.signOffNumber(),
                        timestamp(each.signedOffAt()),
                        each.returnReason(),
                        each.version())
                .update();
        events.publishEvent(new ProblemMoved(each, null));
    }

    /** Writes the problem unless somebody else has written it since it was read (409). */
    void update(Problem each) {
        List<Problem> list = lists.peek(each.orderId());
        ProblemState before = known(each, list);
        lists.forget(each.orderId());
        single.forget(each.id());
        int rows = jdbc.sql("update problem set category=?, description=?, state=?, requirement=?, due_date=?, round=?,"
                        + " reopened=?, bulletin_count=?, sign_off_number=?, signed_off_at=?, return_reason=?,"
                        + " version=version+1 where id=? and version=?")
                .params(
                        each.category().name(),
                        each.description(),
                        each.state().name(),
                        each.requirement(),
                        date(each.due()),
                        each.round(),
                        each.reopened(),
                        each.bulletinCount(),
                        each.signOffNumber(),
                        timestamp(each.signedOffAt()),
                        each.returnReason(),
                        each.id(),
                        each.version())
                .update();
        if (rows != 1) {
            throw Refusal.conflict(
                    "lost-race",
                    get(each.id()).state(),
                    "他人刚刚办理了该问题，请刷新后重试。",
                    "Somebody else was first; refresh and look.");
        }
        if (list != null) {
            lists.keep(
                    each.orderId(),
                    list.stream()
                            .map(other -> other.id().equals(each.id()) ? each.written() : other)
                            .toList());
        }
        events.publishEvent(new ProblemMoved(each, before));
    }

    /** Its state as this transaction has read it. */
    private @Nullable ProblemState known(Problem each, @Nullable List<Problem> list) {
        Problem read = single.peek(each.id());
        if (read != null) {
            return read.state();
        }
        return list == null
                ? null
                : list.stream()
                        .filter(other -> other.id().equals(each.id()))
                        .map(Problem::state)
                        .findFirst()
                        .orElse(null);
    }

    void deleteOfOrder(String orderId) {
        lists.forget(orderId);
        jdbc.sql("delete from problem where order_id = ?").param(orderId).update();
    }

    private static Problem problem(ResultSet row) throws SQLException {
        return new Problem(
                row.getString("id"),
                row.getString("order_id"),
                row.getInt("seq"),
                ProblemCategory.valueOf(row.getString("category")),
                row.getString("description"),
                ProblemOrigin.valueOf(row.getString("origin")),
                ProblemState.valueOf(row.getString("state")),
                row.getString("requirement"),
                localDate(row.getDate("due_date")),
                row.getInt("round"),
                row.getBoolean("reopened"),
                row.getInt("bulletin_count"),
                row.getString("sign_off_number"),
                instant(row.getTimestamp("signed_off_at")),
                row.getString("return_reason"),
                row.getInt("version"));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable LocalDate localDate(@Nullable Date day) {
        return day == null ? null : day.toLocalDate();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
