package io.duban.interview;

import io.duban.interview.InterviewDossier.Fact;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts an interview and its steps into words (约谈案情), in the order in which they happened. */
final class InterviewDossiers {

    private final InterviewSteps steps;
    private final Organisations organisations;

    InterviewDossiers(InterviewSteps steps, Organisations organisations) {
        this.steps = steps;
        this.organisations = organisations;
    }

    InterviewDossier of(Interview interview) {
        return new InterviewDossier(
                interview.id(),
                interview.orderId(),
                interview.orderNumber(),
                interview.title(),
                interview.state(),
                interview.state().label(),
                facts(interview),
                steps.attendees(interview.id()));
    }

    /** What a party was told: the notice, the meeting, what is demanded until when, its own report, how it ended. */
    InterviewDossier told(InterviewParties.Told told, Optional<LocalDate> due) {
        Interview interview = told.interview();
        return new InterviewDossier(
                interview.id(),
                interview.orderId(),
                interview.orderNumber(),
                told.title(),
                interview.state(),
                interview.state().labelToParties(),
                toldFacts(told, due),
                steps.attendees(interview.id()));
    }

    private List<Fact> toldFacts(InterviewParties.Told told, Optional<LocalDate> due) {
        Interview interview = told.interview();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("督办编号", interview.orderNumber()));
        facts.add(new Fact("约谈单位", name(interview.issuerUnit())));
        facts.add(new Fact("约谈情形", InterviewReason.labels(interview.reasons())));
        notice(interview.id(), facts);
        steps.meeting(interview.id()).ifPresent(meeting -> meeting(meeting, facts));
        due.ifPresent(day -> facts.add(new Fact("整改期限", day.toString())));
        if (told.answers()) {
            rectification(interview.id(), facts);
        }
        if (!interview.state().isOpen()) {
            steps.followUp(interview.id()).ifPresent(followUp -> facts.add(result(followUp)));
        }
        return List.copyOf(facts);
    }

    private List<Fact> facts(Interview interview) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("督办编号", interview.orderNumber()));
        facts.add(new Fact("约谈单位", name(interview.issuerUnit())));
        facts.add(new Fact("主送单位", name(interview.addresseeUnit())));
        facts.add(new Fact("约谈情形", InterviewReason.labels(interview.reasons())));
        facts.add(new Fact("提请依据", interview.basis()));
        if (interview.orderEnd() != null) {
            facts.add(new Fact("督办单现状", "已" + interview.orderEnd() + "，约谈可由发文单位督导办终止"));
        }
        before(interview.id(), facts);
        steps.meeting(interview.id()).ifPresent(meeting -> meeting(meeting, facts));
        after(interview.id(), facts);
        return List.copyOf(facts);
    }

    private void before(String id, List<Fact> facts) {
        steps.approval(id).ifPresent(approval -> {
            facts.add(new Fact("呈批结果", approval.approved() ? "批准约谈" : "不予约谈"));
            if (!approval.opinion().isEmpty()) {
                facts.add(new Fact("呈批意见", approval.opinion()));
            }
        });
        notice(id, facts);
    }

    private void notice(String id, List<Fact> facts) {
        steps.notice(id).ifPresent(notice -> {
            facts.add(new Fact("被约谈单位", name(notice.intervieweeUnit())));
            facts.add(new Fact("通知的约谈时间", notice.meetingDate().toString()));
            facts.add(new Fact("约谈地点", notice.place()));
            facts.add(new Fact("通知内容", notice.text()));
        });
    }

    private static void meeting(InterviewMeeting meeting, List<Fact> facts) {
        facts.add(new Fact("约谈日期", meeting.heldOn().toString()));
        facts.add(new Fact("约谈人次", meeting.interviewees() + " 人次"));
        facts.add(new Fact("约谈记录", meeting.record()));
        facts.add(new Fact("整改要求", meeting.demands()));
    }

    private void after(String id, List<Fact> facts) {
        steps.partyReport(id).ifPresent(report -> {
            facts.add(new Fact("通报文件", "《" + report.documentTitle() + "》，" + report.sentOn()));
            facts.add(new Fact("通报对象", recipients(report)));
        });
        rectification(id, facts);
        steps.followUp(id).ifPresent(followUp -> {
            facts.add(result(followUp));
            facts.add(new Fact("核实情况", followUp.reason()));
        });
    }

    private void rectification(String id, List<Fact> facts) {
        steps.rectification(id).ifPresent(done -> {
            facts.add(new Fact("整改措施", done.measures()));
            facts.add(new Fact("整改结果", done.results()));
        });
    }

    private static Fact result(InterviewFollowUp followUp) {
        return new Fact("核实结果", followUp.resolved() ? "整改到位" : "整改不到位");
    }

    private static String recipients(PartyReport report) {
        return report.recipients().stream()
                .sorted()
                .map(PartyReportRecipient::label)
                .collect(Collectors.joining("、"));
    }

    private String name(String code) {
        return organisations.find(code).map(Unit::name).orElse(code);
    }
}
