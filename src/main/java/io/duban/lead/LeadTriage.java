package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.engine.Accounts;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Unit;
import io.duban.reporter.IdentityInText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 举报研判 (P01, D01): the office that received a lead writes the summary, confirms unit and topic and says what the lead is
 * worth; from here on it is a case.
 */
@Service
@Transactional
public class LeadTriage {

    private final LeadRepository leads;
    private final NamedAccounts named;
    private final LeadVisibility visibility;
    private final IntakeRules rules;
    private final ReceivingUnits receiving;
    private final Organisations organisations;
    private final IdentityInText identities;
    private final Accounts accounts;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final LeadDuplicates duplicates;

    LeadTriage(
            LeadRepository leads,
            NamedAccounts named,
            LeadVisibility visibility,
            IntakeRules rules,
            ReceivingUnits receiving,
            Organisations organisations,
            IdentityInText identities,
            Accounts accounts,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher events,
            LeadDuplicates duplicates) {
        this.leads = leads;
        this.named = named;
        this.visibility = visibility;
        this.rules = rules;
        this.receiving = receiving;
        this.organisations = organisations;
        this.identities = identities;
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.duplicates = duplicates;
    }

    /** Triages one lead, once; the handling begins in the same transaction. */
    public Lead triage(String leadRef, LeadTriageForm form) {
        Lead lead = leads.lock(leadRef);
        visibility.requireOffice(lead, "TRIAGE");
        requireUntriaged(lead);
        String summary = SummaryRules.check(form.summary());
        if (identities.appears(leadRef, summary)) {
            throw SummaryRules.reporterNamed();
        }
        Optional<Unit> accused = form.accusedUnit().map(code -> receiving.accused("accusedUnit", code));
        accused.ifPresent(unit -> rules.requireFree(people.current(), unit));
        requireComplete(form);
        requirePersons(form);
        @Nullable
        String duplicateOf =
                form.duplicateOf().map(ref -> duplicates.target(lead, ref)).orElse(null);
        leads.namePersons(leadRef, form.namedPersons());
        named.forget();
        Lead triaged = leads.change(lead)
                .set("number", number(lead))
                .set("summary", summary)
                .set("accused_unit", accused.map(Unit::code).orElse(null))
                .set("district_unit", accused.map(this::district).orElse(null))
                .set("category", form.category().orElse(null))
                .set("topic", form.topic().orElse(null))
                .set("in_scope", form.inScope())
                .set("concrete", form.concrete())
                .set("duplicate_of", duplicateOf)
                .set("severe", form.severe())
                .set("vile", form.vile())
                .set("leader_concern", form.leaderConcern())
                .set("public_reaction", form.publicReaction())
                .set("triaged_on", rules.today())
                .write();
        audit.record(leadRef, "LEAD_TRIAGED", "研判" + triaged.shownNumber());
        events.publishEvent(new LeadTriaged(triaged));
        return triaged;
    }

    private static void requireUntriaged(Lead lead) {
        if (lead.isTriaged()) {
            throw Refusal.conflict(
                    "lead-triaged", lead.state(), "该线索已经研判，请在待办中办理。", "This lead has been triaged already.");
        }
    }

    private static void requireComplete(LeadTriageForm form) {
        if (form.concrete() && form.accusedUnit().isEmpty()) {
            throw Refusal.of(
                    "accusedUnit",
                    "concrete-unit",
                    "D01",
                    "线索具体是指单位和事实明确，请选择被举报单位，或取消“线索具体”。",
                    "A concrete lead names a unit; choose one or untick.");
        }
        if (form.inScope() && (form.topic().isEmpty() || form.category().isEmpty())) {
            throw Refusal.of(
                    form.topic().isEmpty() ? "topic" : "category",
                    "required",
                    "D02",
                    "属于受理范围的线索须选择举报主题和问题类别。",
                    "A lead in scope needs a topic and a category.");
        }
    }

    private void requirePersons(LeadTriageForm form) {
        form.namedPersons().stream()
                .filter(account -> !accounts.userExists(account))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusal.of(
                            "namedPersons",
                            "unknown-account",
                            "INV-05",
                            "没有这个账号；被举报人没有账号的，不必填写。",
                            "There is no such account; leave out persons without one.");
                });
    }

    private String number(Lead lead) {
        String number = lead.number();
        return number == null
                ? leads.nextNumber(lead.receivingUnit(), rules.today().getYear())
                : number;
    }

    private String district(Unit unit) {
        return organisations.districtOf(unit.code()).code();
    }

    /** Accounts as typed, one to a line or separated by commas. */
    static List<String> accounts(String typed) {
        return Stream.of(typed.split("[\\s,，;；]+"))
                .filter(each -> !each.isBlank())
                .distinct()
                .toList();
    }
}
