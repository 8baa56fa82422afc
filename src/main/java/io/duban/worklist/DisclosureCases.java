package io.duban.worklist;

import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Stage;
import io.duban.organisation.Organisations;
import io.duban.reporter.Disclosure;
import io.duban.reporter.Disclosures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The worklist's view of 举报人信息披露: who asks what for, and what became of it; never which lead or whose identity. */
@Component
class DisclosureCases implements CaseBook {

    private static final String KIND = "举报人信息披露";

    private final Disclosures disclosures;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final Names names;
    private final Clock clock;

    DisclosureCases(
            Disclosures disclosures, Deadlines deadlines, Organisations organisations, Names names, Clock clock) {
        this.disclosures = disclosures;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public boolean knows(String caseId) {
        return disclosures.find(caseId).isPresent();
    }

    @Override
    public Optional<Stage> stageOf(String caseId) {
        return disclosures.find(caseId).map(Disclosure::state);
    }

    @Override
    public Card card(String caseId, @Nullable String subjectId, String taskKey) {
        Disclosure found = disclosures.find(caseId).orElseThrow();
        return Card.of(
                null,
                title(found),
                unit(found.requesterUnit()),
                KIND,
                found.state().name(),
                found.state().label(),
                deadlines.openOf(List.of(caseId)).getOrDefault(caseId, List.of()),
                LocalDate.now(clock));
    }

    @Override
    public Dossier dossier(String caseId) {
        Disclosure found = disclosures.find(caseId).orElseThrow();
        return new Dossier(
                caseId,
                "DISCLOSURE",
                KIND,
                null,
                title(found),
                found.state().name(),
                found.state().label(),
                List.of(
                        new Dossier.Fact("申请单位", unit(found.requesterUnit())),
                        new Dossier.Fact("用途", found.purpose().label()),
                        new Dossier.Fact("审批单位", unit(found.custodianUnit()))),
                List.of(),
                List.of(),
                steps(found));
    }

    private List<Dossier.Step> steps(Disclosure found) {
        List<Dossier.Step> steps = new ArrayList<>();
        steps.add(step(found.requestedAt(), found.requester(), "申请披露"));
        found.decidedAt()
                .ifPresent(at -> steps.add(step(
                        at,
                        found.decidedBy().orElse("system"),
                        found.viewUntil().isPresent() ? "批准披露" : "不予披露")));
        found.viewedAt().ifPresent(at -> steps.add(step(at, found.requester(), "查看一次")));
        return steps;
    }

    private Dossier.Step step(Instant at, String actor, String sentence) {
        return new Dossier.Step(at.atZone(WorkingDays.ZONE).toOffsetDateTime(), names.of(actor), sentence);
    }

    private String unit(String code) {
        return organisations.get(code).name();
    }

    private static String title(Disclosure found) {
        return KIND + "（" + found.purpose().label() + "）";
    }
}
