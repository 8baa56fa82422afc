package io.duban.organisation;

import io.duban.audit.AuditTrail;
import io.duban.engine.Accounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a list of accounts (账号表) over as a whole or not at all; it adds accounts and roles and takes nothing away. */
@Component
class AccountUpload {

    private final UnitRepository repository;
    private final Accounts accounts;
    private final AuditTrail audit;

    AccountUpload(UnitRepository repository, Accounts accounts, AuditTrail audit) {
        this.repository = repository;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** How many accounts are new, and how many memberships in groups were added to new and old ones. */
    record Result(int created, int memberships) {}

    @Transactional
    Result apply(List<UploadedLine> lines) {
        repository.lock();
        var entries = AccountLines.check(lines, repository.read(), accounts);
        var created = accounts.ensureUsers(
                entries.stream().map(AccountLines.Entry::user).toList());
        var groups = new LinkedHashMap<String, Set<String>>();
        entries.forEach(entry -> groups.put(entry.user().id(), entry.groups()));
        var result = new Result(created.size(), accounts.ensureMemberships(groups));
        audit.record(
                "organisation",
                "ACCOUNTS_UPLOADED",
                "上传账号表：共%d行，新建账号%d个，新增岗位成员关系%d项。".formatted(lines.size(), result.created(), result.memberships()));
        return result;
    }
}
