package io.duban.rectification;

import static io.duban.rectification.RectificationVariables.NEW_PROBLEM;
import static io.duban.rectification.RectificationVariables.RELAPSED;
import static io.duban.rectification.RectificationVariables.SIGNED_OFF;
import static io.duban.rectification.RectificationVariables.VERIFIED;

import io.duban.evidence.EvidenceFiles;
import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import io.duban.rectification.LookBacks.Recheck;
import io.duban.rectification.RectificationRepository.Plan;
import io.duban.rectification.Rectifications.Check;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The forms of rectification.bpmn and look-back.bpmn. */
@Component
class RectificationForms implements FormDesk {

    private final Rectifications rectifications;
    private final LookBacks lookBacks;
    private final OrderHeadline orders;
    private final EvidenceFiles evidence;
    private final Clock clock;

    RectificationForms(
            Rectifications rectifications,
            LookBacks lookBacks,
            OrderHeadline orders,
            EvidenceFiles evidence,
            Clock clock) {
        this.evidence = evidence;
        this.rectifications = rectifications;
        this.lookBacks = lookBacks;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of("userTask_planRectification", "plan-rectification", this::problem, this::plan),
                FormBinding.of("userTask_rectify", "rectify", this::problem, this::rectify),
                FormBinding.of("userTask_verifyRectification", "verify-rectification", this::problem, this::verify),
                FormBinding.of("userTask_signOffProblem", "sign-off-problem", this::problem, this::signOff),
                FormBinding.of("userTask_lookBack", "look-back", this::signedOff, this::lookBack));
    }

    private Map<String, Object> problem(Situation at) {
        Problem problem = rectifications.get(at.subject());
        Map<String, Object> shown = new LinkedHashMap<>(orders.of(problem.orderId()));
        shown.put("problemSeq", problem.seq());
        shown.put("problemCategory", problem.category().label());
        shown.put("problemText", problem.description());
        shown.put("problemRequirement", problem.requirement() == null ? "" : problem.requirement());
        shown.put("problemRound", problem.round());
        shown.put("returnReason", problem.returnReason() == null ? "" : problem.returnReason());
        rectifications
                .running(at.subject())
                .ifPresent(open -> shown.put("deadline", open.explain(LocalDate.now(clock))));
        rectifications.planOf(at.subject()).ifPresent(plan -> {
            shown.put("planMeasures", plan.measures());
            shown.put("planResponsible", plan.responsible());
            shown.put("planUntil", plan.until().toString());
        });
        shown.put("statements", problem.state() == ProblemState.RECTIFYING ? List.of() : proofs(at.subject()));
        return shown;
    }

    /** 四组举证, once sign-off is asked for: each group with its statement and its files, or what it lacks. */
    private List<Map<String, Object>> proofs(String problemId) {
        List<Statement> stated = rectifications.statements(problemId);
        Map<String, Long> files = evidence.countsOf(problemId);
        return Stream.of(EvidenceGroup.values())
                .map(group -> proof(
                        group,
                        stated.stream().filter(each -> each.group() == group).findFirst(),
                        files.getOrDefault(group.name(), 0L)))
                .toList();
    }

    private static Map<String, Object> proof(EvidenceGroup group, Optional<Statement> stated, long files) {
        return Map.of(
                "group", group.label(),
                "text", stated.map(Statement::text).orElse("缺说明"),
                "date", stated.map(each -> each.doneOn().toString()).orElse(""),
                "person", stated.map(Statement::person).orElse(""),
                "files", files == 0 ? "缺附件" : files + " 个");
    }

    private Flags plan(Situation at, Fields fields) {
        rectifications.plan(
                at.subject(),
                new Plan(fields.text("measuresPlanned"), fields.text("responsible"), fields.date("plannedUntil")),
                at.person());
        return Flags.none();
    }

    private Flags rectify(Situation at, Fields fields) {
        LocalDate today = LocalDate.now(clock);
        LocalDate issued = orders.issuedOn(at.caseId()).orElse(today);
        rectifications.requestSignOff(at.subject(), Statement.ofEveryGroup(fields, issued, today), at.person());
        return Flags.none();
    }

    private Flags verify(Situation at, Fields fields) {
        Check check = check(fields);
        rectifications.verify(at.subject(), check, at.person());
        return Flags.of(VERIFIED, check.passed());
    }

    private Flags signOff(Situation at, Fields fields) {
        Check check = check(fields);
        rectifications.signOff(at.subject(), check, at.person());
        return Flags.of(SIGNED_OFF, check.passed());
    }

    private static Check check(Fields fields) {
        return new Check(
                fields.either("result", "PASSED", "FAILED"),
                fields.option("method", CheckMethod.class),
                fields.text("note"),
                fields.optionalDate("newDue"));
    }

    private Map<String, Object> signedOff(Situation at) {
        Map<String, Object> shown = new LinkedHashMap<>(orders.of(at.caseId()));
        shown.put(
                "problems",
                lookBacks.signedOff(at.caseId()).stream()
                        .map(each -> Map.of(
                                "ref", String.valueOf(each.seq()),
                                "description", each.description(),
                                "requirementShown", each.requirement() == null ? "" : each.requirement()))
                        .toList());
        shown.put("categories", ProblemCategory.options());
        return shown;
    }

    private Flags lookBack(Situation at, Fields fields) {
        List<Recheck> rechecks = fields.rows("problems").stream()
                .map(row ->
                        new Recheck(row.number("ref"), row.either("result", "HOLDING", "RELAPSED"), row.text("note")))
                .toList();
        List<Finding> fresh = fields.rows("newProblems").stream()
                .filter(row -> !row.isBlank())
                .map(RectificationForms::fresh)
                .toList();
        var outcome =
                lookBacks.record(at.caseId(), rechecks, fresh, fields.option("method", CheckMethod.class), at.person());
        return Flags.of(RELAPSED, outcome.relapsed()).and(NEW_PROBLEM, outcome.newProblem());
    }

    private static Finding fresh(Fields row) {
        return new Finding(
                0,
                true,
                row.option("newCategory", ProblemCategory.class),
                row.text("newDescription"),
                row.text("newRequirement"),
                row.optionalDate("newDue").orElse(null));
    }
}
