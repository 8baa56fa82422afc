package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import io.duban.reporter.Opened;
import io.duban.reporter.ReporterVault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 举报受理 (P01 登记): lets reports in, from the public, from staff and from files. What was said goes into the vault, a row
 * with dates and codes into the table; nothing starts in the engine. A report of the public leaves no line in the trail,
 * whose time of day would tell when somebody reported.
 */
@Service
@Transactional
public class LeadIntake {

    private final ReporterVault vault;
    private final LeadRepository leads;
    private final ReceivingUnits receiving;
    private final Organisations organisations;
    private final People people;
    private final IntakeRules rules;
    private final AuditTrail audit;

    LeadIntake(
            ReporterVault vault,
            LeadRepository leads,
            ReceivingUnits receiving,
            Organisations organisations,
            People people,
            IntakeRules rules,
            AuditTrail audit) {
        this.vault = vault;
        this.leads = leads;
        this.receiving = receiving;
        this.organisations = organisations;
        this.people = people;
        this.rules = rules;
        this.audit = audit;
    }

    /** Takes what the public reports and answers the receipt, which nobody will see again. */
    String receive(Optional<String> unit, Optional<ProblemCategory> category, ReportText report) {
        Optional<Unit> accused = unit.map(code -> receiving.accused("unit", code));
        Unit office = receiving.forPublic(accused);
        Opened opened = vault.open(report.made());
        leads.insert(
                new Received(LeadChannel.WEB, SourceLevel.CITY, rules.today(), category, report, accused, office, null)
                        .lead(organisations, opened.leadRef(), null));
        return opened.receipt();
    }

    /** Enters one report by hand and gives it its number. */
    Registered register(StaffReport report) {
        Person person = people.current();
        Unit staff = rules.registrar(person);
        rules.check(report);
        Optional<Unit> accused = report.unit().map(code -> receiving.accused("unit", code));
        accused.ifPresent(unit -> rules.requireFree(person, unit));
        Unit office = receiving.forStaff(staff, accused);
        Opened opened = vault.open(report.report().made());
        String number = leads.nextNumber(office.code(), rules.today().getYear());
        Lead lead = received(report, accused, office, person.id()).lead(organisations, opened.leadRef(), number);
        leads.insert(lead);
        audit.record(
                lead.leadRef(),
                "LEAD_REGISTERED",
                "登记%s（%s）".formatted(number, report.channel().label()));
        return new Registered(lead, opened.receipt());
    }

    /** 草稿: enters reports from a file as drafts without number; all of them or none. */
    void draft(List<StaffReport> reports) {
        Person person = people.current();
        Unit staff = rules.registrar(person);
        for (StaffReport report : reports) {
            Optional<Unit> accused = report.unit().map(code -> receiving.accused("unit", code));
            Opened opened = vault.open(report.report().made());
            leads.insert(received(report, accused, receiving.forStaff(staff, accused), person.id())
                    .lead(organisations, opened.leadRef(), null));
            audit.record(opened.leadRef(), "LEAD_IMPORTED", "批量导入草稿");
        }
    }

    private static Received received(
            StaffReport report, Optional<Unit> accused, Unit office, @Nullable String registeredBy) {
        return new Received(
                report.channel(),
                report.sourceLevel(),
                report.receivedOn(),
                report.category(),
                report.report(),
                accused,
                office,
                registeredBy);
    }
}
