package io.duban.evidence;

import java.util.Optional;

/** What a room above says of its cases: whether the person who asks may know of the case, and what of its files. */
public interface EvidenceCases {

    /** The rights of the current person; empty if the case is none of this kind, or if they may not know of it. */
    Optional<EvidenceRights> rightsTo(String caseId);
}
