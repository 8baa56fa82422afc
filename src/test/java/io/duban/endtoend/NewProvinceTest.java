package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A province that is uploaded while the application runs gathers its leads from that day on. */
class NewProvinceTest {

    private static final String UNITS =
            "code,name,level,parent,operator\n320000,江苏省,PROVINCE,,\n320100,南京市,PREFECTURE,320000,\n";

    @Test
    void aNewProvinceHasItsPeriodsAtOnceAndOnlyOnce() {
        try (Installation installation = Installation.on(
                "demo", "--spring.datasource.url=jdbc:h2:mem:province;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")) {
            for (int upload = 0; upload < 2; upload++) {
                assertThat(installation
                                .duban()
                                .send("admin", "PUT", "/api/units", UNITS, "text/csv")
                                .ok())
                        .isNotNull();
            }

            assertThat(periods(installation, "lead_consolidation", "receiving_unit"))
                    .isEqualTo(1);
            assertThat(periods(installation, "consultation", "unit_code")).isEqualTo(1);
            assertThat(installation
                            .jdbc()
                            .queryForObject(
                                    "select count(*) from act_ru_execution where id_ = proc_inst_id_ and"
                                            + " business_key_ in (select id from lead_consolidation where receiving_unit = '320000')",
                                    Integer.class))
                    .isEqualTo(1);
        }
    }

    private static Integer periods(Installation installation, String table, String unit) {
        return installation
                .jdbc()
                .queryForObject("select count(*) from " + table + " where " + unit + " = '320000'", Integer.class);
    }
}
