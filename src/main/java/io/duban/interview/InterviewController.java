package io.duban.interview;

import io.duban.engine.Refusal;
import io.duban.organisation.People;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 约谈 over HTTP: whoever stands above the case sees it, the addressee only once it has been notified. */
@RestController
@RequestMapping("/api/interviews")
class InterviewController {

    private final Interviews interviews;
    private final InterviewCases cases;
    private final People people;

    InterviewController(Interviews interviews, InterviewCases cases, People people) {
        this.interviews = interviews;
        this.cases = cases;
        this.people = people;
    }

    @GetMapping
    List<InterviewSummary> ofOrder(@RequestParam String order) {
        return cases.ofOrder(order).stream()
                .filter(this::isVisible)
                .map(InterviewSummary::of)
                .toList();
    }

    @GetMapping("/{id}")
    InterviewDossier one(@PathVariable String id) {
        if (!isVisible(cases.get(id))) {
            throw Refusal.notFound("没有这次约谈。", "There is no such interview.");
        }
        return interviews.dossier(id);
    }

    private boolean isVisible(Interview interview) {
        return people.sees(interview.issuerUnit())
                || (interview.isAnnounced() && people.sees(interview.addresseeUnit()));
    }
}
