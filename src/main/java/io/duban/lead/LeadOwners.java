package io.duban.lead;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose office receives a lead, issues a notice, gathers a period or confers. */
@Component
class LeadOwners {

    private final LeadRepository leads;
    private final NoticeRepository notices;
    private final ConsolidationRepository consolidations;
    private final ConsultationRepository consultations;

    LeadOwners(
            LeadRepository leads,
            NoticeRepository notices,
            ConsolidationRepository consolidations,
            ConsultationRepository consultations) {
        this.leads = leads;
        this.notices = notices;
        this.consolidations = consolidations;
        this.consultations = consultations;
    }

    /**
     * The unit of that office.
     *
     * @param kind LEAD, NOTICE, CONSOLIDATION or CONSULTATION
     */
    record Owner(String kind, String unit) {}

    Optional<Owner> of(String caseId) {
        List<String> ids = List.of(caseId);
        return Stream.of(
                        leads.all(ids).stream().map(each -> new Owner("LEAD", each.receivingUnit())),
                        notices.all(ids).stream().map(each -> new Owner("NOTICE", each.receivingUnit())),
                        consolidations.all(ids).stream().map(each -> new Owner("CONSOLIDATION", each.receivingUnit())),
                        consultations.all(ids).stream().map(each -> new Owner("CONSULTATION", each.unit())))
                .flatMap(each -> each)
                .findFirst();
    }
}
