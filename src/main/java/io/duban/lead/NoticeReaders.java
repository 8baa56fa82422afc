package io.duban.lead;

import io.duban.document.CaseReaders;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who reads a 督办通知: the offices of the unit that sent it, of the district that got it and of those above, unless they
 * must stand aside from one of its leads.
 */
@Component
class NoticeReaders implements CaseReaders {

    private final NoticeRepository notices;
    private final NoticeLeads leads;
    private final ConflictLock lock;
    private final LeadVisibility visibility;
    private final People people;

    NoticeReaders(
            NoticeRepository notices, NoticeLeads leads, ConflictLock lock, LeadVisibility visibility, People people) {
        this.notices = notices;
        this.leads = leads;
        this.lock = lock;
        this.visibility = visibility;
        this.people = people;
    }

    @Override
    public Reading of(String caseId) {
        Person person = people.current();
        return notices.find(caseId)
                .filter(each -> isInReach(person, each))
                .filter(each -> leads.of(caseId).stream()
                        .allMatch(lead -> lock.conflict(person, lead).isEmpty()))
                .map(each -> Reading.ALL)
                .orElse(Reading.NOTHING);
    }

    private boolean isInReach(Person person, SupervisionNotice notice) {
        Set<String> offices = visibility.offices(person);
        return offices.contains(notice.receivingUnit()) || offices.contains(notice.districtUnit());
    }
}
