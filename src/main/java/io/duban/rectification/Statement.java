package io.duban.rectification;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import java.time.LocalDate;

/** What was done in one evidence group (举证): the statement, the day, the person answerable. */
public record Statement(EvidenceGroup group, String text, LocalDate doneOn, String person) {

    /** Of the days from the order's issue until today: what was done before is no answer to its demands. */
    static Statement from(Fields fields, EvidenceGroup group, LocalDate issued, LocalDate today) {
        String field = group.field();
        String text = fields.optionalText(field).orElseThrow(() -> missing(fields, group, field, "说明"));
        LocalDate day =
                fields.optionalDate(field + "Date").orElseThrow(() -> missing(fields, group, field + "Date", "日期"));
        String person = fields.optionalText(field + "Person")
                .orElseThrow(() -> missing(fields, group, field + "Person", "责任人"));
        if (day.isAfter(today)) {
            throw Refusal.of(
                    fields.nameOf(field + "Date"),
                    "date-in-future",
                    "A52",
                    "“" + group.label() + "”的完成日期不能晚于今天。",
                    "The day of '" + field + "' must not lie in the future.");
        }
        if (day.isBefore(issued)) {
            throw Refusal.of(
                    fields.nameOf(field + "Date"),
                    "date-before-order",
                    "A52",
                    "“" + group.label() + "”的完成日期“" + day + "”早于督办单印发之日（" + issued + "），请核对；此前已做的，请写入说明。",
                    "The day of '" + field + "' lies before the order's issue; tell of earlier work in the statement.");
        }
        return new Statement(group, text, day, person);
    }

    private static Refusal missing(Fields fields, EvidenceGroup group, String field, String what) {
        return Refusal.of(
                fields.nameOf(field),
                "evidence-groups",
                "INV-06；沪府教督办〔2021〕24号附件",
                "申请销号须四组举证齐全，“" + group.label() + "”缺少" + what + "，请补充后再提交。",
                "Sign-off needs all four evidence groups; " + field + " is missing.");
    }
}
