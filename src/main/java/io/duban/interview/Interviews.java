package io.duban.interview;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 约谈 (A41 A42 H21, P15): proposed by an order, approved, announced, held with a written record, reported to party
 * committee and government, followed up. Every verb refuses what the rules do not allow and then leaves nothing behind.
 */
@Component
@Transactional
public class Interviews {

    private final InterviewRepository repository;
    private final MeetingRepository meetings;
    private final InterviewProcess process;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Interviews(
            InterviewRepository repository,
            MeetingRepository meetings,
            InterviewProcess process,
            Deadlines deadlines,
            WorkingDays workingDays,
            Organisations organisations,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.meetings = meetings;
        this.process = process;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes an interview and starts its process.
     *
     * @return the interview's id, or empty when the order already has an open one, also when two come at once
     */
    public Optional<String> propose(InterviewProposal proposal) {
        proposal.check();
        var interview = Interview.proposed(UUID.randomUUID().toString(), proposal, clock.instant());
        if (isOpen(proposal.orderId()) || !repository.insertIfAlone(interview)) {
            return Optional.empty();
        }
        record(interview, "INTERVIEW_PROPOSED", "提请约谈，情形：" + InterviewReason.labels(interview.reasons()));
        process.proposed(interview);
        return Optional.of(interview.id());
    }

    /** 呈批: approves the interview or declines it with a reason. */
    public void approve(String id, InterviewApproval approval, String person) {
        var interview = at(id, InterviewState.PROPOSED);
        approval.check();
        repository.add(id, approval, by(person));
        if (approval.approved()) {
            move(interview, InterviewState.APPROVED);
            record(interview, "INTERVIEW_APPROVED", "批准约谈");
        } else {
            conclude(interview, InterviewState.DECLINED);
            record(interview, "INTERVIEW_DECLINED", "不予约谈，理由：" + approval.opinion());
        }
    }

    /** 约谈通知: invites the addressee or a unit of its district. */
    public void notifyInterviewee(String id, InterviewNotice notice, String person) {
        var interview = at(id, InterviewState.APPROVED);
        notice.check(today());
        requireInvitable(interview, notice.intervieweeUnit());
        repository.add(id, notice, by(person));
        move(interview, InterviewState.NOTIFIED);
        var dayOff = workingDays.isWorkingDay(notice.meetingDate()) ? "" : "（提示：该日不是工作日）";
        record(
                interview,
                "INTERVIEW_NOTICE_SENT",
                "向" + organisations.get(notice.intervieweeUnit()).name() + "发出约谈通知，定于 " + notice.meetingDate() + " 在"
                        + notice.place() + "约谈" + dayOff);
    }

    /** 约谈并记录: records the meeting with its persons, minutes and demands. */
    public void hold(String id, InterviewMeeting meeting, String person) {
        var interview = at(id, InterviewState.NOTIFIED);
        meeting.check(dayOf(repository.notifiedAt(id).orElse(clock.instant())), today());
        meetings.add(id, meeting, by(person));
        move(interview, InterviewState.HELD);
        record(
                interview,
                "INTERVIEW_HELD",
                meeting.heldOn() + " 召开约谈会，被约谈 " + meeting.interviewees() + " 人次，已形成书面记录并提出整改要求");
        events.publishEvent(new InterviewHeld(id, interview.orderId(), meeting.heldOn(), meeting.interviewees()));
    }

    /** 下达约谈整改期限: the day set at the meeting, else the term of the decision table; answers its 24:00. */
    public Instant openRectification(String id) {
        var interview = at(id, InterviewState.HELD);
        var meeting = meetingOf(id);
        var kind = DeadlineKind.INTERVIEW_RECTIFICATION;
        var due = meeting.rectificationDue();
        var deadline = due == null
                ? deadlines.open(id, null, kind, meeting.heldOn())
                : deadlines.openUntil(id, null, kind, meeting.heldOn(), due);
        record(interview, "INTERVIEW_RECTIFICATION_DEMANDED", "下达约谈整改期限，" + deadline.due() + " 24:00 到期");
        return deadline.dueAt();
    }

    /** 通报党委政府: without it the interview goes no further (INV-16). */
    public void reportToPartyAndGovernment(String id, PartyReport report, String person) {
        var interview = at(id, InterviewState.HELD);
        report.check(meetingOf(id).heldOn(), today());
        repository.add(id, report, by(person));
        move(interview, InterviewState.RECTIFYING);
        record(interview, "INTERVIEW_REPORTED", report.sentOn() + " 以《" + report.documentTitle() + "》将约谈情况通报党委、政府");
    }

    /** 报送约谈整改: the interviewed side reports what it has put right. */
    public void submitRectification(String id, InterviewRectification rectification, String person) {
        var interview = at(id, InterviewState.RECTIFYING);
        rectification.check();
        repository.add(id, rectification, by(person));
        runningDeadline(id).ifPresent(deadline -> deadlines.meet(deadline.id(), clock.instant()));
        move(interview, InterviewState.FOLLOW_UP);
        record(interview, "INTERVIEW_RECTIFICATION_SUBMITTED", "报送约谈整改情况");
    }

    /** 记约谈整改逾期: the day has passed without a report; the office looks for itself. */
    public void recordOverdue(String id) {
        var interview = at(id, InterviewState.RECTIFYING);
        move(interview, InterviewState.FOLLOW_UP);
        record(interview, "INTERVIEW_RECTIFICATION_OVERDUE", "约谈整改期限届满，未报送整改情况，记逾期");
    }

    /** 跟踪核实: whether the demands were met; if not, {@link #recordUnresolved} follows. */
    public void followUp(String id, InterviewFollowUp followUp, String person) {
        var interview = at(id, InterviewState.FOLLOW_UP);
        requireReported(id);
        followUp.check(meetingOf(id).heldOn(), today());
        repository.add(id, followUp, by(person));
        record(interview, "INTERVIEW_FOLLOWED_UP", "跟踪核实约谈整改：" + (followUp.resolved() ? "整改到位" : "整改不到位"));
        if (followUp.resolved()) {
            runningDeadline(id).ifPresent(deadline -> deadlines.meet(deadline.id(), clock.instant()));
            conclude(interview, InterviewState.RESOLVED);
            events.publishEvent(new InterviewConcluded(id, interview.orderId(), true));
        }
    }

    /** 登记整改不力: ends the interview; the order goes on to accountability (H22). */
    public void recordUnresolved(String id) {
        var interview = at(id, InterviewState.FOLLOW_UP);
        deadlines.cancelAll(id);
        conclude(interview, InterviewState.UNRESOLVED);
        record(interview, "INTERVIEW_UNRESOLVED", "约谈后整改不力，已登记");
        events.publishEvent(new InterviewConcluded(id, interview.orderId(), false));
    }

    /** Whether an interview of this order is under way. */
    @Transactional(readOnly = true)
    public boolean isOpen(String orderId) {
        return repository.ofOrder(orderId).stream()
                .anyMatch(each -> each.state().isOpen());
    }

    /** Whether the last interview of this order that was held to its end led to nothing (H22). */
    @Transactional(readOnly = true)
    public boolean concludedUnresolved(String orderId) {
        return repository.ofOrder(orderId).stream()
                .map(Interview::state)
                .filter(state -> state == InterviewState.RESOLVED || state == InterviewState.UNRESOLVED)
                .reduce((earlier, later) -> later)
                .filter(state -> state == InterviewState.UNRESOLVED)
                .isPresent();
    }

    /** The interviews of an order, the oldest first. */
    @Transactional(readOnly = true)
    public List<InterviewSummary> ofOrder(String orderId) {
        return repository.ofOrder(orderId).stream().map(InterviewSummary::of).toList();
    }

    /** Everything about one interview; refuses (404) an unknown one. */
    @Transactional(readOnly = true)
    public InterviewDossier dossier(String id) {
        return new InterviewDossiers(repository, meetings, organisations).of(get(id));
    }

    /** The interview itself; refuses (404) an unknown one. */
    @Transactional(readOnly = true)
    Interview get(String id) {
        return repository.find(id).orElseThrow(() -> Refusal.notFound("没有这次约谈。", "There is no such interview."));
    }

    private Interview at(String id, InterviewState expected) {
        var interview = get(id);
        interview.require(expected);
        return interview;
    }

    private void requireInvitable(Interview interview, String unit) {
        organisations.require("intervieweeUnit", unit);
        if (!unit.equals(interview.addresseeUnit()) && !organisations.isWithin(unit, interview.districtUnit())) {
            throw Refusal.of(
                    "intervieweeUnit",
                    "interviewee-unit",
                    "A41",
                    "只能约谈被督办单位或其辖区内的单位，请重新选择被约谈单位。",
                    "Only the addressee or a unit of its district can be interviewed; choose another unit.");
        }
    }

    private void requireReported(String id) {
        if (repository.partyReport(id).isEmpty()) {
            throw Refusal.of(
                    "result",
                    "reported-to-party-and-government",
                    "INV-16",
                    "约谈情况尚未通报党委政府，请先办理通报再跟踪核实。",
                    "Report the interview to party committee and government first.");
        }
    }

    private InterviewMeeting meetingOf(String id) {
        return meetings.find(id).orElseThrow(() -> new IllegalStateException("interview " + id + " has no meeting"));
    }

    private Optional<Deadline> runningDeadline(String id) {
        return deadlines.find(id, null, DeadlineKind.INTERVIEW_RECTIFICATION);
    }

    private void move(Interview interview, InterviewState to) {
        if (!repository.move(interview.id(), interview.state(), to)) {
            get(interview.id()).require(interview.state());
        }
    }

    private void conclude(Interview interview, InterviewState end) {
        if (!repository.conclude(interview.id(), interview.state(), end, clock.instant())) {
            get(interview.id()).require(interview.state());
        }
    }

    private void record(Interview interview, String action, String sentence) {
        audit.record(interview.id(), action, sentence);
        audit.record(interview.orderId(), action, "约谈：" + sentence);
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
