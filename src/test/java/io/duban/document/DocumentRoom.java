package io.duban.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The room of the papers with the rooms below it on a database of its own, at noon of one day until it is another. */
final class DocumentRoom implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private DocumentRoom(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        context.registerBean(DataSource.class, () -> source);
        context.register(Rooms.class);
        context.refresh();
        var insert = "insert into unit (code, name, level, parent_code) values (?, ?, ?, ?)";
        var jdbc = get(JdbcClient.class);
        jdbc.sql(insert).params("310000", "上海市", "PROVINCE", null).update();
        jdbc.sql(insert).params("310104", "徐汇区", "COUNTY", "310000").update();
        jdbc.sql(insert)
                .params("310104T001", "智启科技素养培训中心", "INSTITUTION", "310104")
                .update();
    }

    static DocumentRoom open() {
        return on(new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000", "sa", ""));
    }

    static DocumentRoom on(DataSource source) {
        return new DocumentRoom(source);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Noon of another day. */
    void on(LocalDate day) {
        get(Noon.class).day = day;
    }

    Papers papers() {
        return get(Papers.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(get(PlatformTransactionManager.class));
    }

    /** A paper with the sample's words. */
    static PaperText text(PaperKind kind, String caseId, Map<String, String> instead) {
        var values = new java.util.HashMap<>(SampleWords.values(kind));
        values.putAll(instead);
        return new PaperText(kind, caseId, "310000", "310104", values, SampleWords.rows(kind));
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {"io.duban.audit", "io.duban.organisation", "io.duban.document"},
            lazyInit = true,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Context|Test|Rooms|Room|Database|Controller)"))
    static class Rooms {

        @Bean
        Noon clock() {
            return new Noon();
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

    /** It is always noon. */
    static final class Noon extends Clock {

        private volatile LocalDate day = LocalDate.of(2026, 11, 22);

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return day.atTime(LocalTime.NOON).atZone(getZone()).toInstant();
        }
    }
}
