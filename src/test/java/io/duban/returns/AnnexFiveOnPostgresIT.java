package io.duban.returns;

import com.zaxxer.hikari.HikariDataSource;
import io.duban.budget.Postgres;
import org.junit.jupiter.api.Test;

/** The figures of 附件5 on PostgreSQL: the same statements, the same second path. */
class AnnexFiveOnPostgresIT {

    @Test
    void figuresAndRowsAgreeOnPostgresqlToo() {
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(Postgres.empty().database());
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
