package io.duban.ledger;

import io.duban.order.OrderState;
import io.duban.rectification.ProblemState;

/**
 * The columns of every statistic: a line stands in exactly one, so that 存在问题 is 已完成整改 plus 正在整改 whatever is counted
 * (INV-01).
 */
enum Phase {
    PENDING("待查实", "待查实"),
    OPEN("在办", "正在整改"),
    DONE("办结", "已完成整改"),
    UNFOUNDED("查否", "不属实"),
    ENDED("撤销、移送、并案", "随单终止");

    private final String ofOrders;
    private final String ofProblems;

    Phase(String ofOrders, String ofProblems) {
        this.ofOrders = ofOrders;
        this.ofProblems = ofProblems;
    }

    String label(EntryKind kind) {
        return kind == EntryKind.ORDER ? ofOrders : ofProblems;
    }

    static Phase of(OrderState state) {
        if (state.isEarlyEnd()) {
            return ENDED;
        }
        return switch (state) {
            case CLOSED -> DONE;
            case CLOSED_UNFOUNDED -> UNFOUNDED;
            default -> OPEN;
        };
    }

    /** A problem not settled when its order ends early goes with it: it is rectified elsewhere or not at all (T18–T20). */
    static Phase of(ProblemState state, boolean orderEndedEarly) {
        if (orderEndedEarly && !state.isSettled()) {
            return ENDED;
        }
        return switch (state) {
            case ALLEGED -> PENDING;
            case UNFOUNDED -> UNFOUNDED;
            case SIGNED_OFF -> DONE;
            default -> OPEN;
        };
    }
}
