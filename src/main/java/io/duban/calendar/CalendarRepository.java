package io.duban.calendar;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the arrangements that an administrator has uploaded (管理员载入的放假安排). */
@Component
class CalendarRepository {

    private final JdbcClient jdbc;

    CalendarRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes with every upload, also on another node. */
    String token() {
        return jdbc.sql("select token from calendar_state where id = 1")
                .query(String.class)
                .single();
    }

    /** Makes other uploads wait until this transaction ends, and leaves a new token behind. */
    void lock() {
        jdbc.sql("update calendar_state set token = ? where id = 1")
                .param(UUID.randomUUID().toString())
                .update();
    }

    List<YearArrangement> uploaded() {
        var days = days();
        return jdbc.sql("select year_no, notice, uploaded_by, uploaded_at from calendar_year order by year_no")
                .query((row, n) -> new YearArrangement(
                        row.getInt("year_no"),
                        YearArrangement.Source.UPLOADED,
                        row.getString("notice"),
                        days.getOrDefault(row.getInt("year_no"), new TreeMap<>()),
                        row.getString("uploaded_by"),
                        row.getTimestamp("uploaded_at").toInstant()))
                .list();
    }

    /** Puts one year in place of what was uploaded for it before. */
    void replace(YearArrangement year, String digest) {
        jdbc.sql("delete from calendar_day where year_no = ?")
                .param(year.year())
                .update();
        jdbc.sql("delete from calendar_year where year_no = ?")
                .param(year.year())
                .update();
        jdbc.sql("insert into calendar_year (year_no, notice, digest, uploaded_by, uploaded_at) values (?, ?, ?, ?, ?)")
                .params(year.year(), year.notice(), digest, year.uploadedBy(), Timestamp.from(year.uploadedAt()))
                .update();
        for (var day : year.days().values()) {
            jdbc.sql("insert into calendar_day (day_date, year_no, kind, name) values (?, ?, ?, ?)")
                    .params(day.date(), year.year(), day.kind().name(), day.name())
                    .update();
        }
    }

    private Map<Integer, SortedMap<LocalDate, CalendarDay>> days() {
        var days = new HashMap<Integer, SortedMap<LocalDate, CalendarDay>>();
        jdbc.sql("select year_no, day_date, kind, name from calendar_day").query(row -> {
            var day = new CalendarDay(
                    row.getObject("day_date", LocalDate.class),
                    DayKind.valueOf(row.getString("kind")),
                    row.getString("name"));
            days.computeIfAbsent(row.getInt("year_no"), year -> new TreeMap<>()).put(day.date(), day);
        });
        return days;
    }
}
