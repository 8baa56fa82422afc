package io.duban.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a case beside its dossier.
 *
 * @param whole whether the person sees everything of the case, not findings and demands only
 * @param mayExport whether the person may take the whole file away
 * @param related other cases, named by their numbers only
 * @param leads the leads it was made from, by their opaque references; on its page only, never in what leaves the house
 * @param proofs by problem its evidence groups (四组举证)
 * @param steps what has happened in the cases that came of this one, interviews and accountability
 */
record CaseExtras(
        boolean whole,
        boolean mayExport,
        List<Related> related,
        List<Origin> leads,
        Map<String, List<Proof>> proofs,
        List<Dossier.Step> steps) {

    /** 督办单: the kind of case the others come of. */
    static final String ORDER = "督办单";

    static final CaseExtras NONE = new CaseExtras(false, false, List.of(), Map.of(), List.of());

    CaseExtras(
            boolean whole,
            boolean mayExport,
            List<Related> related,
            Map<String, List<Proof>> proofs,
            List<Dossier.Step> steps) {
        this(whole, mayExport, related, List.of(), proofs, steps);
    }

    /** 举报线索; a link only where the person may open it. */
    record Origin(String leadRef, boolean open, String stateLabel) {}

    /** Another case; a link only where the person may open it. */
    record Related(String caseId, String kindLabel, String number, String stateLabel) {}

    /** One evidence group of a problem with what was stated in it, if anything was. */
    record Proof(
            String group,
            String label,
            @Nullable String text,
            @Nullable LocalDate doneOn,
            @Nullable String person) {}
}
