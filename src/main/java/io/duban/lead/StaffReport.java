package io.duban.lead;

import io.duban.form.Fields;
import io.duban.rectification.ProblemCategory;
import io.duban.reporter.Identity;
import io.duban.reporter.NewAttachment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 登记: a report that came by hot-line, letter, box, e-mail or inspector and that staff enter; prints nothing. */
record StaffReport(
        LeadChannel channel,
        SourceLevel sourceLevel,
        LocalDate receivedOn,
        Optional<String> unit,
        Optional<ProblemCategory> category,
        ReportText report) {

    /** What staff typed into the form or sent as JSON; identity only where the report is named. */
    static StaffReport from(Fields fields, List<NewAttachment> files) {
        Optional<Identity> identity = fields.isTrue("named")
                ? Optional.of(new Identity(
                        fields.optionalText("name").orElse(""),
                        fields.optionalText("phone").orElse(""),
                        fields.optionalText("idNumber"),
                        fields.optionalText("address"),
                        fields.optionalText("email")))
                : Optional.empty();
        return new StaffReport(
                Codes.required(fields, "channel", LeadChannel.class),
                Codes.required(fields, "sourceLevel", SourceLevel.class),
                fields.date("receivedOn"),
                fields.optionalText("unit"),
                Codes.optional(fields, "category", ProblemCategory.class),
                new ReportText(identity, fields.text("text"), files));
    }

    @Override
    public String toString() {
        return "StaffReport[" + channel + "]";
    }
}
