package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.util.unit.DataSize;

/** Whom the container believes, and how many bodies of one source it takes at a time. */
class ContainerDoorTest {

    private static final BodyLimits LIMITS = new BodyLimits(
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(2),
            DataSize.ofMegabytes(5),
            DataSize.ofMegabytes(30),
            DataSize.ofKilobytes(16),
            Duration.ofSeconds(60),
            2,
            3,
            1000,
            DataSize.ofMegabytes(4));

    @Test
    void withoutANameNoProxyIsBelievedAlsoNotInAPrivateNetwork() {
        assertThat(believed(List.of(), "10.0.0.5")).isFalse();
        assertThat(believed(List.of(""), "127.0.0.1")).isFalse();
        assertThat(believed(List.of("10.0.0.5", " 10.0.0.6"), "10.0.0.6")).isTrue();
        assertThat(believed(List.of("10.0.0.5"), "10.0.0.51")).isFalse();
        assertThat(believed(List.of("10.0.0.5"), "10x0.0.5")).isFalse();
    }

    private static boolean believed(List<String> named, String address) {
        RemoteIpValve valve = new RemoteIpValve();
        TomcatServletWebServerFactory container = new TomcatServletWebServerFactory();
        container.addEngineValves(valve);
        new ContainerDoor(LIMITS, named).customize(container);
        String internal = valve.getInternalProxies();
        return internal != null && Pattern.matches(internal, address);
    }

    @Test
    void noSourceTakesThePlacesOfTheOthers() {
        ArrivingBodies bodies = new ArrivingBodies(LIMITS);
        assertThat(bodies.place("192.0.2.1")).isNotNull();
        assertThat(bodies.place("192.0.2.1")).isNotNull();
        assertThat(bodies.place("192.0.2.1")).as("two of one source").isNull();
        assertThat(bodies.place("192.0.2.2")).isNotNull();
        assertThat(bodies.place("192.0.2.3")).as("three of all").isNull();
    }

    @Test
    void aPlaceIsFreeOnceTheBodyIsHereAndItsMemoryOnceItIsDealtWith() {
        ArrivingBodies bodies = new ArrivingBodies(LIMITS);
        ArrivingBodies.Place large = bodies.place("192.0.2.1");
        assertThat(large).isNotNull();
        assertThat(large.takes(0, 1 << 20)).isTrue();
        assertThat(large.takes(1 << 20, 1)).as("a quarter of the memory").isFalse();
        large.here();
        ArrivingBodies.Place next = bodies.place("192.0.2.1");
        assertThat(next).isNotNull();
        assertThat(next.takes(0, 60_000)).as("what is small never waits").isTrue();
        assertThat(next.takes(0, 100_000)).isFalse();
        large.close();
        assertThat(next.takes(0, 100_000)).isTrue();
        next.close();
    }
}
