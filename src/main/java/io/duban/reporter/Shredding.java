package io.duban.reporter;

import io.duban.calendar.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * 到期销毁: every night the data keys of what has been kept long enough are destroyed, one lead a transaction, so that one
 * that fails keeps no other alive; two nodes doing it at once do no harm.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Shredding {

    private static final Logger LOG = LoggerFactory.getLogger(Shredding.class);
    private static final int BATCH = 200;

    private final VaultLeads leads;
    private final ReporterVault vault;
    private final RetentionPeriods periods;
    private final Clock clock;

    Shredding(VaultLeads leads, ReporterVault vault, RetentionPeriods periods, Clock clock) {
        this.leads = leads;
        this.vault = vault;
        this.periods = periods;
        this.clock = clock;
    }

    @Scheduled(cron = "${duban.vault.shred-at:0 30 3 * * *}", zone = "Asia/Shanghai")
    void nightly() {
        int destroyed = shred();
        if (destroyed > 0) {
            LOG.info("destroyed the keys of {} leads whose retention is over", destroyed);
        }
    }

    /** Destroys everything that is due; answers how many leads. */
    int shred() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
        int destroyed = 0;
        for (RetentionClass retention : RetentionClass.values()) {
            LocalDate limit = periods.limit(retention, today);
            List<String> due = leads.keptSinceBefore(retention, limit, BATCH);
            while (!due.isEmpty()) {
                destroyed += (int) due.stream()
                        .filter(lead -> vault.destroy(lead, "保管期限届满"))
                        .count();
                due = leads.keptSinceBefore(retention, limit, BATCH);
            }
        }
        return destroyed;
    }
}
