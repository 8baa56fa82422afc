package io.duban.lead;

import io.duban.engine.Accounts;
import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import io.duban.engine.TaskAdmission;
import io.duban.engine.TaskSeclusion;
import io.duban.form.FormDesk;
import io.duban.order.RecusalAlarm;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Relation;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 回避锁 (A53 「严禁泄露交由被举报单位自查核实」, INV-05, D04): the accused unit, its subordinates, whoever runs it and the
 * persons a lead names are kept from intake, investigation and review: not candidate, not assignee, not delegate, not
 * reader. Each attempt becomes an alert.
 */
@Component
class ConflictLock implements TaskAdmission, TaskSeclusion {

    /** The attempt of whoever wants to read. */
    static final String READ = "READ";

    private static final String BASIS = "INV-05；A53；D04";

    private final LeadRepository leads;
    private final ObjectProvider<CaseLeads> cases;
    private final LeadOwners owners;
    private final Organisations organisations;
    private final People people;
    private final Accounts accounts;
    private final ConflictAlerts alerts;
    private final ObjectProvider<FormDesk> desks;
    private final Map<String, Boolean> ours = new ConcurrentHashMap<>();

    ConflictLock(
            LeadRepository leads,
            ObjectProvider<CaseLeads> cases,
            LeadOwners owners,
            Organisations organisations,
            People people,
            Accounts accounts,
            ConflictAlerts alerts,
            ObjectProvider<FormDesk> desks) {
        this.desks = desks;
        this.leads = leads;
        this.cases = cases;
        this.owners = owners;
        this.organisations = organisations;
        this.people = people;
        this.accounts = accounts;
        this.alerts = alerts;
    }

    @Override
    public void admit(String taskKey, String caseId, String person) {
        requireFree(() -> person(person), taskKey, caseId, ConflictLock::refused);
    }

    @Override
    public void admitCandidate(String taskKey, String caseId, String candidate) {
        requireFree(
                () -> offered(candidate),
                taskKey,
                caseId,
                () -> Refusal.of(
                        "candidate",
                        "lead-conflict",
                        BASIS,
                        "该任务将派给与被举报单位有回避关系的单位，严禁交由其办理；请另选承办单位或由上一级办理。",
                        "The task would go to a unit that must stand aside; choose another or the next level up."));
    }

    /** No unit that must stand aside is offered these tasks: only who works in another unit too can be in the way. */
    @Override
    public List<Secluded> from(String person, Collection<String> groups) {
        Set<String> units = new Person(person, Set.copyOf(groups)).units();
        Set<String> refs = new TreeSet<>(leads.naming(person));
        if (units.size() > 1) {
            refs.addAll(leads.openOn(organisations.entangledWith(units)));
        }
        return refs.isEmpty()
                ? List.of()
                : Stream.concat(refs.stream(), cases.orderedStream().flatMap(each -> each.with(refs).stream()))
                        .map(Secluded::whole)
                        .toList();
    }

    @Override
    public boolean isAside(String caseId, String person, Collection<String> groups) {
        return !isFree(new Person(person, Set.copyOf(groups)), caseId);
    }

    /** One alert for one case, however many leads it is about; of these it names one the person must stand aside from. */
    @Override
    public void attempted(String caseId, String person) {
        owners.of(caseId).ifPresent(owner -> {
            Person reader = person(person);
            Optional<Lead> about = leads.find(caseId)
                    .or(() -> leadsOf(caseId).stream()
                            .filter(lead -> conflict(reader, lead).isPresent())
                            .findFirst());
            alerts.read(
                    owner,
                    caseId,
                    about.map(Lead::accusedUnit).orElse(null),
                    person,
                    about.flatMap(lead -> conflict(reader, lead)).orElse(Relation.NONE.name()));
        });
    }

    /** A candidate is a group or an account; the id alone does not tell which. */
    private Person offered(String candidate) {
        Set<String> groups = new HashSet<>(accounts.groupsOf(candidate));
        groups.add(candidate);
        return new Person(candidate, groups);
    }

    /** Every task with a form of this room may be one of a case of leads. */
    private boolean isOurs(String taskKey) {
        return ours.computeIfAbsent(
                taskKey,
                key -> desks.orderedStream()
                        .filter(desk -> desk.getClass().getPackage().equals(ConflictLock.class.getPackage()))
                        .flatMap(desk -> desk.forms().stream())
                        .anyMatch(form -> form.key().equals(key)));
    }

    private void requireFree(Supplier<Person> who, String taskKey, String caseId, Supplier<Refusal> refusal) {
        if (!isOurs(taskKey)) {
            return;
        }
        List<Lead> concerned = leadsOf(caseId);
        if (concerned.isEmpty()) {
            return;
        }
        Person person = who.get();
        concerned.forEach(lead -> conflict(person, lead).ifPresent(relation -> {
            alerts.raise(lead, taskKey, person.id(), relation);
            throw refusal.get();
        }));
    }

    /** Why this person must stay away from the lead, if so: the relation of one of their units, or {@link RecusalAlarm#NAMED}. */
    Optional<String> conflict(Person person, Lead lead) {
        return leads.namedPersons(lead.leadRef()).contains(person.id())
                ? Optional.of(RecusalAlarm.NAMED)
                : conflict(person, lead.accusedUnit());
    }

    /** Why this person must stay away from cases against this unit, if so. */
    Optional<String> conflict(Person person, @Nullable String accused) {
        return accused == null
                ? Optional.empty()
                : person.units().stream()
                        .map(unit -> organisations.relation(unit, accused))
                        .filter(Relation::requiresRecusal)
                        .map(Relation::name)
                        .findFirst();
    }

    /** Whether the person may know of the case and all its leads; asking is no attempt and raises no alert. */
    boolean isFree(Person person, String caseId) {
        return leadsOf(caseId).stream().allMatch(lead -> conflict(person, lead).isEmpty());
    }

    /** Refuses, with an alert, a person who must stay away; {@code attempt} says what they tried. */
    void requireFree(Person person, Lead lead, String attempt) {
        conflict(person, lead).ifPresent(relation -> {
            alerts.raise(lead, attempt, person.id(), relation);
            throw refused();
        });
    }

    /** Refuses a unit, chosen in a form, that must not handle the lead. */
    void requireFree(String field, String unit, Lead lead) {
        String accused = lead.accusedUnit();
        if (accused != null && organisations.relation(unit, accused).requiresRecusal()) {
            throw Refusal.of(
                    field,
                    "lead-conflict",
                    BASIS,
                    "该单位与被举报单位有回避关系，严禁交由其核查，请另选承办单位或由上一级办理。",
                    "This unit is entangled with the accused unit; choose another or the next level up.");
        }
    }

    private List<Lead> leadsOf(String caseId) {
        return Stream.concat(
                        leads.find(caseId).stream(), cases.orderedStream().flatMap(each -> each.of(caseId).stream()))
                .toList();
    }

    private Person person(String account) {
        return SignedIn.now()
                .filter(signedIn -> signedIn.person().equals(account))
                .map(signedIn -> people.current())
                .orElseGet(() -> new Person(account, Set.copyOf(accounts.groupsOf(account))));
    }

    static Refusal refused() {
        return Refusal.forbidden(
                "lead-conflict",
                BASIS,
                "您或您所在单位与该线索有回避关系，不得接触；本次操作已记录并通报督导办。",
                "You or your unit must stand aside from this lead; the attempt has been recorded.");
    }
}
