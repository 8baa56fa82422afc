package io.duban.ledger;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Folds every minute, so that the first reader of the day does not wait for what happened in the night. */
@Component
class LedgerKeeping {

    private final LedgerFold fold;

    LedgerKeeping(LedgerFold fold) {
        this.fold = fold;
    }

    @Scheduled(initialDelayString = "${duban.ledger.fold-every}", fixedDelayString = "${duban.ledger.fold-every}")
    void fold() {
        fold.catchUp();
    }
}
