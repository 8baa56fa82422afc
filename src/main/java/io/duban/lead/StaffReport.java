package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.rectification.ProblemCategory;
import io.duban.reporter.Identity;
import io.duban.reporter.NewAttachment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 登记: a report that came by hot-line, letter, box, e-mail or inspector and that staff enter; prints nothing. */
record StaffReport(
        LeadChannel channel,
        SourceLevel sourceLevel,
        LocalDate receivedOn,
        Optional<String> unit,
        Optional<ProblemCategory> category,
        ReportText report) {

    /** What the page calls the fields. */
    static final Map<String, String> LABELS =
            Map.of("named", "是否实名", "channel", "渠道", "sourceLevel", "来源层级", "receivedOn", "收到日期", "text", "原文或通话记录");

    private static final List<String> IDENTITY = List.of("name", "phone", "idNumber", "address", "email");

    /** What staff typed into the form or sent as JSON; identity only where the report is named. */
    static StaffReport from(Fields fields, List<NewAttachment> files) {
        Optional<Identity> identity = isNamed(fields)
                ? Optional.of(new Identity(
                        fields.optionalText("name").orElse(""),
                        fields.optionalText("phone").orElse(""),
                        fields.optionalText("idNumber"),
                        fields.optionalText("address"),
                        fields.optionalText("email")))
                : Optional.empty();
        return new StaffReport(
                fields.option("channel", LeadChannel.class),
                fields.option("sourceLevel", SourceLevel.class),
                fields.date("receivedOn"),
                fields.optionalText("unit"),
                fields.optionalOption("category", ProblemCategory.class),
                new ReportText(identity, fields.text("text"), files));
    }

    /** Yes or no, and nothing said of the reporter that would be dropped. */
    private static boolean isNamed(Fields fields) {
        boolean named = fields.yesNo("named");
        boolean told =
                IDENTITY.stream().anyMatch(field -> fields.optionalText(field).isPresent());
        if (!named && told) {
            throw Refusal.of(
                    "named",
                    "identity-needs-name",
                    "A45；A53",
                    "填写了举报人信息却没有选择实名，请选择实名，或删除这些信息。",
                    "Something is said of the reporter although the report is anonymous; choose one.");
        }
        return named;
    }

    @Override
    public String toString() {
        return "StaffReport[" + channel + "]";
    }
}
