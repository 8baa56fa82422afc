package io.duban.returns;

import static org.mockito.Mockito.mock;

import io.duban.engine.Accounts;
import io.duban.engine.Decisions;
import io.duban.engine.StandingAside;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The returns with the real rooms and tables below them, two districts with schools of every kind, no engine. */
final class ReturnsRoom implements AutoCloseable {

    /** Two districts; 中心校, schools of every stage and of none, a closed one, institutions. */
    static final List<String> UNITS = List.of(
            "310000,上海市,PROVINCE,,true,",
            "310101,黄浦区,COUNTY,310000,true,",
            "310101C1,中心校,TOWNSHIP_CENTRE,310101,true,PRIMARY",
            "310101S1,第一小学,SCHOOL,310101C1,true,PRIMARY",
            "310101S2,初级中学,SCHOOL,310101,true,JUNIOR",
            "310101S3,一贯制学校,SCHOOL,310101,true,NINE_YEAR",
            "310101S4,未注明学校,SCHOOL,310101,true,",
            "310101T1,培训中心,INSTITUTION,310101,true,",
            "310104,徐汇区,COUNTY,310000,true,",
            "310104S1,已停办小学,SCHOOL,310104,false,PRIMARY",
            "310104S2,实验学校,SCHOOL,310104,true,NINE_YEAR");

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private ReturnsRoom(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        context.registerBean(DataSource.class, () -> source);
        context.register(Rooms.class);
        context.refresh();
        for (String line : UNITS) {
            String[] unit = line.split(",", -1);
            jdbc().update(
                            "insert into unit (code, name, level, parent_code, active, stage) values (?,?,?,?,?,?)",
                            unit[0],
                            unit[1],
                            unit[2],
                            orNull(unit[3]),
                            Boolean.valueOf(unit[4]),
                            orNull(unit[5]));
        }
    }

    static ReturnsRoom open() {
        return on(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    static ReturnsRoom on(DataSource source) {
        return new ReturnsRoom(source);
    }

    static void signIn(String account) {
        int dot = account.indexOf('.');
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        account, null, AuthorityUtils.createAuthorityList(account.substring(0, dot), account)));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return get(JdbcTemplate.class);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {
                "io.duban.audit",
                "io.duban.organisation",
                "io.duban.interview",
                "io.duban.accountability",
                "io.duban.rectification",
                "io.duban.order",
                "io.duban.returns"
            },
            lazyInit = true,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Context|Test|Rooms|Room|Database|Tasks|Process)"))
    @Import(StandingAside.class)
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZONE);
        }

        /** Nobody else's offices are asked for here. */
        @Bean
        Accounts accounts() {
            return mock(Accounts.class);
        }

        /** No table is asked for here. */
        @Bean
        Decisions decisions() {
            return mock(Decisions.class);
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
