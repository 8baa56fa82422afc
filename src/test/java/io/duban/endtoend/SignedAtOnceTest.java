package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twenty signatures of one office in the same moment, the first of a year among them. */
class SignedAtOnceTest extends EndToEnd {

    @Test
    void twentyWhoSignTheFirstOrdersOfAYearAtOnceAreAnsweredInWordsAndNumbersHaveNoGap() {
        setClock("2028-01-04T09:00:00+08:00");

        List<String> numbers = new SignedAtOnce(duban).numbers();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, SignedAtOnce.ORDERS)
                        .mapToObj(number -> "2028年第（" + number + "）号")
                        .toList());
    }
}
