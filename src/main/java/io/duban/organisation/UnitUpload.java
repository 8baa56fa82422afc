package io.duban.organisation;

import io.duban.audit.AuditTrail;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes a list of units (单位表) over as a whole or not at all, with the groups and tenants the new units need. */
@Component
class UnitUpload {

    private final UnitRepository repository;
    private final Organisations organisations;
    private final UnitGroups groups;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    UnitUpload(
            UnitRepository repository,
            Organisations organisations,
            UnitGroups groups,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.events = events;
        this.repository = repository;
        this.organisations = organisations;
        this.groups = groups;
        this.audit = audit;
    }

    @Transactional
    UploadResult apply(List<UploadedLine> lines) {
        repository.lock();
        var change = UnitLines.check(lines, repository.read());
        repository.save(change.created(), change.changed());
        groups.ensure(change.after());
        var result = change.result();
        audit.record(
                "organisation",
                "UNITS_UPLOADED",
                "上传单位表：新增%d个，更新%d个，未变%d个。".formatted(result.created(), result.updated(), result.unchanged()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                organisations.reload();
            }
        });
        events.publishEvent(new UnitsUploaded());
        return result;
    }
}
