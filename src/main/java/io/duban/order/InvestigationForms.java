package io.duban.order;

import static io.duban.order.InvestigationVariables.FALSIFIED;
import static io.duban.order.InvestigationVariables.RELEASED;
import static io.duban.order.InvestigationVariables.REPORT_COMPLETE;
import static io.duban.order.InvestigationVariables.SUBSTANTIATION;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import io.duban.order.ReportRepository.Stored;
import io.duban.rectification.Finding;
import io.duban.rectification.ProblemCategory;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The forms of investigation.bpmn: investigate, report, review, supplement. */
@Component
class InvestigationForms implements FormDesk {

    private final Investigations investigations;
    private final ReportRepository reports;
    private final Problems problems;
    private final OrderSheet sheet;
    private final Deadlines deadlines;
    private final Clock clock;

    InvestigationForms(
            Investigations investigations,
            ReportRepository reports,
            Problems problems,
            OrderSheet sheet,
            Deadlines deadlines,
            Clock clock) {
        this.investigations = investigations;
        this.reports = reports;
        this.problems = problems;
        this.sheet = sheet;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of("userTask_investigate", "investigate", this::working, this::investigate),
                FormBinding.of("userTask_submitReport", "submit-report", this::reading, this::submitReport),
                FormBinding.of("userTask_reviewReport", "review-report", this::reviewing, this::review),
                FormBinding.of("userTask_supplementReport", "supplement-report", this::working, this::supplement));
    }

    private Map<String, Object> base(Situation at) {
        Map<String, Object> shown = sheet.full(at.caseId());
        Stream.of(DeadlineKind.INVESTIGATION, DeadlineKind.SUPPLEMENT)
                .flatMap(kind -> deadlines.find(at.caseId(), null, kind).stream())
                .findFirst()
                .ifPresent(open -> shown.put("deadline", open.explain(LocalDate.now(clock))));
        shown.put(
                "problemTable",
                problems.of(at.caseId()).stream()
                        .map(each -> Map.of(
                                "seq",
                                each.seq(),
                                "category",
                                each.category().label(),
                                "description",
                                each.description()))
                        .toList());
        return shown;
    }

    private Map<String, Object> working(Situation at) {
        Map<String, Object> shown = base(at);
        reports.newest(at.caseId()).ifPresent(newest -> {
            shown.putAll(newest.report().fields());
            shown.put("responsible", newest.signer() == null ? "" : newest.signer());
            shown.put("returnNote", newest.returnNote() == null ? "" : newest.returnNote());
            shown.put("missing", newest.missing() == null ? "" : newest.missing());
            shown.put("reviewNoteShown", newest.reviewNote() == null ? "" : newest.reviewNote());
        });
        return shown;
    }

    private Map<String, Object> reading(Situation at) {
        Map<String, Object> shown = base(at);
        Stored newest = investigations.newest(at.caseId());
        newest.report().fields().forEach((field, text) -> shown.put(field + "Shown", text));
        shown.put("signerShown", newest.signer() == null ? "" : newest.signer());
        return shown;
    }

    private Map<String, Object> reviewing(Situation at) {
        Map<String, Object> shown = reading(at);
        shown.put(
                "problems",
                problems.of(at.caseId()).stream()
                        .map(each -> {
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("ref", String.valueOf(each.seq()));
                            row.put("description", each.description());
                            row.put("requirement", each.requirement() == null ? "" : each.requirement());
                            return row;
                        })
                        .toList());
        shown.put("categories", ProblemCategory.options());
        return shown;
    }

    private Flags investigate(Situation at, Fields fields) {
        investigations.handIn(at.caseId(), InvestigationReport.from(fields), at.person());
        return Flags.none();
    }

    private Flags submitReport(Situation at, Fields fields) {
        boolean released = fields.either("decision", "REPORT", "BACK");
        if (released) {
            investigations.report(at.caseId(), fields.text("responsible"), at.person());
        } else {
            investigations.backToTeam(at.caseId(), reason(fields));
        }
        return Flags.of(RELEASED, released);
    }

    private Flags review(Situation at, Fields fields) {
        Map<ReportPart, Boolean> sufficient = new EnumMap<>(ReportPart.class);
        for (ReportPart part : ReportPart.values()) {
            sufficient.put(part, fields.yesNo(part.field() + "Sufficient"));
        }
        ReportReview review = new ReportReview(
                sufficient,
                fields.option("substantiation", Substantiation.class),
                fields.yesNo("falsified"),
                fields.yesNo("interestSevere"),
                fields.yesNo("impactBad"),
                fields.text("reviewNote"),
                fields.rows("problems").stream()
                        .map(InvestigationForms::finding)
                        .toList());
        boolean complete = investigations.review(at.caseId(), review, at.person());
        return Flags.of(REPORT_COMPLETE, complete)
                .and(SUBSTANTIATION, review.substantiation().name())
                .and(FALSIFIED, review.falsified());
    }

    private static Finding finding(Fields row) {
        return new Finding(
                row.optionalText("ref").isPresent() ? row.number("ref") : 0,
                row.optionalText("substantiated").isPresent() ? row.either("substantiated", "YES", "NO") : null,
                row.optionalOption("category", ProblemCategory.class).orElse(null),
                row.text("description"),
                row.optionalText("requirement").orElse(null),
                row.optionalDate("due").orElse(null));
    }

    private Flags supplement(Situation at, Fields fields) {
        investigations.supplement(
                at.caseId(), InvestigationReport.from(fields), fields.optionalText("responsible"), at.person());
        return Flags.none();
    }

    private static String reason(Fields fields) {
        return fields.optionalText("reason")
                .orElseThrow(
                        () -> Refusal.of("reason", "reason-for-return", "设计", "退回调查组须写明理由。", "Say why it goes back."));
    }
}
