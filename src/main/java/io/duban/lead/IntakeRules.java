package io.duban.lead;

import io.duban.calendar.WorkingDays;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 登记规则: who may enter a report, about whom and of which day; opens no transaction, so that a file's faults can be gathered. */
@Component
class IntakeRules {

    private static final List<Role> REGISTRARS = List.of(Role.PETITION_OFFICE, Role.SUPERVISION_OFFICE, Role.INSPECTOR);
    private static final int OLDEST_YEARS = 3;

    private final ReceivingUnits receiving;
    private final Organisations organisations;
    private final ConflictLock lock;
    private final ConflictAlerts alerts;
    private final Clock clock;

    IntakeRules(
            ReceivingUnits receiving,
            Organisations organisations,
            ConflictLock lock,
            ConflictAlerts alerts,
            Clock clock) {
        this.receiving = receiving;
        this.organisations = organisations;
        this.lock = lock;
        this.alerts = alerts;
        this.clock = clock;
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
}
