package io.duban.lead;

import io.duban.engine.Stage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 分区归集的一期: what one receiving unit gathers and sends out in one period (A21). */
record Consolidation(
        String id,
        String receivingUnit,
        LocalDate start,
        LocalDate end,
        State state,
        @Nullable String title,
        @Nullable String requirements,
        @Nullable LocalDate replyDue,
        @Nullable String drafter,
        @Nullable String returnReason,
        int version) {

    String shown() {
        return Period.shown(start, end);
    }

    /** How far the period has come. */
    enum State implements Stage {
        OPEN("归集中"),
        REVIEWING("审核清单"),
        DRAFTING("拟通知"),
        PENDING_ISSUE("待签发"),
        ISSUED("已印发"),
        EMPTY("无有效线索");

        private final String label;

        State(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
