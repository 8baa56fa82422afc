package io.duban.organisation;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At each start gives roles and units their groups and tenants and checks the administrator; a second start adds
 * nothing, and a start that fails has changed nothing.
 */
@Component
@Order(Provisioning.ORDER)
class Provisioning implements ApplicationRunner {

    static final int ORDER = 10;

    private final UnitRepository repository;
    private final UnitGroups groups;
    private final Administrator administrator;

    Provisioning(UnitRepository repository, UnitGroups groups, Administrator administrator) {
        this.repository = repository;
        this.groups = groups;
        this.administrator = administrator;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        repository.lock();
        groups.ensureRoles();
        administrator.ensure();
        groups.ensure(repository.read());
    }
}
