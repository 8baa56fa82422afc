package io.duban.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A file as it is handed in.
 *
 * @param group the code of an evidence group; only together with a problem
 */
public record NewEvidence(
        String caseId, @Nullable String problemId, @Nullable String group, String fileName, byte[] content) {

    @Override
    public String toString() {
        return "NewEvidence[" + caseId + "]";
    }
}
