package io.duban.lead;

import io.duban.reporter.ReportMarks;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows again which rows of a table an office has imported already, without keeping what stands in them. */
@Repository
class ImportMarks {

    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final ReportMarks marks;
    private final int days;

    ImportMarks(JdbcClient jdbc, ReportMarks marks, @Value("${duban.lead.duplicate-days:180}") int days) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.days = days;
    }

    /** How many of these rows this office has imported before, as far back as duplicates are looked for. */
    int known(String office, List<StaffReport> reports, LocalDate today) {
        Set<String> given = of(reports);
        Set<String> known = new HashSet<>();
        List<String> all = List.copyOf(given);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            known.addAll(jdbc.sql("select mark from lead_import_mark where office = :office and imported_on >= :since"
                            + " and mark in (:marks)")
                    .param("office", office)
                    .param("since", today.minusDays(days))
                    .param("marks", all.subList(from, Math.min(all.size(), from + AT_A_TIME)))
                    .query(String.class)
                    .list());
        }
        return (int) reports.stream().filter(each -> known.contains(of(each))).count();
    }

    void keep(String office, List<StaffReport> reports, LocalDate today) {
        jdbc.sql("delete from lead_import_mark where imported_on < ?")
                .param(today.minusDays(days))
                .update();
        for (String mark : of(reports)) {
            int again = jdbc.sql("update lead_import_mark set imported_on = ? where mark = ? and office = ?")
                    .params(today, mark, office)
                    .update();
            if (again == 0) {
                jdbc.sql("insert into lead_import_mark (mark, office, imported_on) values (?,?,?)")
                        .params(mark, office, today)
                        .update();
            }
        }
    }

    private Set<String> of(List<StaffReport> reports) {
        return reports.stream().map(this::of).collect(Collectors.toSet());
    }

    private String of(StaffReport report) {
        return marks.of(String.join(
                "\u0000",
                report.receivedOn().toString(),
                report.sourceLevel().name(),
                report.unit().orElse(""),
                report.category().map(Enum::name).orElse(""),
                report.report().text(),
                report.report()
                        .identity()
                        .map(each -> each.name() + "\u0000" + each.phone())
                        .orElse("")));
    }
}
