package io.duban.lead;

import io.duban.engine.Stage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 督办通知: what one district is told to verify and answer, with the leads gathered for it (A21). */
record SupervisionNotice(
        String id,
        String consolidationId,
        String number,
        String receivingUnit,
        String districtUnit,
        String title,
        String requirements,
        State state,
        LocalDate issuedOn,
        LocalDate replyDue,
        @Nullable String handler,
        @Nullable String reportNote,
        @Nullable String returnReason,
        boolean overdue,
        int version) {

    /** How far the district has come with it. */
    enum State implements Stage {
        ISSUED("待签收"),
        VERIFYING("核查督办"),
        REPORTING("待反馈"),
        UNDER_REVIEW("审核反馈"),
        CLOSED("办结"),
        ESCALATED("升级督办");

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
