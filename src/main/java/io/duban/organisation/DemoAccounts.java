package io.duban.organisation;

import io.duban.audit.AuditTrail;
import io.duban.engine.Accounts;
import io.duban.engine.Accounts.NewUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 演示数据: invented units and one account for each role in each unit, all with the demo password; exists in the profile
 * {@code demo} only. No account bears a person's name.
 */
@Component
@Profile(DemoAccounts.PROFILE)
@Order(Provisioning.ORDER + 1)
class DemoAccounts implements ApplicationRunner {

    static final String PROFILE = "demo";

    private final UnitRepository repository;
    private final UnitUpload upload;
    private final Accounts accounts;
    private final AuditTrail audit;

    DemoAccounts(UnitRepository repository, UnitUpload upload, Accounts accounts, AuditTrail audit) {
        this.repository = repository;
        this.upload = upload;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (repository.read().units().isEmpty()) {
            try (var units = new ClassPathResource("demo/units.csv").getInputStream()) {
                upload.apply(UploadedTable.read(units, UnitLines.COLUMNS, UnitLines.OPTIONAL_COLUMNS));
            }
        }
        repository.lock();
        create(repository.read());
    }

    private void create(UnitTree tree) {
        List<NewUser> users = new ArrayList<>();
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        tree.active()
                .forEach(unit -> Role.at(unit.level()).forEach(role -> {
                    var id = role.group(unit.code());
                    users.add(user(id, role, unit.name()));
                    groups.put(id, Set.of(role.id(), id));
                }));
        users.add(user(Role.DESIGNER.id(), Role.DESIGNER, ""));
        groups.put(Role.DESIGNER.id(), Set.of(Role.DESIGNER.id()));
        users.add(user(Role.ADMIN.id(), Role.ADMIN, ""));
        groups.put(Role.ADMIN.id(), Set.of(Role.ADMIN.id(), UnitGroups.CAMUNDA_ADMIN));
        var created = accounts.ensureUsers(users);
        groups.keySet().retainAll(created);
        accounts.ensureMemberships(groups);
        if (!created.isEmpty()) {
            audit.record("organisation", "DEMO_ACCOUNTS_CREATED", "建立演示账号%d个。".formatted(created.size()));
        }
    }

    private static NewUser user(String id, Role role, String unitName) {
        return new NewUser(id, role.label(), unitName, AdministratorAccount.DEMO_PASSWORD);
    }
}
