package io.duban.lead;

import static io.duban.lead.LeadHandlingVariables.CONCLUSION;
import static io.duban.lead.LeadHandlingVariables.EXTENSION_GRANTED;
import static io.duban.lead.LeadHandlingVariables.HANDLING_GROUP;
import static io.duban.lead.LeadHandlingVariables.HANDLING_UNIT;
import static io.duban.lead.LeadHandlingVariables.MORE_TIME_ASKED;
import static io.duban.lead.LeadHandlingVariables.SUFFICIENT;

import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The forms of lead-verification.bpmn: transfer, receive, verify, conclude, more time, guidance. */
@Component
class LeadVerificationForms implements FormDesk {

    private final LeadVerifications verifications;
    private final LeadExtensions extensions;
    private final LeadSheet sheet;

    LeadVerificationForms(LeadVerifications verifications, LeadExtensions extensions, LeadSheet sheet) {
        this.verifications = verifications;
        this.extensions = extensions;
        this.sheet = sheet;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of(
                        "userTask_transferLead", "transfer-lead", at -> sheet.forTransfer(at.caseId()), this::transfer),
                FormBinding.of(
                        "userTask_receiveLead", "receive-lead", at -> sheet.forReceipt(at.caseId()), this::receive),
                FormBinding.of(
                        "userTask_verifyLead", "verify-lead", at -> sheet.forVerification(at.caseId()), this::verify),
                FormBinding.of(
                        "userTask_concludeLead", "conclude-lead", at -> sheet.withReport(at.caseId()), this::conclude),
                FormBinding.of(
                        "userTask_decideLeadExtension",
                        "decide-lead-extension",
                        at -> sheet.withExtension(at.caseId()),
                        this::decide),
                FormBinding.of("userTask_guideLead", "guide-lead", at -> sheet.of(at.caseId()), this::guide));
    }

    private Flags transfer(Situation at, Fields fields) {
        String unit = fields.text("handlingUnit");
        String group = verifications.transfer(
                at.caseId(),
                new Transfer(
                        unit,
                        fields.text("division"),
                        fields.optionalText("guidingDivision"),
                        fields.optionalText("note").orElse(null)));
        return Flags.of(HANDLING_UNIT, unit).and(HANDLING_GROUP, group);
    }

    private Flags receive(Situation at, Fields fields) {
        return Flags.of(
                HANDLING_GROUP, verifications.receive(at.caseId(), fields.text("division"), fields.text("handler")));
    }

    private Flags verify(Situation at, Fields fields) {
        boolean moreTime = fields.either("decision", "EXTEND", "REPORT");
        if (moreTime) {
            extensions.ask(at.caseId(), fields.number("days"), fields.text("reason"), at.person());
        } else {
            verifications.report(at.caseId(), Findings.from(fields), at.person());
        }
        return Flags.of(MORE_TIME_ASKED, moreTime);
    }

    private Flags conclude(Situation at, Fields fields) {
        String decision = fields.text("decision");
        boolean sufficient = !"RETURN".equals(decision);
        LeadConclusion conclusion = sufficient ? fields.option("decision", LeadConclusion.class) : null;
        verifications.conclude(at.caseId(), conclusion, fields.text("note"), Weight.from(fields));
        Flags flags = Flags.of(SUFFICIENT, sufficient);
        return sufficient ? flags.and(CONCLUSION, decision) : flags;
    }

    private Flags decide(Situation at, Fields fields) {
        boolean granted = fields.either("decision", "GRANT", "REFUSE");
        extensions.decide(at.caseId(), granted, fields.text("note"), at.person());
        return Flags.of(EXTENSION_GRANTED, granted);
    }

    private Flags guide(Situation at, Fields fields) {
        verifications.guide(at.caseId(), fields.text("guidance"), at.person());
        return Flags.none();
    }
}
