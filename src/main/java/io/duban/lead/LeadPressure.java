package io.duban.lead;

import io.duban.order.ReportedOften;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** 举报问题多、工作落后 (A41, H21): what leads and notices tell the escalation of an order. */
@Component
class LeadPressure implements ReportedOften {

    private final LeadAnalysis analysis;
    private final NoticeRepository notices;
    private final LeadSettings settings;
    private final Clock clock;

    LeadPressure(LeadAnalysis analysis, NoticeRepository notices, LeadSettings settings, Clock clock) {
        this.analysis = analysis;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean reportCountHigh(String issuer, String unit, LocalDate answered) {
        LocalDate today = LocalDate.now(clock);
        Period period = settings.consolidationPeriod();
        return analysis.validOn(issuer, unit, period.startOf(today), period.endOf(today), answered)
                >= settings.reportsOften();
    }

    @Override
    public boolean lagging(String district, LocalDate answered) {
        return notices.lateOf(district, answered, LocalDate.now(clock)) >= settings.lateNotices();
    }
}
