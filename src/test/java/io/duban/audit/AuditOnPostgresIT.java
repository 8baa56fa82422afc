package io.duban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On PostgreSQL the database itself refuses to change the trail, and two nodes append to one chain in turn. */
class AuditOnPostgresIT {

    private static final String[] LOCATIONS = {"classpath:db/migration", "classpath:db/vendor/postgresql"};

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
    void theApplicationsRoleCannotChangeTheTrail(String attack) throws IOException {
        try (var postgres = EmbeddedPostgres.start()) {
            var room = new AuditRoom(postgres.getPostgresDatabase(), LOCATIONS);
            room.says("a", "一", "二");
            room.seal();

            assertThatThrownBy(() -> room.jdbc.update(attack)).hasMessageContaining("append-only");
            assertThat(room.verified().intact()).isTrue();
        }
    }

    @Test
    void twoNodesAppendToOneChain() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var one = new AuditRoom(postgres.getPostgresDatabase(), LOCATIONS);
            var other = new AuditRoom(postgres.getPostgresDatabase(), LOCATIONS);
            var people = Executors.newFixedThreadPool(6);
            for (int i = 0; i < 120; i++) {
                var node = i % 2 == 0 ? one : other;
                people.execute(() -> node.says("shared", "一", "二"));
            }
            people.shutdown();
            assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            assertThat(one.verified().findings()).isEmpty();
            assertThat(one.verified().lines()).isEqualTo(240);
        }
    }
}
