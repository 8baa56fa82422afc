package io.duban.returns;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The figures of 附件5 on PostgreSQL: the same statements, the same second path. */
class AnnexFiveOnPostgresIT {

    @Test
    void figuresAndRowsAgreeOnPostgresqlToo() throws IOException {
        try (var postgres = EmbeddedPostgres.start();
                var pool = new HikariDataSource()) {
            pool.setDataSource(postgres.getPostgresDatabase());
            try (var room = ReturnsRoom.on(pool)) {
                for (int seed = 0; seed < 4; seed++) {
                    new GeneratedCases(room.jdbc(), seed).write(25);
                    for (String unit : AnnexFivePropertyTest.UNITS) {
                        AnnexFivePropertyTest.agree(room, unit, AnnexFivePropertyTest.YEAR);
                    }
                    AnnexFivePropertyTest.rowsAgree(room, AnnexFivePropertyTest.UNITS.get(seed));
                }
            }
        }
    }
}
