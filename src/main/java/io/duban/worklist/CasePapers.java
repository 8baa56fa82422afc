package io.duban.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 公文: the official papers of a case, for its page and its export; the room that issues them stands behind it. */
interface CasePapers {

    /**
     * The papers of a case, the oldest first; void ones included.
     *
     * @param whole whether the person sees everything of the case; otherwise only what was sent to their units
     */
    List<Paper> of(String caseId, boolean whole);

    /** The paper as it was issued. */
    byte[] content(String paperId);

    /**
     * One paper of the register.
     *
     * @param address where it is downloaded
     * @param sha256 of what was issued, in hexadecimal digits
     * @param voided since when and why it is void, if it is
     */
    record Paper(
            String id,
            String kindLabel,
            String number,
            LocalDate issuedOn,
            String address,
            String ending,
            String sha256,
            @Nullable String voided) {}
}
