package io.duban.calendar;

import io.duban.audit.AuditTrail;
import io.duban.engine.WrittenDates;
import io.duban.engine.WrittenDates.Mended;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An installation that ran in another zone has timers and due dates that are hours early or late (时区更正). They are put
 * right once, at the first start in Chinese time and before the first of its timers fires; each case says so in its
 * trail, the log how many there were.
 */
@Component
@Order(26) // after the cases lie where they belong, and the trail's lines from before it was a chain
class DatesOfAnotherZone implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DatesOfAnotherZone.class);

    private final WrittenDates written;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DatesOfAnotherZone(WrittenDates written, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.written = written;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        mendOnce();
    }

    /** Page by page, so that nobody waits for the whole; what an ended start has put right is right at the next. */
    void mendOnce() {
        try {
            mendUnlessCompared();
        } catch (DuplicateKeyException doneByAnotherNode) {
            LOG.info("another node has compared the dates of timers and tasks");
        }
    }

    private void mendUnlessCompared() {
        String zone = WorkingDays.ZONE.getId();
        boolean compared = jdbc.sql("select zone from engine_zone where zone = ?")
                .param(zone)
                .query(String.class)
                .optional()
                .isPresent();
        if (!compared) {
            int mended = written.mend(this::report).size();
            if (mended > 0) {
                LOG.warn("{} timers and due dates had been written in another zone and were put right", mended);
            }
            jdbc.sql("insert into engine_zone (zone, compared_at, mended) values (?, ?, ?)")
                    .params(zone, Timestamp.from(clock.instant()), mended)
                    .update();
        }
    }

    private void report(List<Mended> mended) {
        mended.stream()
                .filter(each -> each.caseId() != null)
                .collect(Collectors.groupingBy(each -> Objects.requireNonNull(each.caseId())))
                .forEach((caseId, dates) -> audit.record(
                        caseId, "DATES_MENDED", "系统曾在其他时区运行，更正按该时区写入的时点 " + dates.size() + " 处：定时器和待办期限以期限登记为准"));
    }
}
