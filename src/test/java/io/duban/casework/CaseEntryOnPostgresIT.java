package io.duban.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.budget.Postgres;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** On PostgreSQL the database itself refuses to change what was typed, or the form it was typed into. */
class CaseEntryOnPostgresIT {

    private static final List<String> ATTACKS = List.of(
            "update case_entry set content = '{}'",
            "delete from case_entry",
            "truncate case_entry",
            "update case_form set content = '{}'",
            "delete from case_form",
            "truncate case_form");

    @Test
    void whatWasTypedIsAddedAndStaysAsItIs() {
        var database = Postgres.empty().database();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                .load()
                .migrate();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update("insert into case_entry (case_id, subject_id, step, round, form, form_version, content,"
                + " option_labels, person, unit, at) values ('c', '', 's', 1, 'f', 'v', '{}', '{}', 'p', 'u', now())");
        jdbc.update("insert into case_form (form, version, content) values ('f', 'v', '{}')");

        ATTACKS.forEach(attack ->
                assertThatThrownBy(() -> jdbc.update(attack)).as(attack).hasMessageContaining("append-only"));
        assertThat(jdbc.queryForObject(
                        "select (select count(*) from case_entry) + (select count(*) from case_form)", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void eachEntryHasARoundOfItsOwnAlsoThoseOfBeforeAndThoseOfTheSameMoment() throws Exception {
        try (var postgres = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.start()) {
            var database = postgres.getPostgresDatabase();
            var migrations = Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration", "classpath:db/vendor/postgresql");
            migrations.target("37").load().migrate();
            JdbcTemplate jdbc = new JdbcTemplate(database);
            for (int round : new int[] {1, 1, 2}) {
                jdbc.update(
                        "insert into case_entry (case_id, subject_id, step, round, form, form_version, content,"
                                + " option_labels, person, unit, at) values ('c', '', 's', ?, 'f', 'v', '{}', '{}', 'p',"
                                + " 'u', now())",
                        round);
            }
            migrations.target("latest").load().migrate();

            assertThat(jdbc.queryForList("select round from case_entry order by id", Integer.class))
                    .containsExactly(1, 2, 3);
            assertThatThrownBy(() -> jdbc.update("delete from case_entry")).hasMessageContaining("append-only");
            CaseEntryRoundTest.assertComeOneAfterTheOther(database);
        }
    }
}
