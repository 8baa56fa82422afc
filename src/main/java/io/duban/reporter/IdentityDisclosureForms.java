package io.duban.reporter;

import static io.duban.reporter.IdentityDisclosureVariables.DISCLOSURE_APPROVED;

import io.duban.calendar.WorkingDays;
import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form of identity-disclosure.bpmn: a custodian decides without knowing whose identity it is. */
@Component
class IdentityDisclosureForms implements FormDesk {

    private final Disclosures disclosures;

    IdentityDisclosureForms(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(FormBinding.of(Custodians.DECIDE, "decide-disclosure", this::asked, this::decide));
    }

    private Map<String, Object> asked(Situation at) {
        String reason = disclosures.reason(at.caseId(), at.person());
        Disclosure asked = disclosures.get(at.caseId());
        return Map.of(
                "requesterUnitName", disclosures.unitName(asked.requesterUnit()),
                "requesterAccount", asked.requester(),
                "accusedName", disclosures.unitName(asked.accusedUnit()),
                "purposeLabel", asked.purpose().label(),
                "requestedOn",
                        LocalDate.ofInstant(asked.requestedAt(), WorkingDays.ZONE)
                                .toString(),
                "reasonAsked", reason);
    }

    private Flags decide(Situation at, Fields fields) {
        boolean approved = fields.either("decision", "APPROVE", "REFUSE");
        disclosures.decide(at.caseId(), approved, fields.text("opinion"), at.person());
        return Flags.of(DISCLOSURE_APPROVED, approved);
    }
}
