package io.duban.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 举证材料: one line of the register of files of a case.
 *
 * @param problemId the problem it proves something of, if any
 * @param group the evidence group (整改、消除影响、追责、举一反三) by its code, if any
 * @param fileName as it was handed in, without path
 * @param size in bytes, of what is kept
 * @param sha256 of what is kept, in hexadecimal digits
 * @param keptUnit the unit in whose name it was handed in
 * @param withdrawal if it was withdrawn; it stays in the register
 */
public record Evidence(
        String id,
        String caseId,
        @Nullable String problemId,
        @Nullable String group,
        String fileName,
        String mediaType,
        int size,
        String sha256,
        Instant keptAt,
        String keptBy,
        String keptUnit,
        @Nullable Withdrawal withdrawal) {

    /** 撤回: why, when and by whom. */
    public record Withdrawal(String reason, Instant at, String by) {}

    public boolean isValid() {
        return withdrawal == null;
    }
}
