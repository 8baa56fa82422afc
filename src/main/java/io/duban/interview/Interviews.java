package io.duban.interview;

import io.duban.calendar.WorkingDays;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private final InterviewCases cases;
    private final InterviewSteps steps;
    private final InterviewPapers papers;
    private final InterviewRectifications rectifications;
    private final InterviewParties parties;
    private final InterviewProcess process;
    private final WorkingDays workingDays;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Interviews(
            InterviewCases cases,
            InterviewSteps steps,
            InterviewPapers papers,
            InterviewRectifications rectifications,
            InterviewParties parties,
            InterviewProcess process,
            WorkingDays workingDays,
            Organisations organisations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.steps = steps;
        this.papers = papers;
        this.rectifications = rectifications;
        this.parties = parties;
        this.process = process;
        this.workingDays = workingDays;
        this.organisations = organisations;
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
        if (isOpen(proposal.orderId()) || !cases.open(interview)) {
            return Optional.empty();
        }
        cases.record(interview, "INTERVIEW_PROPOSED", "提请约谈，情形：" + InterviewReason.labels(interview.reasons()));
        process.proposed(interview, organisations.get(interview.addresseeUnit()).headGroup());
        return Optional.of(interview.id());
    }

    /** 呈批: approves the interview or declines it with a reason. */
    public void approve(String id, InterviewApproval approval, String person) {
        var interview = cases.at(id, InterviewState.PROPOSED);
        approval.check();
        steps.add(id, approval, by(person));
        if (approval.approved()) {
            cases.move(interview, InterviewState.APPROVED);
            cases.record(interview, "INTERVIEW_APPROVED", "批准约谈");
        } else {
            cases.conclude(interview, InterviewState.DECLINED);
            cases.record(interview, "INTERVIEW_DECLINED", "不予约谈");
        }
    }

    /** 约谈通知: invites the addressee or a unit of its district. */
    public void notifyInterviewee(String id, InterviewNotice notice, String person) {
        var interview = cases.at(id, InterviewState.APPROVED);
        notice.check(today());
        requireInvitable(interview, notice.intervieweeUnit());
        steps.add(id, notice, by(person));
        cases.move(interview, InterviewState.NOTIFIED);
        papers.notifyInterviewee(interview, notice);
        var dayOff = workingDays.isWorkingDay(notice.meetingDate()) ? "" : "（提示：该日不是工作日）";
        cases.record(
                interview,
                "INTERVIEW_NOTICE_SENT",
                "向" + organisations.get(notice.intervieweeUnit()).name() + "发出约谈通知，定于 " + notice.meetingDate() + " 在"
                        + notice.place() + "约谈" + dayOff);
    }

    /** 约谈并记录: records the meeting with its persons, minutes and demands. */
    public void hold(String id, InterviewMeeting meeting, String person) {
        var interview = cases.at(id, InterviewState.NOTIFIED);
        meeting.check(dayOf(steps.notifiedAt(id).orElse(clock.instant())), today());
        steps.add(id, meeting, by(person));
        cases.move(interview, InterviewState.HELD);
        cases.record(
                interview,
                "INTERVIEW_HELD",
                meeting.heldOn() + " 召开约谈会，被约谈 " + meeting.interviewees() + " 人次，已形成书面记录并提出整改要求");
        events.publishEvent(new InterviewHeld(id, interview.orderId(), meeting.heldOn(), meeting.interviewees()));
    }

    /** 通报党委政府: without it nothing is followed up and the interview does not end (INV-16). */
    public void reportToPartyAndGovernment(String id, PartyReport report, String person) {
        var interview = cases.at(id, InterviewState.HELD);
        report.check(steps.heldMeeting(id).heldOn(), today());
        steps.add(id, report, by(person));
        cases.move(interview, rectifications.isOver(id) ? InterviewState.FOLLOW_UP : InterviewState.RECTIFYING);
        papers.bulletin(interview, report, rectifications.due(id));
        cases.record(
                interview, "INTERVIEW_REPORTED", report.sentOn() + " 以《" + report.documentTitle() + "》将约谈情况通报党委、政府");
    }

    /** Whether an interview of this order is under way. */
    @Transactional(readOnly = true)
    public boolean isOpen(String orderId) {
        return standing(orderId).open();
    }

    /** Whether the last interview of this order that was held to its end led to nothing (H22). */
    @Transactional(readOnly = true)
    public boolean concludedUnresolved(String orderId) {
        return standing(orderId).unresolvedAfter(Instant.EPOCH);
    }

    /** The interviews of an order, the oldest first. */
    @Transactional(readOnly = true)
    public List<InterviewSummary> ofOrder(String orderId) {
        return standing(orderId).held();
    }

    /** By order how many interviews were held (约谈次数). */
    @Transactional(readOnly = true)
    public Map<String, Integer> heldOf(Collection<String> orderIds) {
        return cases.heldOf(orderIds);
    }

    /** How the interviews of an order stand. */
    @Transactional(readOnly = true)
    public InterviewStanding standing(String orderId) {
        return InterviewStanding.of(cases.ofOrder(orderId));
    }

    /** Between whom an interview takes place, if there is one of this id. */
    @Transactional(readOnly = true)
    public Optional<InterviewSides> sides(String id) {
        return cases.find(id).map(found -> {
            Set<String> interviewed = new HashSet<>(Set.of(found.addresseeUnit()));
            steps.notice(id).map(InterviewNotice::intervieweeUnit).ifPresent(interviewed::add);
            return new InterviewSides(found.orderId(), found.issuerUnit(), interviewed);
        });
    }

    /** Between whom the open interviews are that one of these orders led to or that one of these units is a party of. */
    @Transactional(readOnly = true)
    public Map<String, InterviewSides> open(Collection<String> orders, Collection<String> units) {
        return cases.open(orders, units).stream()
                .collect(Collectors.toMap(id -> id, id -> sides(id).orElseThrow()));
    }

    /** Those of the given cases that are known, as lists show them. */
    @Transactional(readOnly = true)
    public List<InterviewHeading> headings(Collection<String> ids) {
        return cases.all(ids).stream().map(InterviewHeading::of).toList();
    }

    /** Everything about one interview, if there is one of this id. */
    @Transactional(readOnly = true)
    public Optional<InterviewDossier> find(String id) {
        return cases.find(id).map(found -> new InterviewDossiers(steps, organisations).of(found));
    }

    /** Everything about one interview; refuses (404) an unknown one. */
    @Transactional(readOnly = true)
    public InterviewDossier dossier(String id) {
        return new InterviewDossiers(steps, organisations).of(cases.get(id));
    }

    /** Of one interview what the units of the person asking were told; empty if they were not. */
    @Transactional(readOnly = true)
    public Optional<InterviewDossier> toldTo(String id) {
        return cases.find(id).flatMap(parties::told).map(parties::dossier);
    }

    /** The interviews of an order of which the units of the person asking were told, the oldest first. */
    @Transactional(readOnly = true)
    public List<InterviewSummary> toldOfOrder(String orderId) {
        return cases.ofOrder(orderId).stream()
                .flatMap(each -> parties.told(each).stream())
                .map(parties::summary)
                .toList();
    }

    /** The newest interviews of which the units of the person asking were told, at most so many. */
    @Transactional(readOnly = true)
    public List<InterviewHeading> told(int most) {
        return parties.headings(most);
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
        if (organisations.isWithin(interview.issuerUnit(), unit)) {
            throw Refusal.of(
                    "intervieweeUnit",
                    "interviewee-is-interviewer",
                    "INV-05；A41",
                    "约谈单位不得约谈本单位或其上级，请另选被约谈单位，或报请上一级约谈。",
                    "A unit cannot interview itself or a unit above it; choose another unit or ask the next level up.");
        }
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
