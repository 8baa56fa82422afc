package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A province that is uploaded while the application runs gathers its leads from that day on. */
class NewProvinceTest {

    private static final String UNITS = """
            code,name,level,parent,operator
            320000,江苏省,PROVINCE,,
            320100,南京市,PREFECTURE,320000,
            320102,玄武区,COUNTY,320100,
            320102T001,某培训机构,INSTITUTION,320102,
            """;

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

            raisesPastAPrefecture(installation);
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

    /** T10: a prefecture has no investigation team, so the province's investigates and the prefecture is not offered. */
    private static void raisesPastAPrefecture(Installation installation) {
        for (String group : List.of(
                "supervision-office.320000",
                "supervision-lead.320000",
                "investigation-team.320000",
                "government.320102",
                "investigation-team.320102")) {
            installation.account(group, group);
        }
        Duban duban = installation.duban();
        Person office = duban.as("supervision-office.320000");
        Map<String, Object> paper = Papers.keyIssueOrder("320102", "320102T001", 1);
        String order = office.drafts(paper);
        office.does(order, "userTask_draftOrder", Papers.checked(paper));
        duban.as("supervision-lead.320000").does(order, "userTask_issueOrder", Papers.signed());
        Person government = duban.as("government.320102");
        assertThat(government
                        .form(government.task(order, "userTask_receiveOrder"))
                        .ok()
                        .body()
                        .path("data")
                        .path("handlingUnits")
                        .findValuesAsText("value"))
                .containsExactly("320102", "320000");
        government.does(order, "userTask_receiveOrder", Papers.received("320102"));
        duban.as("investigation-team.320102").does(order, "userTask_investigate", Papers.report());
        government.does(order, "userTask_submitReport", Papers.released());

        office.does(order, "userTask_reviewReport", Papers.with(Papers.reviewOfOneDropped(), "falsified", true));

        assertThat(office.order(order).path("handlingUnit").asText()).isEqualTo("320000");
        duban.as("investigation-team.320000").does(order, "userTask_investigate", Papers.report());
        assertThat(duban.as("supervision-lead.320000").taskKeys(order)).containsExactly("userTask_submitReport");
    }

    private static Integer periods(Installation installation, String table, String unit) {
        return installation
                .jdbc()
                .queryForObject("select count(*) from " + table + " where " + unit + " = '320000'", Integer.class);
    }
}
