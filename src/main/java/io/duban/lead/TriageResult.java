package io.duban.lead;

import org.jspecify.annotations.Nullable;

/**
 * 研判结果: what the office found when it looked at a lead, the inputs of the decisions D01 and D03.
 *
 * @param concrete whether unit and fact are named, so that somebody can verify it
 * @param duplicateOf the lead it repeats, if any
 * @param leaderConcern 领导关注
 * @param publicReaction 群众反映强烈
 */
public record TriageResult(
        boolean inScope,
        boolean concrete,
        @Nullable String duplicateOf,
        boolean severe,
        boolean vile,
        boolean leaderConcern,
        boolean publicReaction) {

    /** Before anybody has looked. */
    static final TriageResult NONE = new TriageResult(false, false, null, false, false, false, false);
}
