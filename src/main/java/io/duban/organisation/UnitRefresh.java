package io.duban.organisation;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Takes over what another node has changed in the list of units (单位表), within a few seconds and for one small read. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class UnitRefresh {

    static final int SECONDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(UnitRefresh.class);

    private final Organisations organisations;

    UnitRefresh(Organisations organisations) {
        this.organisations = organisations;
    }

    @Scheduled(fixedDelay = SECONDS, initialDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            organisations.refresh();
        } catch (DataAccessException unreachable) {
            LOG.warn(
                    "the list of units cannot be compared: {}",
                    unreachable.getClass().getName());
        }
    }
}
