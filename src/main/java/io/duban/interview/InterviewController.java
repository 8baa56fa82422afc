package io.duban.interview;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.organisation.People;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 约谈 over HTTP: whoever stands above the case sees it, the addressee only once it has been notified. */
@RestController
@RequestMapping("/api/interviews")
class InterviewController {

    private final Interviews interviews;
    private final InterviewEndings endings;
    private final InterviewCases cases;
    private final People people;

    InterviewController(Interviews interviews, InterviewEndings endings, InterviewCases cases, People people) {
        this.interviews = interviews;
        this.endings = endings;
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
        requireVisible(id);
        return interviews.dossier(id);
    }

    /** 终止约谈, once the order it rests on has ended early: {@code reason}. */
    @PostMapping("/{id}/ending")
    InterviewDossier end(@PathVariable String id, @RequestBody Map<String, Object> body) {
        requireVisible(id);
        endings.end(id, Fields.of(body).text("reason"));
        return interviews.dossier(id);
    }

    private void requireVisible(String id) {
        if (!isVisible(cases.get(id))) {
            throw Refusal.notFound("没有这次约谈。", "There is no such interview.");
        }
    }

    private boolean isVisible(Interview interview) {
        return interview.isVisibleTo(people);
    }
}
