package io.duban.interview;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.Decisions;
import io.duban.engine.RunningDates;
import io.duban.engine.StandingAside;
import io.duban.engine.SystemCalls;
import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.FormSchema;
import io.duban.form.Situation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.PayloadApplicationEvent;
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

/** Interview and accountability with the real rooms below them on an in-memory database; only the engine is a stand-in. */
public final class LadderRooms implements AutoCloseable {

    public static final LocalDate TODAY = LocalDate.of(2026, 9, 21);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<Object> events = new CopyOnWriteArrayList<>();

    private LadderRooms(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        context.registerBean(DataSource.class, () -> source);
        context.register(Rooms.class);
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> told) {
                events.add(told.getPayload());
            }
        });
        context.refresh();
        units(get(JdbcClient.class));
    }

    public static LadderRooms open() {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
        return on(new DriverManagerDataSource(url, "sa", ""));
    }

    public static LadderRooms on(DataSource source) {
        return new LadderRooms(source);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T get(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Everything published since the last {@link #forget()}. */
    public List<Object> events() {
        return List.copyOf(events);
    }

    public void forget() {
        events.clear();
        get(BusinessDay.class).set(TODAY);
    }

    public void setToday(LocalDate day) {
        get(BusinessDay.class).set(day);
    }

    /** Fills in the form of a user task the way the form room does: checked against the file, then carried out. */
    public Flags submit(String key, String caseId, String person, Map<String, Object> typed) {
        var situation = new Situation(key, caseId, null, person);
        var binding = binding(key);
        Fields fields = schema(binding.form()).check(typed, binding.view().apply(situation));
        return binding.submit().apply(situation, fields);
    }

    public Map<String, Object> view(String key, String caseId) {
        return binding(key).view().apply(new Situation(key, caseId, null, "anyone"));
    }

    public FormBinding binding(String key) {
        return bindings().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    public List<FormBinding> bindings() {
        return context.getBeansOfType(FormDesk.class).values().stream()
                .flatMap(desk -> desk.forms().stream())
                .toList();
    }

    public static FormSchema schema(String form) {
        try {
            return new FormSchema(new ObjectMapper().readTree(Files.readString(Path.of("forms", form + ".form"))));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public List<String> trail(String caseId) {
        return get(JdbcClient.class)
                .sql("select action from audit_event where case_id = ? order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }

    /** The trail without the papers, which stand in the trail of their own case alone. */
    public List<String> stepsOf(String caseId) {
        return trail(caseId).stream()
                .filter(each -> !each.equals("PAPER_ISSUED"))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private static void units(JdbcClient jdbc) {
        var insert = "insert into unit (code, name, level, parent_code) values (?, ?, ?, ?)";
        jdbc.sql(insert).params("310000", "上海市", "PROVINCE", null).update();
        jdbc.sql(insert).params("310101", "黄浦区", "COUNTY", "310000").update();
        jdbc.sql(insert).params("310104", "徐汇区", "COUNTY", "310000").update();
        jdbc.sql(insert).params("310000D01", "市教委", "DEPARTMENT", "310000").update();
        jdbc.sql(insert).params("310000D02", "市市场监管局", "DEPARTMENT", "310000").update();
        jdbc.sql(insert).params("310101S001", "云帆实验小学", "SCHOOL", "310101").update();
        jdbc.sql(insert)
                .params("310101T001", "乐澄艺术培训中心", "INSTITUTION", "310101")
                .update();
    }

    @TestConfiguration
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {
                "io.duban.audit",
                "io.duban.calendar",
                "io.duban.document",
                "io.duban.organisation",
                "io.duban.interview",
                "io.duban.accountability"
            },
            lazyInit = true,
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Context|Test|Rooms|Room|Database)"))
    @Import(StandingAside.class)
    static class Rooms {

        private final DmnEngine tables =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

        @Bean
        BusinessDay clock() {
            return new BusinessDay(TODAY);
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

        @Bean
        RuntimeService runtimeService() {
            var runtime = mock(RuntimeService.class);
            when(runtime.createMessageCorrelation(any()))
                    .thenReturn(mock(MessageCorrelationBuilder.class, RETURNS_SELF));
            return runtime;
        }

        @Bean
        RunningDates runningDates() {
            return mock(RunningDates.class);
        }

        @Bean
        SystemCalls systemCalls() {
            var calls = mock(SystemCalls.class);
            doAnswer(call -> {
                        call.getArgument(0, Runnable.class).run();
                        return null;
                    })
                    .when(calls)
                    .run(any());
            return calls;
        }

        /** The tables themselves, read from {@code bpmn/} as they are deployed. */
        @Bean
        Decisions decisions() {
            var decisions = mock(Decisions.class);
            when(decisions.ask(any(), any(), any()))
                    .thenAnswer(call -> evaluate(call.getArgument(1), call.getArgument(2)));
            return decisions;
        }

        private List<Map<String, Object>> evaluate(String key, Map<String, Object> inputs) throws IOException {
            var file = Path.of("bpmn", key.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + ".dmn");
            try (var table = Files.newInputStream(file)) {
                return tables.evaluateDecisionTable(tables.parseDecision(key, table), inputs)
                        .getResultList();
            }
        }
    }
}
