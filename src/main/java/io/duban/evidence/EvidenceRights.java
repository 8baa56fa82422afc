package io.duban.evidence;

import io.duban.engine.Stage;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one person may do with the files of one case.
 *
 * @param readsAll whether they read every file; otherwise only what their own units handed in (回避)
 * @param units the person's own units
 * @param unit the unit in whose name they may hand in files, or null if they may only read
 * @param onlyForProblems whether each file must belong to a problem and a group, as for the unit that rectifies
 * @param problems by id the problems files may be handed in for, with the words people read (问题 1)
 * @param groups by code the evidence groups with the words people read
 * @param closed where the case stands when it is over and takes no more files
 */
public record EvidenceRights(
        boolean readsAll,
        Set<String> units,
        @Nullable String unit,
        boolean onlyForProblems,
        Map<String, String> problems,
        Map<String, String> groups,
        @Nullable Stage closed) {

    boolean reads(Evidence evidence) {
        return readsAll || units.contains(evidence.keptUnit());
    }
}
