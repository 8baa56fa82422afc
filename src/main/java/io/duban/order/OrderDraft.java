package io.duban.order;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.rectification.ProblemCategory;
import io.duban.rectification.ProblemDraft;
import java.util.List;
import java.util.Optional;

/** What the drafter writes (F04, F09): the fields of the paper, not yet checked for issue. */
record OrderDraft(
        Instrument instrument,
        String title,
        String addresseeUnit,
        String accusedUnit,
        Optional<String> summary,
        Optional<String> provisions,
        Optional<String> socialImpact,
        Optional<String> basis,
        Optional<String> previousOrder,
        boolean masked,
        List<ProblemDraft> problems) {

    /** @param masked whether the drafter has said that nobody who reported can be told from it; asked when it goes to be signed */
    static OrderDraft from(Fields fields, boolean masked) {
        return new OrderDraft(
                fields.option("instrument", Instrument.class),
                fields.text("title"),
                fields.text("addresseeUnit"),
                fields.optionalText("accusedUnit").orElseGet(() -> fields.text("addresseeUnit")),
                fields.optionalText("summary"),
                fields.optionalText("provisions"),
                fields.optionalText("socialImpact"),
                fields.optionalText("basis"),
                fields.optionalText("previousOrder"),
                masked,
                fields.rows("problems").stream()
                        .filter(row -> !row.isBlank())
                        .map(OrderDraft::problem)
                        .toList());
    }

    private static ProblemDraft problem(Fields row) {
        return new ProblemDraft(
                row.option("category", ProblemCategory.class),
                row.text("description"),
                row.optionalText("requirement").orElse(null),
                row.optionalDate("due").orElse(null));
    }

    /** T1: what must stand in the paper before it goes to be signed (A46–A55, B54). */
    void requireComplete() {
        requirePresent(summary, "summary", "初步调查情况");
        requirePresent(provisions, "provisions", "违反的规定");
        requirePresent(basis, "basis", "初步核查依据");
        if (problems.isEmpty()) {
            throw Refusal.of(
                    "problems",
                    "at-least-one-problem",
                    "A48、B54",
                    "督办单至少列明一个问题，请添加后再送签。",
                    "An order names at least one problem.");
        }
        for (int i = 0; i < problems.size(); i++) {
            if (!instrument.isInvestigated() && problems.get(i).requirement() == null) {
                throw Refusal.of(
                        "problems[" + i + "].requirement",
                        "requirement-per-problem",
                        "B54（附件4）",
                        "第 " + (i + 1) + " 个问题没有写整改要求；问题整改督办单和督办函须逐项写明要求和时限。",
                        "Each problem of this instrument needs its requirement.");
            }
            if (!instrument.isInvestigated() && problems.get(i).due() == null) {
                throw Refusal.of(
                        "problems[" + i + "].due",
                        "due-per-problem",
                        "B54（附件4）",
                        "第 " + (i + 1) + " 个问题没有写整改时限，请填写日期。",
                        "Each problem of this instrument needs its due date.");
            }
        }
        if (!masked) {
            throw Refusal.of(
                    "masked",
                    "masking-check",
                    "A53；INV-10",
                    "送签前须确认文稿不含举报人信息，请核对后勾选。",
                    "Confirm that the text holds nothing about the person who reported.");
        }
    }

    private static void requirePresent(Optional<String> value, String field, String label) {
        if (value.isEmpty()) {
            throw Refusal.of(
                    field, "required", "A48", "送签前须填写“" + label + "”。", field + " must be filled in before issue.");
        }
    }
}
