package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import io.duban.reporter.Opened;
import io.duban.reporter.ReporterVault;
import java.time.Clock;
import java.time.LocalDate;
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

    private static final List<Role> REGISTRARS = List.of(Role.PETITION_OFFICE, Role.SUPERVISION_OFFICE, Role.INSPECTOR);
    private static final int OLDEST_YEARS = 3;

    private final ReporterVault vault;
    private final LeadRepository leads;
    private final ReceivingUnits receiving;
    private final Organisations organisations;
    private final People people;
    private final ConflictLock lock;
    private final ConflictAlerts alerts;
    private final AuditTrail audit;
    private final Clock clock;

    LeadIntake(
            ReporterVault vault,
            LeadRepository leads,
            ReceivingUnits receiving,
            Organisations organisations,
            People people,
            ConflictLock lock,
            ConflictAlerts alerts,
            AuditTrail audit,
            Clock clock) {
        this.vault = vault;
        this.leads = leads;
        this.receiving = receiving;
        this.organisations = organisations;
        this.people = people;
        this.lock = lock;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes what the public reports and answers the receipt, which nobody will see again. */
    String receive(Optional<String> unit, Optional<ProblemCategory> category, ReportText report) {
        Optional<Unit> accused = unit.map(code -> receiving.accused("unit", code));
        Unit office = receiving.forPublic(accused);
        Opened opened = vault.open(report.made());
        leads.insert(new Received(LeadChannel.WEB, SourceLevel.CITY, today(), category, report, accused, office, null)
                .lead(organisations, opened.leadRef(), null));
        return opened.receipt();
    }

    /** Enters one report by hand and gives it its number. */
    Registered register(StaffReport report) {
        Person person = people.current();
        Unit staff = registrar(person);
        check(report);
        Optional<Unit> accused = report.unit().map(code -> receiving.accused("unit", code));
        accused.ifPresent(unit -> requireFree(person, unit));
        Unit office = receiving.forStaff(staff, accused);
        Opened opened = vault.open(report.report().made());
        String number = leads.nextNumber(office.code(), today().getYear());
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
        Unit staff = registrar(person);
        for (StaffReport report : reports) {
            Optional<Unit> accused = report.unit().map(code -> receiving.accused("unit", code));
            Opened opened = vault.open(report.report().made());
            leads.insert(received(report, accused, receiving.forStaff(staff, accused), person.id())
                    .lead(organisations, opened.leadRef(), null));
            audit.record(opened.leadRef(), "LEAD_IMPORTED", "批量导入草稿");
        }
    }

    /** What a file's line may name as accused unit, with an alert if this person must stand aside from it. */
    void requireFree(Person person, Unit accused) {
        lock.conflict(person, accused.code()).ifPresent(relation -> {
            alerts.raise(
                    null, accused.code(), receiving.above(accused.code()).code(), "REGISTER", person.id(), relation);
            throw ConflictLock.refused();
        });
    }

    /** The unit in whose name this person enters reports. */
    Unit registrar(Person person) {
        return REGISTRARS.stream()
                .flatMap(role -> person.units().stream().filter(unit -> person.has(role, unit)))
                .findFirst()
                .map(organisations::get)
                .orElseThrow(() -> Refusal.forbidden(
                        "lead-registrar",
                        "P01；B11",
                        "只有信访办、督导办和责任督学可以登记举报。",
                        "Only petition offices, supervision offices and inspectors enter reports."));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    }

    /** A single report carries a channel and a day staff may enter. */
    void check(StaffReport report) {
        if (!report.channel().isEnteredByStaff()) {
            throw Refusal.of("channel", "channel", "A07", "该渠道不由人工登记，请另选举报渠道。", "This channel is not entered by hand.");
        }
        checkDay(report.receivedOn());
    }

    void checkDay(LocalDate receivedOn) {
        if (receivedOn.isAfter(today()) || receivedOn.isBefore(today().minusYears(OLDEST_YEARS))) {
            throw Refusal.of(
                    "receivedOn",
                    "received-on",
                    "设计参数：登记",
                    "收到日期不得晚于今天，也不得早于三年前。",
                    "The day of receipt lies in the future or more than three years back.");
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
