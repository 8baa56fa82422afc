package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Relation;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sees a lead (D16): the offices of the unit that received it, of the unit that handles it and of those above; the
 * groups that handle or guide it; who entered it, until it is triaged. Siblings see nothing, and whoever must stand aside
 * sees nothing whatever their office.
 */
@Component
class LeadVisibility {

    static final Set<Role> OFFICES = Set.of(Role.PETITION_OFFICE, Role.SUPERVISION_OFFICE);
    private static final Set<Role> READERS =
            Set.of(Role.PETITION_OFFICE, Role.SUPERVISION_OFFICE, Role.SUPERVISION_LEAD);

    private final People people;
    private final Organisations organisations;
    private final ConflictLock lock;
    private final ConflictAlerts alerts;

    LeadVisibility(People people, Organisations organisations, ConflictLock lock, ConflictAlerts alerts) {
        this.people = people;
        this.organisations = organisations;
        this.lock = lock;
        this.alerts = alerts;
    }

    /** Answers as if the lead did not exist to whoever may not know of it; that they asked for it is an alert. */
    void requireVisible(Lead lead, String attempt) {
        Person person = people.current();
        Optional<String> relation = lock.conflict(person, lead);
        if (relation.isPresent() || !isInReach(person, lead)) {
            alerts.raise(lead, attempt, person.id(), relation.orElse(Relation.NONE.name()));
            throw LeadRepository.unknown();
        }
    }

    boolean isVisible(Person person, Lead lead) {
        return isInReach(person, lead) && !mustStandAside(person, lead);
    }

    /** Whether the lock keeps the person from this lead; asking is no attempt and raises no alert. */
    boolean mustStandAside(Person person, Lead lead) {
        return lock.conflict(person, lead).isPresent();
    }

    /** The original text is for the office that triages, for who entered it until then, and for the groups that handle. */
    void requireHandler(Lead lead, String attempt) {
        requireVisible(lead, attempt);
        Person person = people.current();
        boolean handler = isOffice(person, lead.receivingUnit())
                || !lead.isTriaged() && person.id().equals(lead.registeredBy())
                || handles(person, lead);
        if (!handler) {
            throw Refusal.forbidden(
                    "lead-handler",
                    "A53；D16",
                    "只有承办人可以查阅举报原文，请看线索摘要。",
                    "Only those who handle the lead read its text.");
        }
    }

    /** Triage belongs to the office of the unit that received the lead. */
    void requireOffice(Lead lead, String attempt) {
        requireVisible(lead, attempt);
        if (!isOffice(people.current(), lead.receivingUnit())) {
            throw Refusal.forbidden(
                    "lead-office",
                    "A19",
                    "只有受理单位的信访办或督导办可以研判。",
                    "Only the office that received the lead may triage it.");
        }
    }

    /** The units whose leads this person reads by office: their own and the districts below. */
    Set<String> offices(Person person) {
        return person.units().stream()
                .filter(unit -> READERS.stream().anyMatch(role -> person.has(role, unit)))
                .flatMap(unit -> Stream.concat(
                        Stream.of(unit),
                        organisations.jurisdiction(unit).stream()
                                .map(Unit::code)
                                .filter(code -> organisations.isWithin(code, unit))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isInReach(Person person, Lead lead) {
        return contains(offices(person), lead.receivingUnit(), lead.handling().handlingUnit())
                || handles(person, lead)
                || !lead.isTriaged() && person.id().equals(lead.registeredBy());
    }

    private static boolean handles(Person person, Lead lead) {
        return contains(
                person.groups(),
                lead.handling().handlingGroup(),
                lead.handling().guidingGroup());
    }

    /** The unit in whose name this person handles the lead now: the office that received it, or a group at work on it. */
    Optional<String> handlingUnit(Person person, Lead lead) {
        if (isOffice(person, lead.receivingUnit())) {
            return Optional.of(lead.receivingUnit());
        }
        return Stream.of(lead.handling().handlingGroup(), lead.handling().guidingGroup())
                .filter(Objects::nonNull)
                .filter(person.groups()::contains)
                .map(group -> group.substring(group.indexOf('.') + 1))
                .findFirst();
    }

    private static boolean isOffice(Person person, String unit) {
        return OFFICES.stream().anyMatch(role -> person.has(role, unit));
    }

    private static boolean contains(Collection<String> held, @Nullable String... wanted) {
        return Stream.of(wanted).filter(Objects::nonNull).anyMatch(held::contains);
    }
}
