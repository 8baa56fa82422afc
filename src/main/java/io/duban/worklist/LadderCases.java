package io.duban.worklist;

import io.duban.accountability.Accountabilities;
import io.duban.accountability.AccountabilityDossier;
import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Stage;
import io.duban.interview.InterviewDossier;
import io.duban.interview.Interviews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The worklist's view of interviews (约谈) and accountability cases (问责). */
@Component
class LadderCases implements CaseBook {

    private static final int LONGEST_TIMELINE = 500;

    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final LadderCards cards;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Names names;
    private final Clock clock;

    LadderCases(
            Interviews interviews,
            Accountabilities accountabilities,
            LadderCards cards,
            Deadlines deadlines,
            AuditTrail audit,
            Names names,
            Clock clock) {
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.cards = cards;
        this.deadlines = deadlines;
        this.audit = audit;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public boolean knows(String caseId) {
        return sheet(caseId).isPresent();
    }

    @Override
    public Optional<Stage> stageOf(String caseId) {
        return sheet(caseId).map(Sheet::stage);
    }

    @Override
    public Card card(String caseId, @Nullable String subjectId, String taskKey) {
        return Objects.requireNonNull(cards.of(List.of(new CaseTask(caseId, taskKey, caseId, subjectId)))
                .get(caseId));
    }

    @Override
    public Map<String, Card> cards(Collection<CaseTask> tasks) {
        return cards.of(tasks);
    }

    @Override
    public Dossier dossier(String caseId) {
        Sheet sheet = sheet(caseId).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        return new Dossier(
                caseId,
                sheet.kind(),
                sheet.kindLabel(),
                sheet.number(),
                sheet.title(),
                sheet.stage().name(),
                sheet.stage().label(),
                sheet.facts(),
                deadlines.of(caseId).stream().map(each -> term(each, today)).toList(),
                List.of(),
                audit.of(caseId, LONGEST_TIMELINE).stream()
                        .map(each -> new Dossier.Step(
                                each.at().atZone(WorkingDays.ZONE).toOffsetDateTime(),
                                names.of(each.actor()),
                                each.sentence()))
                        .toList());
    }

    static Dossier.Term term(Deadline each, LocalDate today) {
        return new Dossier.Term(
                each.kind().chinese() + "期限",
                null,
                each.startDate(),
                each.due(),
                each.provisional(),
                each.status().name(),
                each.status().chinese(),
                each.overdueWorkingDays(today),
                null,
                null,
                each.closedAt()
                        .map(at -> LocalDate.ofInstant(at, WorkingDays.ZONE))
                        .orElse(null),
                each.explain(today),
                List.of(),
                List.of());
    }

    private Optional<Sheet> sheet(String caseId) {
        return interviews
                .find(caseId)
                .map(LadderCases::interview)
                .or(() -> accountabilities.find(caseId).map(LadderCases::accountability));
    }

    private static Sheet interview(InterviewDossier found) {
        List<Dossier.Fact> facts = found.facts().stream()
                .map(each -> new Dossier.Fact(each.label(), each.value()))
                .collect(Collectors.toCollection(ArrayList::new));
        found.attendees()
                .forEach(each -> facts.add(new Dossier.Fact(
                        each.role().label(), each.name() + "（" + each.unit() + " " + each.post() + "）")));
        return new Sheet("INTERVIEW", "约谈", found.number(), found.title(), found.state(), facts);
    }

    private static Sheet accountability(AccountabilityDossier found) {
        List<Dossier.Fact> facts = found.facts().stream()
                .map(each -> new Dossier.Fact(each.label(), each.value()))
                .collect(Collectors.toCollection(ArrayList::new));
        found.subjects()
                .forEach(each -> facts.add(new Dossier.Fact(
                        "问责对象", each.name() + "（" + each.kind() + "，" + each.severity() + "）" + each.sanctions())));
        return new Sheet("ACCOUNTABILITY", "问责", found.number(), found.title(), found.state(), facts);
    }

    /** What both kinds have in common. */
    private record Sheet(
            String kind, String kindLabel, String number, String title, Stage stage, List<Dossier.Fact> facts) {}
}
