package io.duban.lead;

import io.duban.form.Fields;

/** 研判: what makes a founded lead weigh more than others, the inputs of D03 (A22, A23, H15). */
record Weight(boolean untimely, boolean severe, boolean vile, boolean leaderConcern, boolean publicReaction) {

    static Weight from(Fields fields) {
        return new Weight(
                fields.yesNo("untimely"),
                fields.yesNo("severe"),
                fields.yesNo("vile"),
                fields.yesNo("leaderConcern"),
                fields.yesNo("publicReaction"));
    }
}
