package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmokeTest extends EndToEnd {
    @Test
    void walks() {
        KeyOrder order = KeyOrder.drafted(duban).lookingBack().lookedBack(Papers.lookBack(1));
        assertThat(order.state()).isEqualTo("CLOSED");
        order.timeline().forEach(System.out::println);
        System.out.println(order.dossier().path("deadlines").toPrettyString());
    }
}
