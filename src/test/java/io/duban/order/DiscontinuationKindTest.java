package io.duban.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiscontinuationKindTest {

    @Test
    void aWithdrawalIsPossibleUntilTheEnd() {
        assertThat(possible(DiscontinuationKind.WITHDRAWAL))
                .isEqualTo(EnumSet.range(OrderState.DRAFTED, OrderState.LOOKING_BACK));
    }

    @Test
    void aTransferIsPossibleFromIssueUntilTheProblemsAreSignedOff() {
        assertThat(possible(DiscontinuationKind.TRANSFER))
                .isEqualTo(EnumSet.range(OrderState.ISSUED, OrderState.SIGN_OFF_REVIEW));
    }

    @Test
    void aMergerIsPossibleBeforeTheReportIsIn() {
        assertThat(possible(DiscontinuationKind.MERGER))
                .isEqualTo(EnumSet.of(OrderState.ISSUED, OrderState.INVESTIGATING));
    }

    @ParameterizedTest
    @EnumSource(DiscontinuationKind.class)
    void whatHasEndedDoesNotEndAgain(DiscontinuationKind kind) {
        assertThat(possible(kind).stream().filter(OrderState::isEnd)).isEmpty();
        assertThat(kind.end().isEnd()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWAL, DUPLICATE, true",
        "WITHDRAWAL, WRONGLY_ISSUED, true",
        "WITHDRAWAL, BASIS_LAPSED, true",
        "WITHDRAWAL, CRIMINAL, false",
        "TRANSFER, CRIMINAL, true",
        "TRANSFER, MARKET_REGULATION, true",
        "TRANSFER, DUPLICATE, false",
        "MERGER, SAME_FACTS, true",
        "MERGER, DUPLICATE, false"
    })
    void eachKindHasItsOwnReasons(DiscontinuationKind kind, String reason, boolean allowed) {
        assertThat(kind.allows(reason)).isEqualTo(allowed);
    }

    private static Set<OrderState> possible(DiscontinuationKind kind) {
        return Stream.of(OrderState.values())
                .filter(kind::isPossibleIn)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderState.class)));
    }
}
