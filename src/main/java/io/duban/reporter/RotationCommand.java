package io.duban.reporter;

import io.duban.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code --duban.vault.rotate-from=<old key file>}: rotates after the start, says how many keys, and stops. */
@Component
@ConditionalOnProperty("duban.vault.rotate-from")
@Order(Ordered.LOWEST_PRECEDENCE)
class RotationCommand implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RotationCommand.class);

    private final KeyRotation rotation;
    private final KeyRing ring;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ConfigurableApplicationContext application;

    RotationCommand(
            KeyRotation rotation,
            KeyRing ring,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            ConfigurableApplicationContext application) {
        this.rotation = rotation;
        this.ring = ring;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int count = rotation.rotate();
        String id = ring.current().id();
        transaction.executeWithoutResult(open ->
                audit.record("vault", "VAULT_KEY_ROTATED", "举报人信息保管库主密钥轮换为 " + id + "，重新封装数据密钥 " + count + " 个"));
        LOG.info(
                "vault key rotated to {}: {} data keys wrapped anew; start again without duban.vault.rotate-from",
                id,
                count);
        application.close();
    }
}
