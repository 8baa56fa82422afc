package io.duban.accountability;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The units the forms offer: who may lend members to the working group, and who may be held to account. */
@Component
class AccountabilityUnits {

    private final Organisations organisations;

    AccountabilityUnits(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The issuing unit, what lies directly below it and departments, without those that must stand aside (回避). */
    List<Map<String, String>> uninvolved(Accountability accountability) {
        var issuer = accountability.issuerUnit();
        var accused = accountability.addresseeUnit();
        var near = Stream.concat(known(issuer), organisations.children(issuer).stream());
        return options(withDepartments(near)
                .filter(unit -> !organisations.relation(unit.code(), accused).requiresRecusal()));
    }

    /** The addressee, its district and what lies directly below the district. */
    List<Map<String, String>> accountable(Accountability accountability) {
        var near = Stream.concat(known(accountability.addresseeUnit()), known(accountability.districtUnit()));
        return options(Stream.concat(near, organisations.children(accountability.districtUnit()).stream()));
    }

    private Stream<Unit> withDepartments(Stream<Unit> units) {
        return Stream.concat(units, organisations.all(AdminLevel.DEPARTMENT).stream());
    }

    private static List<Map<String, String>> options(Stream<Unit> units) {
        return units.distinct()
                .map(unit -> Map.of("label", unit.name(), "value", unit.code()))
                .toList();
    }

    private Stream<Unit> known(String code) {
        return organisations.find(code).stream();
    }
}
