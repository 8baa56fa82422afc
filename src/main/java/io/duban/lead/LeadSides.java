package io.duban.lead;

import io.duban.organisation.People;
import io.duban.organisation.Person;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On which side of a lead, a notice, a consolidation or a consultation the current person stands. */
@Component
@Transactional(readOnly = true)
public class LeadSides {

    private final LeadRepository leads;
    private final NoticeRepository notices;
    private final LeadOwners owners;
    private final LeadVisibility visibility;
    private final ConflictLock lock;
    private final People people;

    LeadSides(
            LeadRepository leads,
            NoticeRepository notices,
            LeadOwners owners,
            LeadVisibility visibility,
            ConflictLock lock,
            People people) {
        this.leads = leads;
        this.notices = notices;
        this.owners = owners;
        this.visibility = visibility;
        this.lock = lock;
        this.people = people;
    }

    /** The side of the current person; nobody's for whoever must stand aside, which raises no alert. */
    public LeadSide of(String caseId) {
        Person person = people.current();
        if (!lock.isFree(person, caseId)) {
            return LeadSide.NONE;
        }
        return leads.find(caseId)
                .map(lead -> ofLead(person, lead))
                .or(() -> notices.find(caseId).map(notice -> ofNotice(person, notice)))
                .or(() -> owners.of(caseId).map(owner -> ofOffice(person, owner.unit())))
                .orElse(LeadSide.NONE);
    }

    private LeadSide ofLead(Person person, Lead lead) {
        if (!visibility.isVisible(person, lead)) {
            return LeadSide.NONE;
        }
        return people.sees(person, lead.receivingUnit()) ? LeadSide.RECEIVER : LeadSide.HANDLER;
    }

    private LeadSide ofNotice(Person person, SupervisionNotice notice) {
        Set<String> offices = visibility.offices(person);
        if (offices.contains(notice.receivingUnit())) {
            return LeadSide.RECEIVER;
        }
        return offices.contains(notice.districtUnit()) ? LeadSide.HANDLER : LeadSide.NONE;
    }

    private LeadSide ofOffice(Person person, String unit) {
        return visibility.offices(person).contains(unit) ? LeadSide.RECEIVER : LeadSide.NONE;
    }
}
