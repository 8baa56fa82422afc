package io.duban.document;

import io.duban.organisation.Person;

/**
 * Who may read the papers of a case (公文查阅). Each room that issues papers answers for its own cases; what no room
 * answers for nobody may read.
 */
public interface CaseReaders {

    /** Whether the person asking may know of this case, and of which of its papers. */
    Reading of(String caseId);

    /**
     * Whether a paper of a case that this room answers for has reached the person, who reads no more of the case than that
     * ({@link Reading#ADDRESSED}): it is addressed to a unit of theirs, unless the room knows better.
     *
     * @param person with the units in whose name they may read the case ({@link io.duban.organisation.ReadingPerson})
     */
    default boolean isSentTo(Person person, Paper paper) {
        return person.units().contains(paper.addressee());
    }

    /** What somebody may read of a case. */
    enum Reading {
        /** Not a case of this room, or none that the person may know of. */
        NOTHING,
        /** Only what was sent to a unit of the person. */
        ADDRESSED,
        /** Every paper of the case. */
        ALL
    }
}
