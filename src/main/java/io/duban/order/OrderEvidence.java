package io.duban.order;

import io.duban.engine.Stage;
import io.duban.evidence.EvidenceCases;
import io.duban.evidence.EvidenceRights;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import io.duban.rectification.EvidenceGroup;
import io.duban.rectification.Problem;
import io.duban.rectification.ProblemState;
import io.duban.rectification.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who reads and hands in files of an order: whoever sees the order reads them all and hands in as far as they work on it;
 * the accused unit hands in for the problems it has to rectify and reads what it handed in itself (A53, F10).
 */
@Component
class OrderEvidence implements EvidenceCases {

    private static final Set<Role> WORKING = Set.of(
            Role.SUPERVISION_OFFICE,
            Role.SUPERVISION_LEAD,
            Role.GOVERNMENT,
            Role.INVESTIGATION_TEAM,
            Role.EDUCATION_BUREAU,
            Role.INSPECTOR);

    private final OrderRepository orders;
    private final OrderVisibility visibility;
    private final Problems problems;
    private final Organisations organisations;
    private final People people;

    OrderEvidence(
            OrderRepository orders,
            OrderVisibility visibility,
            Problems problems,
            Organisations organisations,
            People people) {
        this.orders = orders;
        this.visibility = visibility;
        this.problems = problems;
        this.organisations = organisations;
        this.people = people;
    }

    @Override
    public Optional<EvidenceRights> rightsTo(String caseId) {
        Person person = people.current();
        return orders.find(caseId).flatMap(order -> rights(order, person));
    }

    private Optional<EvidenceRights> rights(SupervisionOrder order, Person person) {
        List<Problem> list = problems.of(order.id());
        if (person.units().contains(order.accusedUnit())) {
            boolean told = visibility.isPartyToRectification(order, list, person);
            return told ? Optional.of(ofParty(order, list, person)) : Optional.empty();
        }
        if (!visibility.isVisible(order, person)) {
            return Optional.empty();
        }
        boolean whole = visibility.isWhole(order, person);
        return Optional.of(new EvidenceRights(
                whole,
                visibility.reading(order, person).units(),
                whole ? workingUnit(person) : null,
                false,
                named(list, each -> each.state() != ProblemState.UNFOUNDED),
                groups(),
                closed(order)));
    }

    private EvidenceRights ofParty(SupervisionOrder order, List<Problem> list, Person person) {
        String head = organisations.get(order.accusedUnit()).headGroup();
        return new EvidenceRights(
                false,
                Set.of(order.accusedUnit()),
                person.groups().contains(head) ? order.accusedUnit() : null,
                true,
                named(list, each -> each.state().isOpen()),
                groups(),
                closed(order));
    }

    private static @Nullable String workingUnit(Person person) {
        return person.units().stream()
                .filter(unit -> WORKING.stream().anyMatch(role -> person.has(role, unit)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Stage closed(SupervisionOrder order) {
        return order.state().isEnd() ? order.state() : null;
    }

    private static Map<String, String> named(List<Problem> list, Predicate<Problem> which) {
        Map<String, String> named = new LinkedHashMap<>();
        list.stream().filter(which).forEach(each -> named.put(each.id(), "问题 " + each.seq()));
        return named;
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (EvidenceGroup each : EvidenceGroup.values()) {
            groups.put(each.name(), each.label());
        }
        return groups;
    }
}
