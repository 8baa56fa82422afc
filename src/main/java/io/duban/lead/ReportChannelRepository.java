package io.duban.lead;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of report channels; a closed one stays as a row. */
@Repository
class ReportChannelRepository {

    private static final int MOST = 2000;
    private static final String COLUMNS = "id, unit_code, type, address, topic, open_hours, public_since, active";

    private final JdbcClient jdbc;

    ReportChannelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReportChannel> active() {
        return jdbc.sql("select " + COLUMNS + " from report_channel where active order by unit_code, type, id"
                        + " fetch first ? rows only")
                .param(MOST)
                .query((row, n) -> channel(row))
                .list();
    }

    Optional<ReportChannel> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from report_channel where id=?")
                .param(id)
                .query((row, n) -> channel(row))
                .optional();
    }

    void insert(ReportChannel each) {
        jdbc.sql("insert into report_channel (" + COLUMNS + ") values (?,?,?,?,?,?,?,?)")
                .params(
                        each.id(),
                        each.unit(),
                        each.type().name(),
                        each.address(),
                        each.topic() == null ? null : each.topic().name(),
                        each.openHours(),
                        each.publicSince(),
                        each.active())
                .update();
    }

    void close(String id) {
        jdbc.sql("update report_channel set active=false where id=?").param(id).update();
    }

    private static ReportChannel channel(ResultSet row) throws SQLException {
        String topic = row.getString("topic");
        Date since = row.getDate("public_since");
        return new ReportChannel(
                row.getString("id"),
                row.getString("unit_code"),
                ReportChannel.Type.valueOf(row.getString("type")),
                row.getString("address"),
                topic == null ? null : LeadTopic.valueOf(topic),
                row.getString("open_hours"),
                since == null ? null : since.toLocalDate(),
                row.getBoolean("active"));
    }
}
