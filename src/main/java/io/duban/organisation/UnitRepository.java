package io.duban.organisation;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of units; rows are added and changed, never removed, because old cases name them. */
@Repository
class UnitRepository {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;

    UnitRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes every other change of units or accounts, on any node, wait for the end of this transaction. */
    void lock() {
        jdbc.update("update unit_revision set revision = revision + 1 where id = 1");
    }

    /** Grows with every change of units or accounts, on whichever node. */
    long revision() {
        Long revision = jdbc.queryForObject("select revision from unit_revision where id = 1", Long.class);
        return revision == null ? 0 : revision;
    }

    UnitTree read() {
        return new UnitTree(jdbc.query(
                "select code, name, level, parent_code, operator_code, active, stage from unit",
                (row, n) -> new Unit(
                        row.getString("code"),
                        row.getString("name"),
                        AdminLevel.valueOf(row.getString("level")),
                        row.getString("parent_code"),
                        row.getString("operator_code"),
                        row.getBoolean("active"),
                        stage(row.getString("stage")))));
    }

    private static @Nullable SchoolStage stage(@Nullable String name) {
        return name == null ? null : SchoolStage.valueOf(name);
    }

    /** Adds the new units bare, then sets everything: so the order of the lines never matters to the foreign keys. */
    void save(List<Unit> created, Collection<Unit> changed) {
        jdbc.batchUpdate("insert into unit (code, name, level) values (?, ?, ?)", created, BATCH, (row, unit) -> {
            row.setString(1, unit.code());
            row.setString(2, unit.name());
            row.setString(3, unit.level().name());
        });
        jdbc.batchUpdate(
                "update unit set name = ?, level = ?, parent_code = ?, operator_code = ?, active = ?, stage = ?"
                        + " where code = ?",
                changed,
                BATCH,
                (row, unit) -> {
                    row.setString(1, unit.name());
                    row.setString(2, unit.level().name());
                    row.setString(3, unit.parent());
                    row.setString(4, unit.operator());
                    row.setBoolean(5, unit.active());
                    var stage = unit.stage();
                    row.setString(6, stage == null ? null : stage.name());
                    row.setString(7, unit.code());
                });
    }
}
