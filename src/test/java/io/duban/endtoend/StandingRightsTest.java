package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/**
 * What an administrator takes away is gone from sessions that are already open, within the time that is set: two seconds
 * here, ten as shipped.
 */
class StandingRightsTest extends EndToEnd {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String COUNT = ENGINE + "task/count";
    private static final int LEEWAY = 8;
    private static final List<String> LEAVERS = List.of("leaver.roles", "leaver.account", "leaver.password");

    @Value("${duban.session.rights-read-every}")
    private Duration longest;

    @BeforeEach
    void employ() {
        for (String leaver : LEAVERS) {
            for (String role : List.of("supervision-office", "supervision-lead")) {
                duban.send(
                                "admin",
                                "PUT",
                                "/api/accounts",
                                "id,name,role,unit,initialPassword\n" + leaver + ",某人," + role
                                        + ",310000,duban-demo-1234\n",
                                "text/csv")
                        .ok();
            }
        }
        KeyOrder.drafted(duban);
    }

    @Test
    void rolesAccountAndPasswordStandForTheTimeSetAtMost() {
        List<Visitor> sessions = LEAVERS.stream()
                .map(leaver -> new Visitor(duban).signedIn(leaver, "duban-demo-1234"))
                .toList();
        assertThat(sessions).allSatisfy(session -> {
            assertThat(session.get("/api/orders").body()).contains("\"id\"");
            assertThat(session.get(COUNT).statusCode()).isEqualTo(200);
        });
        Visitor stays = new Visitor(duban).signedIn("supervision-office.310000");

        for (String role : List.of("supervision-office", "supervision-lead")) {
            remove("group/" + role + ".310000/members/leaver.roles");
        }
        remove("user/leaver.account");
        duban.call(
                        "admin",
                        "PUT",
                        ENGINE + "user/leaver.password/credentials",
                        Map.of("password", "duban-demo-5678", "authenticatedUserPassword", "duban-demo"))
                .ok();
        Instant taken = Instant.now();

        within(taken, () -> !sessions.get(0).get("/api/orders").body().contains("\"id\""));
        assertThat(sessions.get(0).get(COUNT).body()).contains("\"count\":0");
        within(taken, () -> isOver(sessions.get(1)));
        within(taken, () -> isOver(sessions.get(2)));
        assertThat(stays.get("/api/orders").statusCode()).isEqualTo(200);
        assertThat(stays.get(COUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void theyStandForTenSecondsAsShipped() throws IOException {
        var shipped = new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"));

        assertThat(shipped)
                .extracting(each -> each.getProperty("duban.session.rights-read-every"))
                .containsExactly("PT10S");
    }

    /** Either 200 or 401: the web apps answered 500 as soon as the account was gone. */
    private static boolean isOver(Visitor session) {
        int engine = session.get(COUNT).statusCode();
        int ours = session.get("/api/orders").statusCode();
        assertThat(List.of(engine, ours)).isSubsetOf(200, 401);
        return ours == 401 && engine == 401;
    }

    private void remove(String what) {
        duban.call("admin", "DELETE", ENGINE + what, null).ok();
    }

    /** Asks all the time, as a page that lies open does. */
    private void within(Instant since, BooleanSupplier happened) {
        while (!happened.getAsBoolean()) {
            assertThat(Duration.between(since, Instant.now())).isLessThan(longest.plusSeconds(LEEWAY));
            try {
                Thread.sleep(250);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
