package io.duban.lead;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The leads a period has gathered (分区归集), for the conflict lock: whom one of them names does not read the list. */
@Component
class ConsolidationLeads implements CaseLeads {

    private final ConsolidationRepository lines;
    private final LeadRepository leads;

    ConsolidationLeads(ConsolidationRepository lines, LeadRepository leads) {
        this.lines = lines;
        this.leads = leads;
    }

    @Override
    public List<String> with(Collection<String> leadRefs) {
        return lines.periodsWith(leadRefs);
    }

    @Override
    public List<Lead> of(String caseId) {
        return leads.all(
                lines.gathered(caseId).stream().map(GatheredLead::leadRef).toList());
    }
}
