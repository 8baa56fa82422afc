package io.duban.interview;

import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.engine.TaskAdmission;
import io.duban.organisation.People;
import io.duban.organisation.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 终止约谈: when the order an interview rests on is withdrawn, transferred, merged or found groundless, the issuer's office
 * is told and may end the interview; it may also go on, because what was late or false stays so. The source documents are
 * silent (F13).
 */
@Component
@Transactional
public class InterviewEndings {

    /** The ending as the model calls it, for those who say who may take part. */
    private static final String ENDING = "eventSubProcess_ending";

    /** It stands in the trail alone, whose lines are short. */
    private static final int LONGEST_REASON = 1000;

    private final InterviewCases cases;
    private final InterviewProcess process;
    private final Deadlines deadlines;
    private final People people;
    private final ObjectProvider<TaskAdmission> admissions;

    InterviewEndings(
            InterviewCases cases,
            InterviewProcess process,
            Deadlines deadlines,
            People people,
            ObjectProvider<TaskAdmission> admissions) {
        this.cases = cases;
        this.process = process;
        this.deadlines = deadlines;
        this.people = people;
        this.admissions = admissions;
    }

    /**
     * Tells the open interview of an order, if there is one, that the order has ended without its work being done.
     *
     * @param how 撤销, 移送, 并案 or 查否办结
     */
    public void orderEnded(String orderId, String how) {
        cases.ofOrder(orderId).stream().filter(each -> each.state().isOpen()).forEach(each -> {
            cases.orderEnded(each, how);
            cases.record(each, "INTERVIEW_ORDER_ENDED", "所依据的督办单已" + how + "，发文单位督导办可以终止约谈，也可以继续");
        });
    }

    /** Ends an interview whose order has ended so. */
    void end(String id, String reason) {
        var interview = cases.get(id);
        if (!people.current().has(Role.SUPERVISION_OFFICE, interview.issuerUnit())) {
            throw Refusal.forbidden(
                    "interview-office", "F13", "只有发出督办单的督导办可以终止约谈。", "Only the issuing office may end the interview.");
        }
        admissions
                .orderedStream()
                .forEach(rule -> rule.admit(ENDING, id, people.current().id()));
        if (!interview.state().isOpen()) {
            throw Refusal.conflict(
                    "interview-state",
                    interview.state(),
                    "该约谈当前为“" + interview.state().label() + "”，不能终止。",
                    "The interview has ended.");
        }
        if (interview.orderEnd() == null) {
            throw Refusal.conflict(
                    "interview-ground",
                    interview.state(),
                    "所依据的督办单没有撤销、移送、并案或者查否办结，约谈不能终止；不需约谈的，由负责人在呈批时决定。",
                    "The order it rests on was not withdrawn, transferred, merged or found groundless;"
                            + " the interview cannot be ended.");
        }
        requireReason(reason);
        cases.conclude(interview, InterviewState.ENDED);
        deadlines.cancelAll(id);
        cases.record(interview, "INTERVIEW_ENDED", "终止约谈：" + reason);
        process.ended(interview);
    }

    private static void requireReason(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.of(
                    "reason",
                    "max-length",
                    "F13",
                    "终止理由最多 " + LONGEST_REASON + " 字。",
                    "The reason takes at most " + LONGEST_REASON + " characters.");
        }
    }
}
