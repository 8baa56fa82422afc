package io.duban.interview;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 约谈整改: what an interview demanded, until when, and whether it was done (A41 限期整改, P15 跟踪整改). */
@Component
@Transactional
class InterviewRectifications {

    private final InterviewCases cases;
    private final InterviewSteps steps;
    private final InterviewPapers papers;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InterviewRectifications(
            InterviewCases cases,
            InterviewSteps steps,
            InterviewPapers papers,
            Deadlines deadlines,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.steps = steps;
        this.papers = papers;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 下达约谈整改期限: the day set at the meeting, else the term of the decision table from today, when it is demanded in
     * writing; answers its 24:00.
     */
    Instant open(String id) {
        var interview = cases.at(id, InterviewState.HELD);
        var meeting = steps.heldMeeting(id);
        var kind = DeadlineKind.INTERVIEW_RECTIFICATION;
        var due = meeting.rectificationDue();
        var deadline = due == null
                ? deadlines.open(id, null, kind, today())
                : deadlines.openUntil(id, null, kind, meeting.heldOn(), due);
        papers.minute(interview, meeting, deadline.due());
        cases.record(interview, "INTERVIEW_RECTIFICATION_DEMANDED", "下达约谈整改期限，" + deadline.due() + " 24:00 到期");
        return deadline.dueAt();
    }

    /** 报送约谈整改: the interviewed side reports what it has put right, also before the office has sent its bulletin. */
    void submit(String id, InterviewRectification rectification, String person) {
        var interview = cases.get(id);
        if (interview.state() != InterviewState.HELD) {
            interview.require(InterviewState.RECTIFYING);
        }
        rectification.check();
        steps.add(id, rectification, by(person));
        runningDeadline(id).ifPresent(deadline -> deadlines.meet(deadline, clock.instant()));
        ended(interview);
        cases.record(interview, "INTERVIEW_RECTIFICATION_SUBMITTED", "报送约谈整改情况");
    }

    /** 记约谈整改逾期: the day has passed without a report; the office looks for itself. */
    void recordOverdue(String id) {
        var interview = cases.get(id);
        ended(interview);
        if (deadlines.isMissed(id, null, DeadlineKind.INTERVIEW_RECTIFICATION)) {
            cases.record(interview, "INTERVIEW_RECTIFICATION_OVERDUE", "约谈整改期限届满，未报送整改情况，记逾期");
        }
    }

    /** Nothing more is awaited from the interviewed side; the office may still owe its bulletin (INV-16). */
    private void ended(Interview interview) {
        if (interview.state() == InterviewState.RECTIFYING) {
            cases.move(interview, InterviewState.FOLLOW_UP);
        }
    }

    /** Whether the interviewed side has reported what it has put right, or its day has passed. */
    boolean isOver(String id) {
        return steps.rectification(id).isPresent()
                || runningDeadline(id)
                        .filter(running -> running.isOverdue(today()))
                        .isPresent();
    }

    /** 跟踪核实: whether the demands were met; if not, {@link #recordUnresolved} follows. */
    void followUp(String id, InterviewFollowUp followUp, String person) {
        requireReported(id);
        var interview = cases.at(id, InterviewState.FOLLOW_UP);
        followUp.check(steps.heldMeeting(id).heldOn(), today());
        steps.add(id, followUp, by(person));
        cases.record(interview, "INTERVIEW_FOLLOWED_UP", "跟踪核实约谈整改：" + (followUp.resolved() ? "整改到位" : "整改不到位"));
        if (followUp.resolved()) {
            runningDeadline(id).ifPresent(deadline -> deadlines.meet(deadline, clock.instant()));
            cases.conclude(interview, InterviewState.RESOLVED);
            events.publishEvent(new InterviewConcluded(id, interview.orderId(), true));
        }
    }

    /** 登记整改不力: ends the interview; the order goes on to accountability (H22). */
    void recordUnresolved(String id) {
        var interview = cases.at(id, InterviewState.FOLLOW_UP);
        deadlines.cancelAll(id);
        cases.conclude(interview, InterviewState.UNRESOLVED);
        cases.record(interview, "INTERVIEW_UNRESOLVED", "约谈后整改不力，已登记");
        events.publishEvent(new InterviewConcluded(id, interview.orderId(), false));
    }

    private void requireReported(String id) {
        if (steps.partyReport(id).isEmpty()) {
            throw Refusal.of(
                    "result",
                    "reported-to-party-and-government",
                    "INV-16",
                    "约谈情况尚未通报党委政府，请先办理通报再跟踪核实。",
                    "Report the interview to party committee and government first.");
        }
    }

    /** The last day for meeting the demands. */
    LocalDate due(String id) {
        return deadlines.of(id).stream()
                .filter(each -> each.kind() == DeadlineKind.INTERVIEW_RECTIFICATION)
                .map(Deadline::due)
                .findFirst()
                .orElseThrow();
    }

    private Optional<Deadline> runningDeadline(String id) {
        return deadlines.find(id, null, DeadlineKind.INTERVIEW_RECTIFICATION);
    }

    private Acted by(String person) {
        return new Acted(person, clock.instant());
    }

    private LocalDate today() {
        return dayOf(clock.instant());
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, WorkingDays.ZONE);
    }
}
