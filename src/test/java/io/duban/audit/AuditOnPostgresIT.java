package io.duban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.budget.Postgres;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On PostgreSQL the database itself refuses to change the trail, and two nodes append to one chain in turn. */
class AuditOnPostgresIT {

    private static final String[] LOCATIONS = {"classpath:db/migration", "classpath:db/vendor/postgresql"};
    private static final Postgres POSTGRES = Postgres.empty();
    private static AuditRoom room;

    @BeforeAll
    static void write() {
        room = new AuditRoom(POSTGRES.database(), LOCATIONS);
        room.says("a", "一", "二");
        room.seal();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set sentence = 'x'",
                "update audit_event set hash = 'x'",
                "delete from audit_event",
                "truncate audit_event",
                "update audit_seal set lines = 0",
                "delete from audit_seal",
                "truncate audit_seal cascade",
                "update audit_sealed_end set seq = 0",
                "delete from audit_sealed_end",
                "truncate audit_sealed_end"
            })
    void theApplicationsRoleCannotChangeTheTrail(String attack) {
        assertThatThrownBy(() -> room.jdbc.update(attack)).hasMessageContaining("append-only");
        assertThat(room.verified().intact()).isTrue();
    }

    @Test
    void twoNodesAppendToOneChain() throws Exception {
        var other = new AuditRoom(POSTGRES.database(), LOCATIONS);
        long before = room.verified().lines();
        var people = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 120; i++) {
            var node = i % 2 == 0 ? room : other;
            people.execute(() -> node.says("shared", "一", "二"));
        }
        people.shutdown();
        assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(room.verified().findings()).isEmpty();
        assertThat(room.verified().lines()).isEqualTo(before + 240);
    }
}
