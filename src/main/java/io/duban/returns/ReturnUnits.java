package io.duban.returns;

import io.duban.engine.Refusal;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 填报单位: which units have an 附件5, who sees it (the unit and those above it) and who fills it in (the head of a school,
 * the supervision office of a district or city; for a 中心校 the office above it).
 */
@Component
class ReturnUnits {

    private final Organisations organisations;
    private final People people;

    ReturnUnits(Organisations organisations, People people) {
        this.organisations = organisations;
        this.people = people;
    }

    /** The unit, or the answer that there is no such return to whoever may not see it. */
    Unit visible(String code) {
        return organisations
                .find(code)
                .filter(ReturnUnits::fillsIn)
                .filter(unit -> people.sees(unit.code()))
                .orElseThrow(() -> Refusal.notFound("没有这个单位的统计表，或您无权查看。", "There is no return that you may see."));
    }

    /** The unit, if this person may fill in its return. */
    Unit mine(String code) {
        Unit unit = visible(code);
        if (!mayFill(unit)) {
            throw Refusal.forbidden(
                    "return-filler",
                    "B55",
                    "只有填报单位自己的校长或督导办经办可以填报，请由该单位填写。",
                    "Only the head of the school or the supervision office of the unit fills in its return.");
        }
        return unit;
    }

    boolean mayFill(Unit unit) {
        Person person = people.current();
        return unit.level() == AdminLevel.SCHOOL
                ? person.has(Role.SCHOOL_HEAD, unit.code())
                : office(unit)
                        .filter(code -> person.has(Role.SUPERVISION_OFFICE, code))
                        .isPresent();
    }

    private Optional<String> office(Unit unit) {
        return organisations.lineage(unit.code()).stream()
                .filter(each -> Role.SUPERVISION_OFFICE.existsAt(each.level()))
                .map(Unit::code)
                .findFirst();
    }

    /** The unit this person opens first. */
    Optional<Unit> first() {
        return own().findFirst();
    }

    /** The units for choosing beside one: the person's own, those on the way down to it, and those directly below it. */
    List<Unit> choices(Unit current) {
        List<Unit> way = organisations.lineage(current.code()).stream()
                .filter(unit -> people.sees(unit.code()))
                .toList();
        return Stream.of(own(), way.stream(), subordinates(current).stream())
                .flatMap(units -> units)
                .filter(ReturnUnits::fillsIn)
                .distinct()
                .sorted(Comparator.comparing(Unit::level).thenComparing(Unit::code))
                .toList();
    }

    private Stream<Unit> own() {
        return people.current().units().stream()
                .flatMap(code -> organisations.find(code).stream())
                .filter(ReturnUnits::fillsIn);
    }

    /** The open units directly below that have a return of their own. */
    List<Unit> subordinates(Unit unit) {
        return organisations.children(unit.code()).stream()
                .filter(ReturnUnits::fillsIn)
                .toList();
    }

    /** The open units below, at whatever depth, that have a return of their own. */
    List<Unit> below(Unit unit) {
        return organisations.within(unit.code()).stream()
                .filter(each -> fillsIn(each) && each.active() && !each.code().equals(unit.code()))
                .toList();
    }

    /** The unit and all below it, closed ones and institutions included. */
    List<Unit> counted(Unit unit) {
        return organisations.within(unit.code());
    }

    /** 区教育督导部门: the districts, whose offices initiate what stands in the column 其中. */
    Set<String> districts() {
        return organisations.codes(AdminLevel.COUNTY);
    }

    String name(String code) {
        return organisations.find(code).map(Unit::name).orElse(code);
    }

    static Set<String> codes(List<Unit> units) {
        return units.stream().map(Unit::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean fillsIn(Unit unit) {
        return unit.level() != AdminLevel.INSTITUTION && unit.level() != AdminLevel.DEPARTMENT;
    }
}
