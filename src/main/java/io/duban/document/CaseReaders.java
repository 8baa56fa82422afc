package io.duban.document;

/**
 * Who may read the papers of a case (公文查阅). Each room that issues papers answers for its own cases; what no room
 * answers for nobody may read.
 */
public interface CaseReaders {

    /** Whether the person asking may know of this case, and of which of its papers. */
    Reading of(String caseId);

    /** What somebody may read of a case. */
    enum Reading {
        /** Not a case of this room, or none that the person may know of. */
        NOTHING,
        /** Only what is addressed to a unit of the person. */
        ADDRESSED,
        /** Every paper of the case. */
        ALL
    }
}
