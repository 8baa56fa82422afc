package io.duban.returns;

import org.jspecify.annotations.Nullable;

/**
 * 校验结果: a rule a return does not keep.
 *
 * @param field the row of the return, or the typed field, it stands beside
 * @param error whether it must be put right (hard); otherwise a reason is enough (soft)
 * @param reason why it is as it is, in the words of the one who filled it in
 */
record Check(
        String field,
        boolean error,
        String rule,
        String basis,
        String sentence,
        String english,
        @Nullable String reason) {}
