package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.order.Instrument;
import java.time.LocalDate;
import java.util.Optional;

/** 选定的督办方式: which paper, if any, and what it is to say; inspection and publication beside it (A22–A24). */
record Choice(
        Optional<Instrument> instrument,
        boolean covertInspection,
        boolean publication,
        Optional<String> title,
        Optional<String> problem,
        Optional<String> requirement,
        Optional<LocalDate> due,
        String reason) {

    private static final int SHORTEST_TITLE = 4;

    static Choice from(Fields fields) {
        String chosen = fields.text("instrument");
        return new Choice(
                "NONE".equals(chosen) ? Optional.empty() : Optional.of(fields.option("instrument", Instrument.class)),
                fields.yesNo("covert"),
                fields.yesNo("publish"),
                fields.optionalText("title"),
                fields.optionalText("problem"),
                fields.optionalText("requirement"),
                fields.optionalDate("due"),
                fields.text("reason"));
    }

    /** An order needs its title and its problem; a letter also what is demanded by when (B54). */
    void requireComplete() {
        if (instrument.isEmpty()) {
            return;
        }
        require(
                "title",
                "督办单标题",
                title.filter(text -> text.length() >= SHORTEST_TITLE).isPresent());
        require("problem", "问题表述", problem.isPresent());
        problem.ifPresent(text -> SummaryRules.requireNone("problem", text));
        if (instrument.get() == Instrument.RECTIFICATION_LETTER) {
            require("requirement", "整改要求", requirement.isPresent());
            require("due", "整改时限", due.isPresent());
        }
    }

    String shown() {
        return instrument.map(Instrument::label).orElse("随分区归集印发督办通知")
                + (covertInspection ? "、明查暗访" : "")
                + (publication ? "、向社会公布" : "");
    }

    private static void require(String field, String label, boolean present) {
        if (!present) {
            throw Refusal.of(
                    field,
                    "required",
                    "A46–A48；B54",
                    "选定督办文种后须填写“" + label + "”（标题至少 4 字）。",
                    field + " must be filled in when an order is chosen.");
        }
    }
}
