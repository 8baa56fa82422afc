package io.duban.order;

import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import io.duban.rectification.EvidenceGroup;
import io.duban.rectification.Problem;
import io.duban.rectification.ProblemState;
import io.duban.rectification.Problems;
import io.duban.rectification.Rectifications;
import io.duban.rectification.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 案卷: an order as it is opened outside of a task, by whom, how much of it, and what belongs to it. */
@Service
@Transactional(readOnly = true)
public class OrderCaseFile {

    private final OrderRepository orders;
    private final OrderSearch search;
    private final OrderOrigins origins;
    private final OrderDossiers dossiers;
    private final OrderVisibility visibility;
    private final Problems problems;
    private final Rectifications rectifications;
    private final People people;

    OrderCaseFile(
            OrderRepository orders,
            OrderSearch search,
            OrderOrigins origins,
            OrderDossiers dossiers,
            OrderVisibility visibility,
            Problems problems,
            Rectifications rectifications,
            People people) {
        this.orders = orders;
        this.search = search;
        this.origins = origins;
        this.dossiers = dossiers;
        this.visibility = visibility;
        this.problems = problems;
        this.rectifications = rectifications;
        this.people = people;
    }

    /**
     * The dossier for those who see the order and for the unit that has to rectify once it was told so, which is shown
     * findings and demands only; empty for everybody else.
     */
    public Optional<OrderDossier> readable(String id) {
        Person person = people.current();
        return orders.find(id)
                .filter(order -> visibility.isVisible(order, person)
                        || visibility.isPartyToRectification(order, problems.of(id), person))
                .map(order -> dossiers.forTask(order.id()));
    }

    /** Whether the person sees everything of the order and is entangled with nobody in it (回避). */
    public boolean isWhole(String id) {
        Person person = people.current();
        return orders.find(id).filter(order -> isWhole(order, person)).isPresent();
    }

    /** On which side of the order the person stands; nobody's for whoever may not know of it. */
    public OrderSide side(String id) {
        Person person = people.current();
        return orders.find(id).map(order -> side(order, person)).orElse(OrderSide.NONE);
    }

    private OrderSide side(SupervisionOrder order, Person person) {
        List<Problem> list = problems.of(order.id());
        boolean whole = isWhole(order, person);
        Set<String> told = !whole && visibility.isPartyToRectification(order, list, person)
                ? PartyShare.problems(order, list).stream().map(Problem::id).collect(Collectors.toSet())
                : Set.of();
        return new OrderSide(whole && people.sees(person, order.issuerUnit()), whole, order.districtUnit(), told);
    }

    /** Whether the person may take the whole file away: an office or a lead that sees everything. */
    public boolean mayExport(String id) {
        Person person = people.current();
        return isWhole(id) && (person.has(Role.SUPERVISION_OFFICE) || person.has(Role.SUPERVISION_LEAD));
    }

    /** By problem its four evidence groups with what was stated in its present round (四组举证). */
    public Map<String, List<OrderProof>> proofs(String id) {
        Map<String, List<Statement>> stated = rectifications.statementsOfOrder(id);
        return problems.of(id).stream()
                .filter(each -> each.state().isOpen() || each.state() == ProblemState.SIGNED_OFF)
                .collect(Collectors.toMap(Problem::id, each -> proofs(stated.getOrDefault(each.id(), List.of()))));
    }

    private static List<OrderProof> proofs(List<Statement> stated) {
        return Stream.of(EvidenceGroup.values())
                .map(group -> stated.stream()
                        .filter(each -> each.group() == group)
                        .findFirst()
                        .map(each ->
                                new OrderProof(group.name(), group.label(), each.text(), each.doneOn(), each.person()))
                        .orElseGet(() -> new OrderProof(group.name(), group.label(), null, null, null)))
                .toList();
    }

    /** The orders this one goes on from, goes on in or was merged with, as far as the person sees them. */
    public List<RelatedOrder> related(String id) {
        Person person = people.current();
        return search.related(orders.get(id)).stream()
                .filter(order -> isWhole(order, person))
                .map(OrderCaseFile::related)
                .toList();
    }

    /**
     * The opaque references of the leads the order, or one that went into it, was made from, for its issuing side only: the district, the addressee
     * and the accused unit would learn that somebody reported (A53).
     */
    public List<String> leads(String id) {
        Person person = people.current();
        return orders.find(id).filter(order -> isIssuers(order, person)).isPresent() ? origins.of(id) : List.of();
    }

    /** The orders made from a lead and those they went into, for their issuing side only. */
    public List<RelatedOrder> madeFrom(String leadRef) {
        Person person = people.current();
        return origins.ordersFrom(leadRef).stream()
                .flatMap(id -> orders.find(id).stream())
                .filter(order -> isIssuers(order, person))
                .map(OrderCaseFile::related)
                .toList();
    }

    private static RelatedOrder related(SupervisionOrder order) {
        return new RelatedOrder(
                order.id(), order.shownNumber(), order.title(), order.state().label());
    }

    private boolean isIssuers(SupervisionOrder order, Person person) {
        return isWhole(order, person)
                && people.sees(person, order.issuerUnit())
                && !person.units().contains(order.addresseeUnit());
    }

    private boolean isWhole(SupervisionOrder order, Person person) {
        return visibility.isWhole(order, person);
    }
}
