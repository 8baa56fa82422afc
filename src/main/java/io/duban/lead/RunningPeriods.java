package io.duban.lead;

import io.duban.organisation.UnitsUploaded;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Opens, at start-up and when units are uploaded, whatever period of consolidation and analysis a unit has not opened yet.
 */
@Component
@EnableConfigurationProperties(LeadSettings.class)
@Order(RunningPeriods.ORDER)
class RunningPeriods implements ApplicationRunner {

    /** After the models have been deployed and the units are there. */
    static final int ORDER = 40;

    private final Consolidations consolidations;
    private final Consultations consultations;

    RunningPeriods(Consolidations consolidations, Consultations consultations) {
        this.consolidations = consolidations;
        this.consultations = consultations;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        consolidations.openRunningPeriods();
        consultations.openRunningMonths();
    }

    /** New units do not wait for the next start. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void unitsUploaded(UnitsUploaded uploaded) {
        consolidations.openRunningPeriods();
        consultations.openRunningMonths();
    }
}
