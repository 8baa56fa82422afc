package io.duban.organisation;

import io.duban.audit.AuditTrail;
import io.duban.engine.Accounts;
import io.duban.engine.StartRefused;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the administrator (系统管理员) comes from configuration and that outside the demo nobody can log in with a
 * password that is written in our documents; otherwise the start fails.
 */
@Component
@EnableConfigurationProperties(AdministratorAccount.class)
class Administrator {

    private final AdministratorAccount account;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Environment environment;

    Administrator(AdministratorAccount account, Accounts accounts, AuditTrail audit, Environment environment) {
        this.account = account;
        this.accounts = accounts;
        this.audit = audit;
        this.environment = environment;
    }

    /** The groups must exist. */
    void ensure() {
        boolean present = accounts.hasPassword(account.id());
        if (!environment.acceptsProfiles(Profiles.of(DemoAccounts.PROFILE))) {
            refuseKnownPasswords(present);
        }
        if (!present) {
            var password = account.hasPassword() ? account.password() : AdministratorAccount.DEMO_PASSWORD;
            accounts.ensureUser(account.id(), "系统管理员", "", Objects.requireNonNull(password));
            audit.record("organisation", "ADMINISTRATOR_CREATED", "按配置建立系统管理员账号：" + account.id() + "。");
        }
        accounts.ensureMemberships(Map.of(account.id(), Set.of(Role.ADMIN.id(), UnitGroups.CAMUNDA_ADMIN)));
    }

    private void refuseKnownPasswords(boolean present) {
        if (account.isWeak() && (account.hasPassword() || !present)) {
            throw new StartRefused("启动失败：请在配置duban.admin.password中为系统管理员设置至少12位的密码，不得使用默认密码或与账号相同。"
                    + " Start refused: set duban.admin.password for the administrator to at least 12 characters,"
                    + " neither a default password nor the account's own name.");
        }
        var open = accounts.usersWithPassword(AdministratorAccount.DEMO_PASSWORD, 3);
        if (!open.isEmpty()) {
            throw new StartRefused(
                    "启动失败：数据库中仍有使用演示密码的账号" + open
                            + "，请换用新的数据库，或先在demo模式下修改密码或删除这些账号。"
                            + " Start refused: the database still holds accounts with the demo password " + open
                            + "; use a new database, or change these passwords or delete the accounts in the demo profile first.");
        }
    }
}
