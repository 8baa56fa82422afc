package io.duban.lead;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The leads of a 督办通知, for the conflict lock: who must stand aside from one of them does not handle the notice. */
@Component
class NoticeLeads implements CaseLeads {

    private final ConsolidationRepository lines;
    private final LeadRepository leads;

    NoticeLeads(ConsolidationRepository lines, LeadRepository leads) {
        this.lines = lines;
        this.leads = leads;
    }

    @Override
    public List<String> with(Collection<String> leadRefs) {
        return lines.noticesWith(leadRefs);
    }

    @Override
    public List<Lead> of(String caseId) {
        return leads.all(
                lines.ofNotice(caseId).stream().map(GatheredLead::leadRef).toList());
    }
}
