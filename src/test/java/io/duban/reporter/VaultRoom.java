package io.duban.reporter;

import io.duban.audit.AuditTrail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault alone on an in-memory database, with keys of its own that a test can change between two starts. */
final class VaultRoom implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 9, 21);
    static final Identity SOMEBODY = new Identity(
            "测试举报人甲",
            "000-0000-1234",
            Optional.of("00000019900101000X"),
            Optional.of("测试路一弄二号"),
            Optional.of("jia@example.invalid"));
    static final String SENTENCE = "每周六上午在三楼最里面一间给三年级补数学";

    final DataSource source;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private VaultRoom(DataSource source, String... properties) {
        this.source = source;
        Flyway.configure().dataSource(source).load().migrate();
        TestPropertyValues.of(properties).applyTo(context);
        context.registerBean(DataSource.class, () -> source);
        context.register(Rooms.class);
        context.refresh();
    }

    static VaultRoom open() {
        return on(memory(), "duban.vault.key=" + newKey());
    }

    static VaultRoom on(DataSource source, String... properties) {
        return new VaultRoom(source, properties);
    }

    static DataSource memory() {
        return new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
    }

    static String newKey() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    static Path keyFile(Path folder, String key) {
        try {
            return Files.setPosixFilePermissions(
                    Files.writeString(folder.resolve(UUID.randomUUID() + ".key"), key + "\n"),
                    PosixFilePermissions.fromString("rw-------"));
        } catch (java.io.IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    static ReportMade report(NewAttachment... files) {
        return new ReportMade(Optional.of(SOMEBODY), SENTENCE, List.of(files), RetentionClass.OPEN);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    ReporterVault vault() {
        return get(ReporterVault.class);
    }

    JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(get(PlatformTransactionManager.class)).execute(open -> work.get());
    }

    void setToday(LocalDate day) {
        get(Day.class).today = day;
    }

    List<String> trail(String leadRef) {
        return jdbc().sql("select action from audit_event where case_id=? order by id")
                .param(leadRef)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Noon of a day the test sets. */
    static final class Day extends Clock {
        private LocalDate today = TODAY;

        @Override
        public java.time.ZoneId getZone() {
            return io.duban.calendar.WorkingDays.ZONE;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(12, 0).atZone(getZone()).toInstant();
        }
    }

    @TestConfiguration
    @ComponentScan(
            basePackages = "io.duban.organisation",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "io.duban.organisation.(UnitRepository|Organisations|People)"))
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({
        AuditTrail.class,
        ReporterVault.class,
        VaultThread.class,
        VaultLeads.class,
        VaultKeys.class,
        VaultRecords.class,
        Receipts.class,
        Attachments.class,
        KeyRing.class,
        KeyRotation.class,
        RetentionPeriods.class,
        Shredding.class,
        DisclosureSecrets.class
    })
    static class Rooms {

        @Bean
        Day clock() {
            return new Day();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }
    }
}
