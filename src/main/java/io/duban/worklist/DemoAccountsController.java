package io.duban.worklist;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 演示账号: shows a visitor as whom they can sign in; outside the demo neither this list nor the accounts exist. */
@RestController
@Profile("demo")
class DemoAccountsController {

    private final Organisations organisations;

    DemoAccountsController(Organisations organisations) {
        this.organisations = organisations;
    }

    /** One account: {@code id} is the log-in name, {@code unit} the unit's code; roles of the system have no unit. */
    record Account(
            String id,
            String name,
            String role,
            String roleLabel,
            @Nullable String unit,
            @Nullable String unitName) {

        static Account at(Unit unit, Role role) {
            return new Account(
                    role.group(unit.code()),
                    unit.name() + role.label(),
                    role.id(),
                    role.label(),
                    unit.code(),
                    unit.name());
        }

        static Account of(Role role) {
            return new Account(role.id(), role.label(), role.id(), role.label(), null, null);
        }
    }

    @GetMapping("/api/demo/accounts")
    List<Account> all() {
        Stream<Account> ofUnits = Stream.of(AdminLevel.values())
                .flatMap(level -> organisations.all(level).stream()
                        .flatMap(unit -> Role.at(level).stream().map(role -> Account.at(unit, role))));
        return Stream.concat(
                        ofUnits,
                        Stream.of(Role.values()).filter(Role::isUnitless).map(Account::of))
                .toList();
    }
}
