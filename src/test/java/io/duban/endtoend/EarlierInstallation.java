package io.duban.endtoend;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A database of the time before papers, evidence and the ledger, with an office's work of a year in it. */
final class EarlierInstallation {

    /** The last version before the register of papers. */
    private static final String BEFORE_PAPERS = "12";

    /** The last version in which an order withdrawn as a draft stood in the ledger. */
    private static final String WITH_DRAFTS = "19";

    private final DataSource source;
    private final String[] migrations;

    EarlierInstallation(DataSource source, String vendor) throws SQLException {
        this.source = source;
        this.migrations = new String[] {"classpath:db/migration", "classpath:db/vendor/" + vendor, "classpath:db/demo"};
        Flyway.configure()
                .dataSource(source)
                .locations(migrations)
                .target(BEFORE_PAPERS)
                .load()
                .migrate();
        run("earlier-installation.sql");
    }

    /** Up to what is installed today, by way of the version whose ledger still held drafts. */
    void upgrade() throws SQLException {
        Flyway.configure()
                .dataSource(source)
                .locations(migrations)
                .target(WITH_DRAFTS)
                .load()
                .migrate();
        run("ledger-with-drafts.sql");
        Flyway.configure().dataSource(source).locations(migrations).load().migrate();
    }

    private void run(String script) throws SQLException {
        try (Connection connection = source.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
        }
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    /** By table the names of its columns. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String schema = connection.getSchema();
            try (ResultSet columns = about.getColumns(null, schema, "%", "%")) {
                while (columns.next()) {
                    found.computeIfAbsent(columns.getString("TABLE_NAME").toLowerCase(), name -> new ArrayList<>())
                            .add(columns.getString("COLUMN_NAME").toLowerCase());
                }
            }
        }
        found.keySet().removeIf(table -> table.startsWith("flyway"));
        return found;
    }

    /** Every row of a table in these columns, as text. */
    List<String> rows(String table, List<String> columns) {
        return jdbc().queryForList("select " + String.join(", ", columns) + " from " + table).stream()
                .map(row -> row.values().stream().map(Objects::toString).collect(Collectors.joining(" | ")))
                .sorted()
                .toList();
    }
}
