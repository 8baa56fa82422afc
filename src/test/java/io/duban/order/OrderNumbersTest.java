package io.duban.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The first numbers of a year, asked for at once: nobody loses, none is given twice, none is left out (INV-09). */
class OrderNumbersTest {

    @Test
    void twoFirstSigningsOfAYearGetTheFirstTwoNumbers() throws Exception {
        firstSignings(memory());
    }

    @Test
    void aFirstSigningThatIsTakenBackLeavesNoGap() {
        DataSource source = memory();
        Flyway.configure().dataSource(source).load().migrate();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var numbers = new OrderNumbers(JdbcClient.create(source), new DataSourceTransactionManager(source));
        transaction.executeWithoutResult(status -> {
            assertThat(numbers.next("310000", Instrument.KEY_ISSUE_ORDER, 2030)).isEqualTo(1);
            status.setRollbackOnly();
        });

        Integer next = transaction.execute(status -> numbers.next("310000", Instrument.KEY_ISSUE_ORDER, 2030));

        assertThat(next).isEqualTo(1);
    }

    private static DataSource memory() {
        return new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
    }

    /** One holds the first number without having committed while the others ask. */
    static void firstSignings(DataSource source) throws Exception {
        Flyway.configure().dataSource(source).load().migrate();
        var manager = new DataSourceTransactionManager(source);
        var numbers = new OrderNumbers(JdbcClient.create(source), manager);
        var given = new CountDownLatch(1);
        Callable<Integer> first = () -> new TransactionTemplate(manager).execute(status -> {
            int number = numbers.next("310000", Instrument.KEY_ISSUE_ORDER, 2030);
            given.countDown();
            pause();
            return number;
        });
        Callable<Integer> later = () -> {
            given.await();
            return new TransactionTemplate(manager)
                    .execute(status -> numbers.next("310000", Instrument.KEY_ISSUE_ORDER, 2030));
        };
        var people = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> asked = people.invokeAll(
                    Stream.concat(Stream.of(first), IntStream.range(0, 5).mapToObj(i -> later))
                            .toList());
            TreeSet<Integer> got = new TreeSet<>();
            for (Future<Integer> each : asked) {
                got.add(each.get());
            }
            assertThat(got).containsExactly(1, 2, 3, 4, 5, 6);
        } finally {
            people.shutdownNow();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
