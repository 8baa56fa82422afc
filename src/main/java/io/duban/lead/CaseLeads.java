package io.duban.lead;

import java.util.Collection;
import java.util.List;

/** Which leads a case of another kind is about, e.g. those a 督办通知 lists or a period has gathered; the conflict lock asks before it admits. */
interface CaseLeads {

    /** The leads of this case; none if it is no case of this kind. */
    List<Lead> of(String caseId);

    /** The running cases of this kind that one of these leads is in. */
    List<String> with(Collection<String> leadRefs);
}
