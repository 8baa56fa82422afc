package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.lead.LeadSearch.Wanted;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.reporter.KeptFile;
import io.duban.reporter.ReporterVault;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 线索查阅: what a person may read of leads; every look at the vault is checked here first and audited there. */
@Service
@Transactional
public class Leads {

    private static final int MOST = 100;

    private final LeadRepository leads;
    private final LeadSearch search;
    private final LeadVisibility visibility;
    private final ReporterVault vault;
    private final ConflictLock lock;
    private final ConflictAlerts alerts;
    private final Organisations organisations;
    private final People people;

    Leads(
            LeadRepository leads,
            LeadSearch search,
            LeadVisibility visibility,
            ReporterVault vault,
            ConflictLock lock,
            ConflictAlerts alerts,
            Organisations organisations,
            People people) {
        this.leads = leads;
        this.search = search;
        this.visibility = visibility;
        this.vault = vault;
        this.lock = lock;
        this.alerts = alerts;
        this.organisations = organisations;
        this.people = people;
    }

    /** The lead, if the current person may see it; otherwise as if there were none. */
    @Transactional(readOnly = true)
    public Lead visible(String leadRef) {
        Lead lead = leads.get(leadRef);
        visibility.requireVisible(lead, "READ");
        return lead;
    }

    /** Whether the current person may read the lead, or the case made of leads, without a trace of the asking. */
    @Transactional(readOnly = true)
    public boolean isReadable(String caseId) {
        Person person = people.current();
        return leads.find(caseId)
                .map(lead -> visibility.isVisible(person, lead))
                .orElseGet(() -> lock.isFree(person, caseId));
    }

    /** Whether the current person is of the unit that received the lead or of one above: theirs is what follows from it. */
    boolean isReceivers(Lead lead) {
        return people.sees(lead.receivingUnit());
    }

    /** The same by its reference; false for whatever is no lead. */
    @Transactional(readOnly = true)
    public boolean isReceivers(String leadRef) {
        return leads.find(leadRef).filter(this::isReceivers).isPresent();
    }

    @Transactional(readOnly = true)
    List<Lead> page(Wanted wanted) {
        requirePage(wanted.page(), wanted.size());
        return search.page(wanted);
    }

    /** 举报原文, for those who handle the lead. */
    String text(String leadRef, ReadingPurpose purpose) {
        requireHandler(leadRef);
        return vault.originalText(leadRef, purpose.label());
    }

    @Transactional(readOnly = true)
    List<KeptFile> files(String leadRef) {
        requireHandler(leadRef);
        return vault.files(leadRef);
    }

    KeptFile file(String leadRef, int number, ReadingPurpose purpose) {
        requireHandler(leadRef);
        return vault.file(leadRef, number, purpose.label());
    }

    /** 回避警示 of the current person's office, newest first; none about a unit this person must stand aside from. */
    @Transactional(readOnly = true)
    List<ConflictAlert> alerts(int page, int size) {
        requirePage(page, size);
        Person person = people.current();
        Set<String> entangled = organisations.entangledWith(person.units());
        return alerts.of(visibility.offices(person), (long) page * size, size).stream()
                .filter(alert -> alert.accusedUnit() == null || !entangled.contains(alert.accusedUnit()))
                .filter(alert -> !alert.person().equals(person.id()))
                .toList();
    }

    private void requireHandler(String leadRef) {
        visibility.requireHandler(leads.get(leadRef), "TEXT");
    }

    private static void requirePage(int page, int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw Refusal.of(
                    "size", "page", "Q2", "页码须从 0 起，每页 1 至 100 条。", "Pages count from 0 and hold 1 to 100 rows.");
        }
    }
}
