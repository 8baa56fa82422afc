package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.DubanApplication;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * After whatever lives of orders, every figure of the ledger is what the raw rows of the business tables say, and opens
 * exactly the lines it counts (R02, R03, R09, INV-01); for the city and for a district.
 */
class LedgerFiguresPropertyTest {

    private static final List<String> DISTRICTS = List.of("310104", "310105");
    private static ServletWebServerApplicationContext house;
    private static Duban duban;
    private static JdbcTemplate jdbc;

    /** How far an order comes and what happens to it on the way. */
    record Life(String district, int problems, Reached reached, int daysLater, int settled, boolean withdrawn) {}

    /** The stations of a life. */
    enum Reached {
        SUBMITTED,
        ISSUED,
        RECEIVED,
        REPORTED,
        UNFOUNDED,
        RECTIFYING,
        SOME_SIGNED_OFF,
        LOOKED_BACK,
        RELAPSED
    }

    @BeforeContainer
    static void open() {
        house = (ServletWebServerApplicationContext) new SpringApplicationBuilder(DubanApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:figures;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                        "--camunda.bpm.job-execution.enabled=false");
        duban = new Duban(house.getWebServer().getPort());
        jdbc = house.getBean(JdbcTemplate.class);
    }

    @AfterContainer
    static void close() {
        house.close();
        ClockUtil.reset();
    }

    @Provide
    Arbitrary<List<Life>> lives() {
        return Combinators.combine(
                        Arbitraries.of(DISTRICTS),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(Reached.class),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(false, false, false, true))
                .as(Life::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void everyFigureIsWhatTheRawRowsSay(@ForAll("lives") List<Life> lives) {
        lives.forEach(LedgerFiguresPropertyTest::live);

        assertThat(new LedgerAgrees(duban.as("supervision-office.310000"), jdbc, each -> true).inEveryFigure())
                .isGreaterThan(20);
        new LedgerAgrees(
                        duban.as("inspector.310105"),
                        jdbc,
                        each -> each.district().equals("310105"))
                .inEveryFigure();
    }

    private static void live(Life life) {
        KeyOrder order = KeyOrder.drafted(duban, life.district(), life.district() + "T001", life.problems())
                .submitted();
        begin(order, life);
        if (life.withdrawn() && life.reached() == Reached.RECTIFYING) {
            order.office
                    .asksToEnd(order.id, "WITHDRAWAL", "DUPLICATE", java.util.Map.of())
                    .is(201);
            order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));
        }
        later(life.daysLater());
    }

    private static void later(int days) {
        if (days > 0) {
            duban.clockToMorningOf(duban.today().plusDays(days));
        }
    }

    private static void begin(KeyOrder order, Life life) {
        int problems = life.problems();
        switch (life.reached()) {
            case SUBMITTED -> {}
            case ISSUED -> order.signed();
            case RECEIVED -> order.signed().receipt();
            case REPORTED -> order.signed().receipt().handIn().report();
            case UNFOUNDED -> order.signed().receipt().handIn().report().reviewed(Papers.unfounded(problems));
            case RECTIFYING -> rectifying(order, problems);
            case SOME_SIGNED_OFF -> {
                rectifying(order, problems);
                later(life.daysLater() / 2);
                for (int seq = 1; seq <= Math.min(problems, life.settled()); seq++) {
                    order.done(seq);
                }
            }
            case LOOKED_BACK, RELAPSED -> {
                rectifying(order, problems);
                for (int seq = 1; seq <= problems; seq++) {
                    order.done(seq);
                }
                duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
                order.lookedBack(
                        life.reached() == Reached.RELAPSED
                                ? Papers.lookBack(problems, problems)
                                : Papers.lookBack(problems));
            }
        }
    }

    private static void rectifying(KeyOrder order, int problems) {
        LocalDate today = duban.today();
        order.signed().receipt().handIn().report();
        order.reviewed(Papers.review(java.util.stream.IntStream.rangeClosed(1, problems)
                .mapToObj(n -> today.plusDays(7L * n))
                .toArray(LocalDate[]::new)));
    }
}
