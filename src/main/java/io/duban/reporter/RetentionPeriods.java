package io.duban.reporter;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 保管期限: how many days each class is kept; parameters, because the source documents say nothing. */
@Component
class RetentionPeriods {

    private final int open;
    private final int notAccepted;
    private final int ordinary;
    private final int serious;

    RetentionPeriods(
            @Value("${duban.vault.keep.open:1826}") int open,
            @Value("${duban.vault.keep.not-accepted:180}") int notAccepted,
            @Value("${duban.vault.keep.ordinary:1826}") int ordinary,
            @Value("${duban.vault.keep.serious:3653}") int serious) {
        this.open = open;
        this.notAccepted = notAccepted;
        this.ordinary = ordinary;
        this.serious = serious;
        if (Math.min(Math.min(open, notAccepted), Math.min(ordinary, serious)) < 1) {
            throw new IllegalStateException("duban.vault.keep.* are numbers of days, at least 1");
        }
    }

    int days(RetentionClass retention) {
        return switch (retention) {
            case OPEN -> open;
            case NOT_ACCEPTED -> notAccepted;
            case ORDINARY -> ordinary;
            case SERIOUS -> serious;
        };
    }

    /** What has been kept since before this day is destroyed today. */
    LocalDate limit(RetentionClass retention, LocalDate today) {
        return today.minusDays(days(retention));
    }
}
