package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.engine.Stage;
import io.duban.lead.LeadAnalysis.Cell;
import io.duban.lead.LeadAnalysis.Dimension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consultations' own tables: the counts as they were seen, what was concluded, who does what by when. */
@Repository
class ConsultationRepository {

    private final JdbcClient jdbc;

    ConsultationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Consultation> ofPeriod(String unit, LocalDate start) {
        return jdbc.sql("select * from consultation where unit_code = ? and period_start = ?")
                .params(unit, start)
                .query((row, n) -> consultation(row))
                .optional();
    }

    List<Consultation> all(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from consultation where id in (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> consultation(row))
                        .list();
    }

    Optional<Consultation> find(String id) {
        return jdbc.sql("select * from consultation where id = ?")
                .param(id)
                .query((row, n) -> consultation(row))
                .optional();
    }

    Consultation get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("没有这次会商。", "There is no such consultation."));
    }

    void open(String id, String unit, LocalDate start, LocalDate end) {
        jdbc.sql("insert into consultation (id, unit_code, period_start, period_end, state, version)"
                        + " values (?,?,?,?,'OPEN',0)")
                .params(id, unit, start, end)
                .update();
    }

    void keep(String id, List<Cell> cells) {
        cells.forEach(each -> jdbc.sql("insert into consultation_count (consultation_id, dimension, code, leads, named,"
                        + " valid) values (?,?,?,?,?,?)")
                .params(id, each.dimension().name(), each.code(), each.leads(), each.named(), each.valid())
                .update());
        jdbc.sql("update consultation set state='WAITING', version=version+1 where id=?")
                .param(id)
                .update();
    }

    List<Cell> cells(String id) {
        return jdbc.sql("select * from consultation_count where consultation_id=? order by dimension, leads desc, code")
                .param(id)
                .query((row, n) -> new Cell(
                        Dimension.valueOf(row.getString("dimension")),
                        row.getString("code"),
                        row.getInt("leads"),
                        row.getInt("named"),
                        row.getInt("valid")))
                .list();
    }

    void hold(Consultation held, String trends, String conclusion, String person, LocalDate today) {
        int rows = jdbc.sql("update consultation set state='HELD', trends=?, conclusion=?, held_by=?, held_on=?,"
                        + " version=version+1 where id=? and version=?")
                .params(trends, conclusion, person, today, held.id(), held.version())
                .update();
        if (rows == 0) {
            throw Refusal.conflict(
                    "consultation-changed", held.state(), "他人刚刚登记了这次会商，请刷新。", "Somebody else was first.");
        }
    }

    void assign(String id, int seq, Assignment each) {
        jdbc.sql("insert into consultation_assignment (consultation_id, seq, task, unit_code, due) values (?,?,?,?,?)")
                .params(id, seq, each.task(), each.unit(), each.due())
                .update();
    }

    List<Assignment> assignments(String id) {
        return jdbc.sql("select * from consultation_assignment where consultation_id=? order by seq")
                .param(id)
                .query((row, n) -> new Assignment(
                        row.getString("task"),
                        row.getString("unit_code"),
                        row.getDate("due").toLocalDate()))
                .list();
    }

    private static Consultation consultation(ResultSet row) throws SQLException {
        return new Consultation(
                row.getString("id"),
                row.getString("unit_code"),
                row.getDate("period_start").toLocalDate(),
                row.getDate("period_end").toLocalDate(),
                Consultation.State.valueOf(row.getString("state")),
                row.getString("trends"),
                row.getString("conclusion"),
                row.getInt("version"));
    }

    /** 会商研判 of one unit over one month. */
    record Consultation(
            String id,
            String unit,
            LocalDate start,
            LocalDate end,
            State state,
            @Nullable String trends,
            @Nullable String conclusion,
            int version) {

        String shown() {
            return Period.shown(start, end);
        }

        /** How far the month has come. */
        enum State implements Stage {
            OPEN("分析期内"),
            WAITING("待会商"),
            HELD("已会商");

            private final String label;

            State(String label) {
                this.label = label;
            }

            @Override
            public String label() {
                return label;
            }
        }
    }

    /** 任务分派: who does what by when. */
    record Assignment(String task, String unit, LocalDate due) {}
}
