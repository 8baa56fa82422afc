package io.duban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.form.FormSchema;
import io.duban.form.TypedContent;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** 办理记录: each entry of a step has a round of its own. */
class CaseEntryRoundTest {

    private final JdbcDataSource database = new JdbcDataSource();

    {
        database.setUrl(
                "jdbc:h2:mem:rounds-" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        run("V27__case_entry");
    }

    @Test
    void twoWhoEndAStepAtTheSameMomentComeOneAfterTheOther() throws Exception {
        run("V37.2__one_entry_a_round");
        assertComeOneAfterTheOther(database);
    }

    @Test
    void entriesThatGotTheSameRoundAreNumberedAnew() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        for (int round : new int[] {1, 1, 2}) {
            jdbc.update(
                    "insert into case_entry (case_id, subject_id, step, round, form, form_version, content,"
                            + " option_labels, person, unit, at) values ('c', '', 's', ?, 'f', 'v', '{}', '{}', 'p', 'u',"
                            + " current_timestamp)",
                    round);
        }
        run("V37.2__one_entry_a_round");
        assertThat(jdbc.queryForList("select round from case_entry order by id", Integer.class))
                .containsExactly(1, 2, 3);
    }

    /** The first has typed but not committed when the second types. */
    static void assertComeOneAfterTheOther(DataSource database) throws Exception {
        var transactions = new DataSourceTransactionManager(database);
        var entries = new CaseEntryRepository(JdbcClient.create(database), new ObjectMapper(), transactions);
        var typed = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> second = threads.submit(() -> {
                typed.await();
                new TransactionTemplate(transactions).executeWithoutResult(open -> insert(entries));
                return null;
            });
            new TransactionTemplate(transactions).executeWithoutResult(open -> {
                insert(entries);
                typed.countDown();
                letGo(second);
            });
            second.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(JdbcClient.create(database)
                        .sql("select round from case_entry where case_id = 'case' order by round")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    private static void insert(CaseEntryRepository entries) {
        entries.insert(
                new Place("case", "interview"),
                "holdInterview",
                new FormSchema(new ObjectMapper().createObjectNode().put("id", "hold-interview")),
                new TypedContent(Map.of("minutes", "约谈记录"), Map.of()),
                new Typist("person", "unit"),
                Instant.EPOCH);
    }

    /** Until the second is through, or waits for the first. */
    private static void letGo(Future<?> second) {
        try {
            second.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waits) {
            // it is the first's turn
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void run(String migration) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + migration + ".sql")).execute(database);
    }
}
