package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever was answered with success is on disk, also where the operator's own URL says nothing of it. */
class KilledRightAfterTheAnswerTest {

    @Test
    void whatWasAnsweredIsReadBackFromTheFile(@TempDir Path home) throws Exception {
        String url = "jdbc:h2:file:" + home.resolve("own") + ";LOCK_TIMEOUT=10000";
        KeyOrder order;
        String draft;
        try (var process = KilledProcess.start(home, List.of(), "--spring.datasource.url=" + url)) {
            order = KeyOrder.drafted(process.duban()).submitted();
            draft = KeyOrder.drafted(process.duban()).id;
            order.signed();
            process.kill();
        }

        var jdbc = JdbcClient.create(new DriverManagerDataSource(url, "duban", "duban"));
        assertThat(stateOf(jdbc, draft)).isEqualTo("DRAFTED");
        assertThat(stateOf(jdbc, order.id)).isEqualTo("ISSUED");
        assertThat(jdbc.sql("select task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                                + " where e.business_key_ = ?")
                        .param(order.id)
                        .query(String.class)
                        .list())
                .contains("userTask_receiveOrder");
        assertThat(jdbc.sql("select count(*) from paper where case_id = ?")
                        .param(order.id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static String stateOf(JdbcClient jdbc, String order) {
        return jdbc.sql("select state from supervision_order where id = ?")
                .param(order)
                .query(String.class)
                .single();
    }
}
