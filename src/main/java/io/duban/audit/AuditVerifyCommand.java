package io.duban.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code --duban.audit.verify}: verifies the trail, says what is wrong with it and ends; 0 if nothing is. */
@Component
@Order(3)
class AuditVerifyCommand implements ApplicationRunner {

    static final String OPTION = "duban.audit.verify";

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerifyCommand.class);

    private final AuditVerification verification;
    private final ConfigurableApplicationContext application;

    AuditVerifyCommand(AuditVerification verification, ConfigurableApplicationContext application) {
        this.verification = verification;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption(OPTION)) {
            int code = verified();
            System.exit(SpringApplication.exit(application, () -> code));
        }
    }

    int verified() {
        var report = verification.verify();
        report.findings()
                .forEach(each -> LOG.error(
                        "留痕 {}: {} {} (id {}): {}",
                        each.kind(),
                        each.caseId(),
                        each.seq(),
                        each.id(),
                        each.sentence()));
        LOG.info(
                "留痕校验: {} 行, {} 链, {} 封签, {} 行未封, {} 处异常 (lines, chains, seals, unsealed, findings)",
                report.lines(),
                report.chains(),
                report.seals(),
                report.unsealed(),
                report.findings().size());
        return report.intact() ? 0 : 1;
    }
}
