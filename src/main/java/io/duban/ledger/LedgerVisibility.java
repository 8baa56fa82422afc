package io.duban.ledger;

import io.duban.engine.Refusal;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Unit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Who reads the ledger: the same rule by which orders are seen (a district its own, whoever stands above all below,
 * siblings nothing), as something a database can select by. Schools and institutions, who are accused in it, see nothing
 * of it, whatever else the account may be.
 */
@Component
class LedgerVisibility {

    private final People people;
    private final Organisations organisations;

    LedgerVisibility(People people, Organisations organisations) {
        this.people = people;
        this.organisations = organisations;
    }

    /** What the current person sees; refuses whoever has no ledger. */
    LedgerScope scope() {
        Person person = people.current();
        List<Unit> units = person.units().stream()
                .flatMap(code -> organisations.find(code).stream())
                .toList();
        LedgerScope scope = units.stream().allMatch(LedgerVisibility::isAdministrative)
                ? scope(units)
                : new LedgerScope(Set.of(), Set.of());
        if (scope.isEmpty()) {
            throw Refusal.forbidden(
                    "ledger-reader",
                    "A10；A53",
                    "台账由省、市、区县的督导机构和行政部门查阅；学校和培训机构的账号请在“待办”中办理本单位事项。",
                    "The ledger is for the authorities of province, prefecture and district.");
        }
        return scope;
    }

    private static boolean isAdministrative(Unit unit) {
        return unit.level() == AdminLevel.COUNTY || unit.level().isAbove(AdminLevel.COUNTY);
    }

    private LedgerScope scope(List<Unit> units) {
        Set<String> provinces = new TreeSet<>();
        Set<String> districts = new TreeSet<>();
        for (Unit unit : units) {
            switch (unit.level()) {
                case NATIONAL ->
                    organisations.all(AdminLevel.PROVINCE).stream()
                            .map(Unit::code)
                            .filter(code -> organisations.isWithin(code, unit.code()))
                            .forEach(provinces::add);
                case PROVINCE -> provinces.add(unit.code());
                case PREFECTURE -> {
                    districts.add(unit.code());
                    organisations.jurisdiction(unit.code()).stream()
                            .map(Unit::code)
                            .forEach(districts::add);
                }
                default -> districts.add(unit.code());
            }
        }
        districts.removeIf(district -> provinces.stream().anyMatch(above -> organisations.isWithin(district, above)));
        return new LedgerScope(provinces, districts);
    }

    /** The part of the scope at this unit; answers as if the unit had no ledger when it lies outside. */
    Set<String> within(LedgerScope scope, Unit unit) {
        boolean seen = scope.provinces().stream().anyMatch(each -> organisations.isWithin(unit.code(), each))
                || scope.districts().stream().anyMatch(each -> organisations.isWithin(unit.code(), each));
        if (!seen) {
            throw Refusal.notFound("没有这个单位的台账，或您无权查看。", "There is no ledger of this unit that you may see.");
        }
        Set<String> codes = new TreeSet<>(Set.of(unit.code()));
        if (unit.level() == AdminLevel.PREFECTURE) {
            organisations.jurisdiction(unit.code()).forEach(each -> codes.add(each.code()));
        } else if (!isAdministrative(unit)) {
            organisations.children(unit.code()).forEach(each -> codes.add(each.code()));
        }
        return codes;
    }
}
