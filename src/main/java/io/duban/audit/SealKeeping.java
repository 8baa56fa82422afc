package io.duban.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals the trail every minute; where two nodes do so at once, one of them has done it for both. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SealKeeping {

    private final AuditSeals seals;

    SealKeeping(AuditSeals seals) {
        this.seals = seals;
    }

    @Scheduled(initialDelayString = "${duban.audit.seal-every}", fixedDelayString = "${duban.audit.seal-every}")
    boolean seal() {
        try {
            seals.seal();
            return true;
        } catch (DuplicateKeyException sealedByAnotherNode) {
            return false;
        }
    }
}
