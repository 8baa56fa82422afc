package io.duban.lead;

import io.duban.rectification.ProblemCategory;
import java.time.LocalDate;
import java.util.Optional;

/** 登记: a report that came by hot-line, letter, box, e-mail or inspector and that staff enter; prints nothing. */
record StaffReport(
        LeadChannel channel,
        SourceLevel sourceLevel,
        LocalDate receivedOn,
        Optional<String> unit,
        Optional<ProblemCategory> category,
        ReportText report) {

    @Override
    public String toString() {
        return "StaffReport[" + channel + "]";
    }
}
