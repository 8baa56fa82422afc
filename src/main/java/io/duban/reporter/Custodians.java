package io.duban.reporter;

import io.duban.engine.Accounts;
import io.duban.engine.Refusal;
import io.duban.engine.TaskAdmission;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Relation;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import io.duban.reporter.DisclosureGround.Ground;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 举报人信息保管员: who decides about a disclosure: a custodian of a superior unit, else of a sibling, never of a unit that
 * handles the lead or is entangled with the accused unit, never the one who asks. 没有保管员，不予披露.
 */
@Component
class Custodians implements TaskAdmission {

    static final String DECIDE = "userTask_decideDisclosure";

    private static final int ENOUGH = 20;

    private final DisclosureRepository disclosures;
    private final Organisations organisations;
    private final Accounts accounts;
    private final People people;

    Custodians(DisclosureRepository disclosures, Organisations organisations, Accounts accounts, People people) {
        this.disclosures = disclosures;
        this.organisations = organisations;
        this.accounts = accounts;
        this.people = people;
    }

    /** The unit whose custodians decide about this request, the nearest superior first. */
    Optional<Unit> of(Ground ground, String accusedUnit, Person requester) {
        return Stream.concat(superiors(ground.unit()), siblings(ground.unit()))
                .filter(unit -> unit.active() && Role.PETITION_VAULT_OFFICER.existsAt(unit.level()))
                .filter(unit -> !ground.involvedUnits().contains(unit.code())
                        && !ground.unit().equals(unit.code())
                        && !requester.units().contains(unit.code()))
                .filter(unit -> organisations.relation(unit.code(), accusedUnit) == Relation.NONE)
                .filter(unit -> isStaffed(unit, ground, accusedUnit, requester))
                .findFirst();
    }

    /** Asked at assignment, claim, delegation and submission, and before the reason is shown. */
    @Override
    public void admit(String taskKey, String caseId, String account) {
        if (DECIDE.equals(taskKey)) {
            disclosures.find(caseId).ifPresent(asked -> {
                if (!isAdmitted(asked, person(account))) {
                    throw Refusal.forbidden(
                            "custodian-only",
                            "INV-10；A53",
                            "只有与申请人、被举报单位均无关联的举报人信息保管员可以审批，请由其他保管员办理。",
                            "Only a custodian unconnected with requester and accused unit may decide.");
                }
            });
        }
    }

    private boolean isAdmitted(Disclosure asked, Person person) {
        return person.has(Role.PETITION_VAULT_OFFICER, asked.custodianUnit())
                && !person.id().equals(asked.requester())
                && !person.units().contains(asked.requesterUnit())
                && isUnconnected(person, asked.accusedUnit());
    }

    private boolean isStaffed(Unit unit, Ground ground, String accusedUnit, Person requester) {
        return accounts.membersOf(Role.PETITION_VAULT_OFFICER.group(unit.code()), ENOUGH).stream()
                .filter(account -> !account.equals(requester.id()))
                .map(this::person)
                .anyMatch(person -> !person.units().contains(ground.unit()) && isUnconnected(person, accusedUnit));
    }

    private boolean isUnconnected(Person person, String accusedUnit) {
        return person.units().stream()
                .filter(unit -> organisations.find(unit).isPresent())
                .allMatch(unit -> organisations.relation(unit, accusedUnit) == Relation.NONE);
    }

    private Person person(String account) {
        Person current = people.current();
        return current.id().equals(account) ? current : new Person(account, Set.copyOf(accounts.groupsOf(account)));
    }

    private Stream<Unit> superiors(String unit) {
        return Stream.iterate(parent(unit), Optional::isPresent, above -> above.flatMap(each -> parent(each.code())))
                .flatMap(Optional::stream)
                .limit(AdminLevel.values().length);
    }

    private Stream<Unit> siblings(String unit) {
        return parent(unit).stream().flatMap(above -> organisations.children(above.code()).stream());
    }

    private Optional<Unit> parent(String unit) {
        return organisations.find(unit).map(Unit::parent).flatMap(organisations::find);
    }
}
