package io.duban.order;

import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import io.duban.rectification.Problem;
import io.duban.rectification.ProblemState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who sees an order: the units above and at the district, the addressee once it is out; siblings see nothing. Whoever also
 * works in a unit that must stand aside from it (回避) sees no more than that unit is told; whom the lead names that it was
 * made from sees it in no other name.
 */
@Component
class OrderVisibility {

    private final OrderRepository orders;
    private final People people;
    private final Organisations organisations;
    private final Recusal recusal;
    private final ReadingUnits reading;

    OrderVisibility(
            OrderRepository orders, People people, Organisations organisations, Recusal recusal, ReadingUnits reading) {
        this.reading = reading;
        this.orders = orders;
        this.people = people;
        this.organisations = organisations;
        this.recusal = recusal;
    }

    /** Answers as if the order did not exist to whoever may not know of it. */
    void requireVisible(SupervisionOrder order) {
        Person person = people.current();
        if (!isVisible(order, person)) {
            recusal.read(order, person.id());
            throw Refusal.notFound("没有这份督办单，或您无权查看。", "There is no such order that you may see.");
        }
    }

    boolean isVisible(SupervisionOrder order, Person person) {
        return isVisible(order, reading.of(order, person));
    }

    /** The orders that recusal keeps from the person asking; for nearly everybody there are none. */
    Set<String> kept() {
        return kept(units -> false);
    }

    /** The same for the return of a unit: there counts what they read in the name of that unit or of one above it. */
    Set<String> keptFromReturnOf(String code) {
        return kept(units -> units.stream().anyMatch(unit -> organisations.isWithin(code, unit)));
    }

    private Set<String> kept(Predicate<Set<String>> told) {
        Person person = people.current();
        Set<String> units = person.units();
        Set<String> named = reading.naming(person.id());
        Set<String> against = new HashSet<>(named);
        if (units.size() > 1) {
            against.addAll(orders.on(organisations.entangledWith(units)));
        }
        return against.isEmpty()
                ? Set.of()
                : orders.all(against).stream()
                        .filter(order -> isKept(order, reading.of(order, named, units), told))
                        .map(SupervisionOrder::id)
                        .collect(Collectors.toSet());
    }

    private boolean isKept(SupervisionOrder order, Set<String> units, Predicate<Set<String>> told) {
        return !isVisible(order, units) && !told.test(units);
    }

    private boolean isVisible(SupervisionOrder order, Set<String> units) {
        return units.stream().anyMatch(unit -> sees(order, unit));
    }

    /** Whether the person reads all of the order: it is visible to them and they are entangled with nobody in it. */
    boolean isWhole(SupervisionOrder order, Person person) {
        return isVisible(order, person) && !isEntangled(order, person);
    }

    /** The person as far as they may read the order (回避). */
    Person reading(SupervisionOrder order, Person person) {
        return person.in(reading.of(order, person));
    }

    private boolean sees(SupervisionOrder order, String unit) {
        return organisations.isWithin(order.issuerUnit(), unit)
                || order.isOut() && seesIssued(order.addresseeUnit(), order.districtUnit(), unit);
    }

    /** Whether the person may know of an order that is out. */
    boolean isIssuedVisible(String issuer, String addressee, String district, Person person) {
        return person.units().stream()
                .anyMatch(unit -> organisations.isWithin(issuer, unit) || seesIssued(addressee, district, unit));
    }

    private boolean seesIssued(String addressee, String district, String unit) {
        return unit.equals(addressee) || organisations.isWithin(district, unit);
    }

    /**
     * Whether the person works in the accused unit and it has been told what to rectify: it learns of the order no sooner,
     * and findings and demands only (A53).
     */
    boolean isPartyToRectification(SupervisionOrder order, List<Problem> problems, Person person) {
        return order.isOut()
                && person.units().contains(order.accusedUnit())
                && problems.stream().anyMatch(each -> each.state().isOpen() || each.state() == ProblemState.SIGNED_OFF);
    }

    /** Whether one of the person's units is the accused one, below it, or runs it (回避). */
    boolean isEntangled(SupervisionOrder order, Person person) {
        return person.units().stream()
                .anyMatch(unit ->
                        organisations.relation(unit, order.accusedUnit()).requiresRecusal());
    }

    /**
     * Who answers for a party may ask for more time: for the addressee, or for the accused unit and its rectification; for
     * an investigation that was raised, the lead who reports it (T10).
     */
    void requireParty(SupervisionOrder order) {
        Person person = people.current();
        Stream<String> parties = order.isInvestigatedAbove()
                ? Stream.of(Role.SUPERVISION_LEAD.group(String.valueOf(order.handlingUnit())))
                : Stream.of(order.addresseeUnit(), order.accusedUnit())
                        .map(organisations::get)
                        .map(Unit::headGroup);
        if (parties.noneMatch(person.groups()::contains)) {
            throw Refusal.forbidden(
                    "party",
                    "T17",
                    "只有承办单位的负责岗位（区政府、校长或机构负责人；提级调查的，为提级单位督导办负责人）可以申请延期。",
                    "Only a party to the order may ask for more time.");
        }
    }

    /** The issuing side: its office. */
    void requireIssuer(SupervisionOrder order) {
        if (!people.current().has(Role.SUPERVISION_OFFICE, order.issuerUnit())) {
            throw Refusal.forbidden(
                    "issuer-side", "T18、T19、T20", "只有发出督办单的督导办可以申请撤销、移送或并案。", "Only the issuing office may do this.");
        }
    }
}
