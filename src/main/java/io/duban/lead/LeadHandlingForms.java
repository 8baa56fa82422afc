package io.duban.lead;

import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The forms of lead-handling.bpmn: decline, reply, choose what follows. */
@Component
class LeadHandlingForms implements FormDesk {

    private final LeadHandlings handlings;
    private final LeadInstruments instruments;
    private final LeadSheet sheet;

    LeadHandlingForms(LeadHandlings handlings, LeadInstruments instruments, LeadSheet sheet) {
        this.handlings = handlings;
        this.instruments = instruments;
        this.sheet = sheet;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of("userTask_declineLead", "decline-lead", at -> sheet.of(at.caseId()), this::decline),
                FormBinding.of(
                        "userTask_replyReporter",
                        "reply-reporter",
                        at -> sheet.withConclusion(at.caseId()),
                        this::reply),
                FormBinding.of(
                        "userTask_chooseInstrument",
                        "choose-instrument",
                        at -> sheet.withConclusion(at.caseId()),
                        this::choose));
    }

    private Flags decline(Situation at, Fields fields) {
        handlings.decline(at.caseId(), fields.text("reply"), fields.text("competentBody"));
        return Flags.none();
    }

    private Flags reply(Situation at, Fields fields) {
        handlings.reply(at.caseId(), fields.text("reply"));
        return Flags.none();
    }

    private Flags choose(Situation at, Fields fields) {
        return Flags.of(LeadHandlingVariables.ORDER_CHOSEN, instruments.choose(at.caseId(), Choice.from(fields)));
    }
}
