package io.duban.lead;

import io.duban.engine.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices' own table (督办通知). */
@Repository
class NoticeRepository {

    private final JdbcClient jdbc;

    NoticeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SupervisionNotice> find(String id) {
        return jdbc.sql("select * from supervision_notice where id = ?")
                .param(id)
                .query((row, n) -> notice(row))
                .optional();
    }

    List<SupervisionNotice> all(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from supervision_notice where id in (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> notice(row))
                        .list();
    }

    SupervisionNotice get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("没有这份督办通知。", "There is no such notice."));
    }

    SupervisionNotice lock(String id) {
        return jdbc.sql("select * from supervision_notice where id = ? for update")
                .param(id)
                .query((row, n) -> notice(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有这份督办通知。", "There is no such notice."));
    }

    void insert(SupervisionNotice each) {
        jdbc.sql("insert into supervision_notice (id, consolidation_id, number, receiving_unit, district_unit, title,"
                        + " requirements, state, issued_on, reply_due, overdue, version)"
                        + " values (?,?,?,?,?,?,?,?,?,?,false,0)")
                .params(
                        each.id(),
                        each.consolidationId(),
                        each.number(),
                        each.receivingUnit(),
                        each.districtUnit(),
                        each.title(),
                        each.requirements(),
                        each.state().name(),
                        each.issuedOn(),
                        each.replyDue())
                .update();
    }

    void change(SupervisionNotice notice, Map<String, @Nullable Object> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.values());
        values.add(notice.id());
        values.add(notice.version());
        int rows = jdbc.sql("update supervision_notice set " + String.join("=?, ", columns.keySet())
                        + "=?, version=version+1 where id=? and version=?")
                .params(values)
                .update();
        if (rows == 0) {
            throw Refusal.conflict(
                    "notice-changed",
                    get(notice.id()).state(),
                    "他人刚刚办理了这份督办通知，请刷新后重试。",
                    "Somebody else was first; refresh and look.");
        }
    }

    /** How many open notices of the district fell due on or after a day and are overdue today. */
    int lateOf(String district, LocalDate from, LocalDate today) {
        return jdbc.sql(
                        "select count(*) from supervision_notice where district_unit=? and reply_due >= ? and reply_due < ?"
                                + " and state not in ('CLOSED', 'ESCALATED', 'UNDER_REVIEW')")
                .params(district, from, today)
                .query(Integer.class)
                .single();
    }

    private static SupervisionNotice notice(ResultSet row) throws SQLException {
        return new SupervisionNotice(
                row.getString("id"),
                row.getString("consolidation_id"),
                row.getString("number"),
                row.getString("receiving_unit"),
                row.getString("district_unit"),
                row.getString("title"),
                row.getString("requirements"),
                SupervisionNotice.State.valueOf(row.getString("state")),
                row.getDate("issued_on").toLocalDate(),
                row.getDate("reply_due").toLocalDate(),
                row.getString("handler"),
                row.getString("report_note"),
                row.getString("return_reason"),
                row.getBoolean("overdue"),
                row.getInt("version"));
    }
}
