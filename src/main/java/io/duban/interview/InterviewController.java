package io.duban.interview;

import io.duban.casework.Place;
import io.duban.casework.TypedCommands;
import io.duban.engine.Refusal;
import io.duban.engine.StandingAside;
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

/** 约谈 over HTTP: the issuing unit and those above it see an interview, a party what it was told. */
@RestController
@RequestMapping("/api/interviews")
class InterviewController {

    private final Interviews interviews;
    private final InterviewEndings endings;
    private final InterviewCases cases;
    private final TypedCommands typed;
    private final People people;
    private final StandingAside aside;

    InterviewController(
            Interviews interviews,
            InterviewEndings endings,
            InterviewCases cases,
            TypedCommands typed,
            People people,
            StandingAside aside) {
        this.interviews = interviews;
        this.endings = endings;
        this.cases = cases;
        this.typed = typed;
        this.people = people;
        this.aside = aside;
    }

    @GetMapping
    List<InterviewSummary> ofOrder(@RequestParam String order) {
        if (aside.isAside(order)) {
            return List.of();
        }
        boolean above = cases.ofOrder(order).stream().anyMatch(this::isAbove)
                && cases.ofOrder(order).stream().noneMatch(each -> aside.isAside(each.id()));
        return above ? interviews.ofOrder(order) : interviews.toldOfOrder(order);
    }

    @GetMapping("/{id}")
    InterviewDossier one(@PathVariable String id) {
        Interview interview = cases.get(id);
        return isAbove(interview) && !aside.isAside(id)
                ? interviews.dossier(id)
                : interviews.toldTo(id).orElseThrow(() -> unknownTo(id));
    }

    /** 终止约谈, once the order it rests on has ended early: {@code reason}. */
    @PostMapping("/{id}/ending")
    InterviewDossier end(@PathVariable String id, @RequestBody Map<String, Object> body) {
        if (!isAbove(cases.get(id)) && interviews.toldTo(id).isEmpty()) {
            throw unknownTo(id);
        }
        Fields fields = Fields.of(body, InterviewDirectSteps.ENDING_FIELDS);
        typed.carryOut(
                InterviewDirectSteps.ENDING,
                fields,
                () -> {
                    endings.end(id, fields.text("reason"));
                    return id;
                },
                Place::of);
        return interviews.dossier(id);
    }

    private boolean isAbove(Interview interview) {
        return people.sees(interview.issuerUnit());
    }

    private Refusal unknownTo(String id) {
        aside.attempted(id);
        return Refusal.notFound("没有这次约谈。", "There is no such interview.");
    }
}
