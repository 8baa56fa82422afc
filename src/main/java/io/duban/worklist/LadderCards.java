package io.duban.worklist;

import io.duban.accountability.Accountabilities;
import io.duban.calendar.Deadline;
import io.duban.calendar.Deadlines;
import io.duban.interview.Interviews;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The cards of many interviews (约谈) and accountability cases (问责) at once, with one query for each table. */
@Component
class LadderCards {

    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final Clock clock;

    LadderCards(
            Interviews interviews,
            Accountabilities accountabilities,
            Deadlines deadlines,
            Organisations organisations,
            Clock clock) {
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** By task id the cards of those whose case is an interview or an accountability case. */
    Map<String, Card> of(Collection<CaseTask> tasks) {
        Set<String> ids = tasks.stream().map(CaseTask::caseId).collect(Collectors.toSet());
        Map<String, Heading> headings = headings(ids);
        if (headings.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Deadline>> open = deadlines.openOf(headings.keySet());
        LocalDate today = LocalDate.now(clock);
        Map<String, Card> cards = new HashMap<>();
        tasks.forEach(task -> {
            Heading heading = headings.get(task.caseId());
            if (heading != null) {
                cards.put(task.taskId(), card(heading, open.getOrDefault(task.caseId(), List.of()), today));
            }
        });
        return cards;
    }

    private Card card(Heading heading, List<Deadline> open, LocalDate today) {
        return Card.of(
                heading.number(),
                heading.title(),
                organisations.find(heading.unit()).map(Unit::name).orElse(heading.unit()),
                heading.kindLabel(),
                heading.state(),
                heading.stateLabel(),
                open,
                today);
    }

    private Map<String, Heading> headings(Set<String> ids) {
        Map<String, Heading> found = new HashMap<>();
        interviews
                .headings(ids)
                .forEach(each -> found.put(
                        each.id(),
                        new Heading(
                                each.number(),
                                each.title(),
                                each.addresseeUnit(),
                                "约谈",
                                each.state().name(),
                                each.stateLabel())));
        accountabilities
                .headings(ids)
                .forEach(each -> found.put(
                        each.id(),
                        new Heading(
                                each.number(),
                                each.title(),
                                each.addresseeUnit(),
                                "问责",
                                each.state().name(),
                                each.stateLabel())));
        return found;
    }

    /** What the card of either kind says. */
    private record Heading(
            String number, String title, String unit, String kindLabel, String state, String stateLabel) {}
}
