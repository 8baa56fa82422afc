package io.duban.order;

import io.duban.engine.Stage;
import java.util.EnumSet;
import java.util.Set;

/** Where an order stands (domain 3.3). */
public enum OrderState implements Stage {
    DRAFTED("拟稿"),
    PENDING_ISSUE("待签发"),
    ISSUED("已印发待签收"),
    INVESTIGATING("调查核实"),
    UNDER_REVIEW("报告审核"),
    SUPPLEMENTING("退回补正"),
    RECTIFYING("整改中"),
    SIGN_OFF_REVIEW("销号核验"),
    SIGNED_OFF("已销号（待回头看）"),
    LOOKING_BACK("回头看"),
    CLOSED("办结归档"),
    CLOSED_UNFOUNDED("查否办结"),
    WITHDRAWN("撤销"),
    TRANSFERRED("移送"),
    MERGED("并案");

    private static final Set<OrderState> ENDS = EnumSet.of(CLOSED, CLOSED_UNFOUNDED, WITHDRAWN, TRANSFERRED, MERGED);

    private final String label;

    OrderState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** Whether it ended before its work was done. */
    public boolean isEarlyEnd() {
        return this == WITHDRAWN || this == TRANSFERRED || this == MERGED;
    }

    /** Whether orders come to this state after their issue; of one that ended early, ask {@link SupervisionOrder#isOut}. */
    public boolean isOut() {
        return this != DRAFTED && this != PENDING_ISSUE;
    }
}
