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

/** The periods of consolidation (分区归集) and the leads gathered in each. */
@Repository
class ConsolidationRepository {

    private final JdbcClient jdbc;

    ConsolidationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Consolidation get(String id) {
        return find("id = ?", id).orElseThrow(() -> Refusal.notFound("没有这一期归集。", "There is no such consolidation."));
    }

    /** Reads the period and keeps others from changing it until this transaction ends. */
    Consolidation lock(String id) {
        return find("id = ? for update", id)
                .orElseThrow(() -> Refusal.notFound("没有这一期归集。", "There is no such consolidation."));
    }

    Optional<Consolidation> ofPeriod(String receivingUnit, LocalDate start) {
        return jdbc.sql("select * from lead_consolidation where receiving_unit = ? and period_start = ?")
                .params(receivingUnit, start)
                .query((row, n) -> consolidation(row))
                .optional();
    }

    List<Consolidation> all(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from lead_consolidation where id in (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> consolidation(row))
                        .list();
    }

    private Optional<Consolidation> find(String where, String id) {
        return jdbc.sql("select * from lead_consolidation where " + where)
                .param(id)
                .query((row, n) -> consolidation(row))
                .optional();
    }

    void open(String id, String receivingUnit, LocalDate start, LocalDate end) {
        jdbc.sql("insert into lead_consolidation (id, receiving_unit, period_start, period_end, state, version)"
                        + " values (?,?,?,?,'OPEN',0)")
                .params(id, receivingUnit, start, end)
                .update();
    }

    void change(Consolidation period, Map<String, @Nullable Object> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.values());
        values.add(period.id());
        values.add(period.version());
        int rows = jdbc.sql("update lead_consolidation set " + String.join("=?, ", columns.keySet())
                        + "=?, version=version+1 where id=? and version=?")
                .params(values)
                .update();
        if (rows == 0) {
            throw Refusal.conflict(
                    "consolidation-changed",
                    get(period.id()).state(),
                    "他人刚刚办理了这一期归集，请刷新后重试。",
                    "Somebody else was first; refresh and look.");
        }
    }

    /** The valid leads of the receiving unit that no order and no notice has taken up, concluded by the last day. */
    List<Lead> waiting(String receivingUnit, LocalDate until) {
        return jdbc.sql("select " + LeadRepository.COLUMNS + " from lead where receiving_unit = ? and conclusion in"
                        + " ('VALID', 'PARTLY') and state = 'REPLIED' and concluded_on <= ? and order_id is null"
                        + " and consolidated_notice is null and accused_unit <> district_unit"
                        + " order by district_unit, received_on, lead_ref")
                .params(receivingUnit, until)
                .query((row, n) -> LeadRow.read(row))
                .list();
    }

    void gather(String consolidationId, int seq, Lead lead) {
        jdbc.sql(
                        "insert into notice_lead (consolidation_id, lead_ref, seq, district_unit, summary, included, escalated)"
                                + " values (?,?,?,?,?,true,false)")
                .params(consolidationId, lead.leadRef(), seq, lead.districtUnit(), lead.summary())
                .update();
    }

    List<GatheredLead> gathered(String consolidationId) {
        return lines("n.consolidation_id = ?", consolidationId);
    }

    List<GatheredLead> ofNotice(String noticeId) {
        return lines("n.notice_id = ?", noticeId);
    }

    /** The notices that one of these leads went into. */
    List<String> noticesWith(Collection<String> leadRefs) {
        return jdbc.sql(
                        "select distinct notice_id from notice_lead where notice_id is not null and lead_ref in (:leads)")
                .param("leads", leadRefs)
                .query(String.class)
                .list();
    }

    /** The periods in which one of these leads was gathered and whose notices are not out yet. */
    List<String> periodsWith(Collection<String> leadRefs) {
        return jdbc.sql(
                        "select distinct n.consolidation_id from notice_lead n join lead_consolidation c"
                                + " on c.id = n.consolidation_id where c.state not in ('ISSUED','EMPTY') and n.lead_ref in (:leads)")
                .param("leads", leadRefs)
                .query(String.class)
                .list();
    }

    private List<GatheredLead> lines(String where, String id) {
        return jdbc.sql("select n.*, l.number, l.accused_unit, l.category from notice_lead n join lead l"
                        + " on l.lead_ref = n.lead_ref where " + where + " order by n.seq")
                .param(id)
                .query((row, n) -> gathered(row))
                .list();
    }

    void review(String consolidationId, String leadRef, boolean included, String summary, @Nullable String reason) {
        jdbc.sql("update notice_lead set included=?, summary=?, exclusion_reason=? where consolidation_id=?"
                        + " and lead_ref=?")
                .params(included, summary, reason, consolidationId, leadRef)
                .update();
    }

    void assign(String consolidationId, String district, String noticeId) {
        jdbc.sql("update notice_lead set notice_id=? where consolidation_id=? and district_unit=? and included")
                .params(noticeId, consolidationId, district)
                .update();
        jdbc.sql("update lead set consolidated_notice=?, version=version+1 where lead_ref in"
                        + " (select lead_ref from notice_lead where notice_id=?)")
                .params(noticeId, noticeId)
                .update();
    }

    void answer(String noticeId, String leadRef, String result, String rectified) {
        jdbc.sql("update notice_lead set result=?, rectified=? where notice_id=? and lead_ref=?")
                .params(result, rectified, noticeId, leadRef)
                .update();
    }

    void escalate(String noticeId, String leadRef, boolean escalated) {
        jdbc.sql("update notice_lead set escalated=? where notice_id=? and lead_ref=?")
                .params(escalated, noticeId, leadRef)
                .update();
    }

    private static Consolidation consolidation(ResultSet row) throws SQLException {
        return new Consolidation(
                row.getString("id"),
                row.getString("receiving_unit"),
                row.getDate("period_start").toLocalDate(),
                row.getDate("period_end").toLocalDate(),
                Consolidation.State.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("requirements"),
                row.getDate("reply_due") == null
                        ? null
                        : row.getDate("reply_due").toLocalDate(),
                row.getString("drafter"),
                row.getString("return_reason"),
                row.getInt("version"));
    }

    private static GatheredLead gathered(ResultSet row) throws SQLException {
        return new GatheredLead(
                row.getString("lead_ref"),
                row.getInt("seq"),
                row.getString("number"),
                row.getString("district_unit"),
                row.getString("accused_unit"),
                row.getString("category"),
                row.getString("summary"),
                row.getBoolean("included"),
                row.getString("notice_id"),
                row.getString("result"),
                row.getString("rectified"),
                row.getBoolean("escalated"));
    }
}
