package io.duban.reporter;

import io.duban.engine.Refusal;
import java.time.Instant;

/** Why an identity stays where it is, each with the way out. */
final class DisclosureRefusals {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2_000;
    private static final String BASIS = "INV-10；A53";

    private DisclosureRefusals() {}

    static void requireReason(String reason) {
        int length = reason.strip().length();
        if (length < SHORTEST || length > LONGEST) {
            throw Refusal.of(
                    "reason",
                    "disclosure-reason",
                    BASIS,
                    "请写明为何必须知道举报人信息（" + SHORTEST + " 至 " + LONGEST + " 字）。",
                    "Say why the identity is needed, in " + SHORTEST + " to " + LONGEST + " characters.");
        }
    }

    static Refusal noAccusedUnit() {
        return Refusal.of(
                "leadRef",
                "accused-unit-known",
                BASIS,
                "该线索尚未确定被举报单位，无法排除利害关系；请先研判确定后再申请。",
                "The accused unit is not known yet, so nobody can be found impartial; triage the lead first.");
    }

    static Refusal noCustodian() {
        return Refusal.of(
                "leadRef",
                "no-custodian-no-reveal",
                BASIS,
                "没有与申请单位、被举报单位均无关联的举报人信息保管员，不予披露；请由上级单位配备保管员后再申请。",
                "There is no impartial custodian, so nothing is disclosed; let a superior unit appoint one.");
    }

    static Refusal noLongerHandler() {
        return Refusal.forbidden(
                "disclosure-handler", BASIS, "您已不再办理该线索，不得查看；请由现办理人重新申请。", "You no longer handle this lead.");
    }

    static void requireOpen(Disclosure asked, Instant now) {
        DisclosureState state = asked.state();
        switch (asked.state()) {
            case REQUESTED ->
                throw Refusal.conflict("disclosure-undecided", state, "申请尚待保管员审批，请等待。", "It has not been decided yet.");
            case REFUSED ->
                throw Refusal.conflict(
                        "disclosure-refused",
                        state,
                        "申请未获批准；确有必要的，请补充理由重新申请。",
                        "It was refused; ask again with better reasons.");
            case VIEWED ->
                throw Refusal.conflict(
                        "disclosure-viewed", state, "只能查看一次，已经查看过；确有必要的，请重新申请。", "It has been viewed; ask again.");
            case LAPSED -> throw lapsed();
            case APPROVED -> {
                if (asked.viewUntil().filter(now::isBefore).isEmpty()) {
                    throw lapsed();
                }
            }
        }
    }

    private static Refusal lapsed() {
        return Refusal.conflict(
                "disclosure-window",
                DisclosureState.LAPSED,
                "查看时限已过；确有必要的，请重新申请，批准后及时查看。",
                "The time to look is over; ask again and look at once.");
    }
}
