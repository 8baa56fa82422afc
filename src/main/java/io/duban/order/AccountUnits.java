package io.duban.order;

import io.duban.engine.Accounts;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import java.util.Set;
import org.springframework.stereotype.Component;

/** In which units an account works: of the one who asks by the log-in, of anybody else by the identity tables. */
@Component
class AccountUnits {

    private final People people;
    private final Accounts accounts;

    AccountUnits(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    Set<String> of(String account) {
        Person current = people.current();
        return current.id().equals(account)
                ? current.units()
                : new Person(account, Set.copyOf(accounts.groupsOf(account))).units();
    }
}
