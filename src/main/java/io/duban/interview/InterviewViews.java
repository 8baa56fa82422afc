package io.duban.interview;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of an interview show of the case and offer for choosing, in words. */
@Component
@Transactional(readOnly = true)
class InterviewViews {

    private final InterviewCases cases;
    private final InterviewSteps steps;
    private final Deadlines deadlines;
    private final Organisations organisations;

    InterviewViews(InterviewCases cases, InterviewSteps steps, Deadlines deadlines, Organisations organisations) {
        this.cases = cases;
        this.steps = steps;
        this.deadlines = deadlines;
        this.organisations = organisations;
    }

    Map<String, Object> of(String id) {
        var interview = cases.get(id);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", interview.title());
        view.put("orderNumber", interview.orderNumber());
        view.put("issuerName", name(interview.issuerUnit()));
        view.put("addresseeName", name(interview.addresseeUnit()));
        view.put("reasons", InterviewReason.labels(interview.reasons()));
        view.put("basis", interview.basis());
        return view;
    }

    Map<String, Object> withUnits(String id) {
        var view = of(id);
        view.put("units", invitable(cases.get(id)));
        view.put("intervieweeUnit", cases.get(id).addresseeUnit());
        return view;
    }

    Map<String, Object> withNotice(String id) {
        var view = of(id);
        steps.notice(id).ifPresent(notice -> {
            view.put("intervieweeName", name(notice.intervieweeUnit()));
            view.put("place", notice.place());
            view.put("meetingDate", notice.meetingDate().toString());
        });
        return view;
    }

    Map<String, Object> withMeeting(String id) {
        var view = withNotice(id);
        var meeting = steps.heldMeeting(id);
        view.put("heldDay", meeting.heldOn().toString());
        view.put("demanded", meeting.demands());
        view.put(
                "rectificationDay",
                deadlines.of(id).stream()
                        .filter(deadline -> deadline.kind() == DeadlineKind.INTERVIEW_RECTIFICATION)
                        .map(deadline -> deadline.due().toString())
                        .findFirst()
                        .orElse(""));
        return view;
    }

    /** For the side that was interviewed: nothing of how it was proposed. */
    Map<String, Object> withDemands(String id) {
        var view = withMeeting(id);
        view.remove("basis");
        return view;
    }

    Map<String, Object> withRectification(String id) {
        var view = withMeeting(id);
        var done = steps.rectification(id);
        view.put("measures", done.map(InterviewRectification::measures).orElse("（逾期未报送）"));
        view.put("results", done.map(InterviewRectification::results).orElse("（逾期未报送）"));
        return view;
    }

    /** The addressee, its district and what lies directly below: 区、学校和培训机构 (A41); not the interviewing side. */
    private List<Map<String, String>> invitable(Interview interview) {
        var near = Stream.concat(
                Stream.of(interview.addresseeUnit(), interview.districtUnit())
                        .flatMap(code -> organisations.find(code).stream()),
                organisations.children(interview.districtUnit()).stream());
        return near.distinct()
                .filter(unit -> !organisations.isWithin(interview.issuerUnit(), unit.code()))
                .map(unit -> Map.of("label", unit.name(), "value", unit.code()))
                .toList();
    }

    private String name(String code) {
        return organisations.find(code).map(Unit::name).orElse(code);
    }
}
