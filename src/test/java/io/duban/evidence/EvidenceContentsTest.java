package io.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.StartRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** What is kept is sealed, whole, once for each case, and under a key that the database does not hold. */
class EvidenceContentsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(EvidenceSeal.newKey());

    @TempDir
    Path home;

    private JdbcTemplate jdbc;
    private EvidenceRepository repository;
    private EvidenceContents contents;

    /** The database of this run; one for each test. */
    DataSource database() throws Exception {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:evidence-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @BeforeEach
    void open() throws Exception {
        DataSource source = database();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(source);
        repository = new EvidenceRepository(JdbcClient.create(source), jdbc);
        contents = new EvidenceContents(repository, keys(KEY, "demo"));
    }

    @Test
    void aLargeFileComesBackWholeAndLiesThereSealed() {
        byte[] noise = new byte[2_500_000];
        new Random(5).nextBytes(noise);
        byte[] marked = OfficeFiles.join("canary-in-evidence".getBytes(StandardCharsets.US_ASCII), noise);

        String line = line("case-1", contents.keep("case-1", marked, new CleanFile(FileKind.PDF, marked)));

        assertThat(contents.open(line)).isEqualTo(marked);
        var parts = jdbc.query("select sealed from evidence_part", (row, n) -> row.getBytes(1));
        assertThat(parts)
                .hasSize(3)
                .noneMatch(each -> new String(each, StandardCharsets.ISO_8859_1).contains("canary"));
    }

    @Test
    void theSameFileIsKeptOnceForEachCase() {
        byte[] file = {1, 2, 3};
        CleanFile clean = new CleanFile(FileKind.PDF, file);
        String first = contents.keep("case-1", file, clean);

        assertThat(contents.keep("case-1", file, clean)).isEqualTo(first);
        assertThat(contents.keep("case-2", file, clean)).isNotEqualTo(first);
        assertThat(jdbc.queryForObject("select count(distinct fingerprint) from evidence_content", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void whatWasChangedOrMovedDoesNotOpen() {
        String one =
                line("case-1", contents.keep("case-1", new byte[] {1}, new CleanFile(FileKind.PDF, new byte[] {1})));
        String two =
                line("case-1", contents.keep("case-1", new byte[] {2}, new CleanFile(FileKind.PDF, new byte[] {2})));
        byte[] sealed = jdbc.queryForObject(
                "select p.sealed from evidence_part p join evidence e on e.content_id = p.content_id where e.id = ?",
                byte[].class,
                one);

        jdbc.update(
                "update evidence_part set sealed = ? where content_id = (select content_id from evidence where id = ?)",
                sealed,
                two);

        assertThat(contents.open(one)).containsExactly(1);
        assertThatThrownBy(() -> contents.open(two)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aForeignOrMissingKeyStopsTheStart() {
        contents.keep("case-1", new byte[] {1}, new CleanFile(FileKind.PDF, new byte[] {1}));
        String other = Base64.getEncoder().encodeToString(EvidenceSeal.newKey());

        assertThatThrownBy(() -> keys(other, "demo"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("duban.evidence.key-file");
        assertThatThrownBy(() -> keys("", "postgres"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("openssl rand");
        assertThatThrownBy(() -> keys("short", "postgres"))
                .hasMessageContaining("32 random bytes")
                .hasMessageNotContaining("short");
        assertThat(keys(KEY, "postgres").current().toString()).doesNotContain(KEY);
    }

    @Test
    void theDemoMakesItsOwnKeyOnce() {
        var first = keys("", "demo").current().id();
        assertThat(keys("", "demo").current().id()).isEqualTo(first);
        assertThat(home.resolve("evidence.key")).isNotEmptyFile();
    }

    private EvidenceKeys keys(String key, String profile) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new EvidenceKeys("", key, home.toString(), environment, JdbcClient.create(jdbc));
    }

    private String line(String caseId, String contentId) {
        String id = UUID.randomUUID().toString();
        jdbc.update(
                "insert into evidence (id, case_id, content_id, file_name, kept_at, kept_by, kept_unit) values (?,?,?,?,?,?,?)",
                id,
                caseId,
                contentId,
                "a.pdf",
                Timestamp.from(Instant.EPOCH),
                "tester",
                "310000");
        return id;
    }
}
