package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 问责 over HTTP: before anybody was notified only the issuing unit and those above it find a case. */
class AccountabilitiesOverHttpTest extends EndToEnd {

    @Test
    void neitherTheDistrictConcernedNorASiblingFindsACase() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        String accountability = proposed(order);

        for (Person issuer : List.of(order.office, order.lead, as("committee-director.310000"))) {
            assertThat(found(issuer, order)).as(issuer.account()).containsExactly(accountability);
            Answer seen = issuer.get("/api/accountabilities/" + accountability).ok();
            assertThat(seen.text("state")).isEqualTo("PROPOSED");
            assertThat(seen.body().path("facts").toString()).contains("徐汇区");
        }
        for (Person other : List.of(
                order.government,
                order.districtOffice,
                order.unit,
                as("supervision-office.310101"),
                as("government.310101"))) {
            assertThat(found(other, order)).as(other.account()).isEmpty();
            other.get("/api/accountabilities/" + accountability).refused(404, "", "not-found");
        }
    }

    @Test
    void whatIsUnknownOrIncompleteIsRefused() {
        Person office = as("supervision-office.310000");

        office.get("/api/accountabilities").refused(400, "order", "readable");
        assertThat(office.get("/api/accountabilities?order=none").ok().body()).isEmpty();
        office.get("/api/accountabilities/none").refused(404, "", "not-found");
        assertThat(office.post("/api/accountabilities/none", Map.of()).status()).isIn(403, 404, 405);
        var nobody = HttpRequest.newBuilder(URI.create(duban.address() + "/api/accountabilities?order=none"))
                .build();
        assertThat(Duban.exchanged(HttpClient.newHttpClient(), nobody).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCaseWhoseOrderIsWithdrawnTellsThoseWhoHandleItAndGoesOn() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        String accountability = proposed(order);
        order.office
                .asksToEnd(order.id, "WITHDRAWAL", "WRONGLY_ISSUED", Map.of())
                .is(201);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));

        assertThat(jdbc.queryForList(
                        "select sentence from audit_event where case_id = ? order by id", String.class, accountability))
                .endsWith("所依据的督办单已撤销，认定事实和审定时请予考虑，可以不予问责");
        assertThat(order.lead.taskKeys(accountability)).containsExactly("userTask_formWorkingGroup");
    }

    private String proposed(KeyOrder order) {
        for (int number = 1; number <= 3; number++) {
            order.office
                    .registers(order.id, "沪教督通〔2026〕" + number + "号", duban.today(), 1)
                    .is(201);
        }
        return order.accountabilities().get(0).path("id").asText();
    }

    private static List<String> found(Person person, KeyOrder order) {
        return KeyOrder.stream(person.get("/api/accountabilities?order=" + order.id)
                        .ok()
                        .body())
                .map(each -> each.path("id").asText())
                .toList();
    }
}
