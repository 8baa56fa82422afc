package io.duban.rectification;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done in one evidence group (举证): the statement, the day, the person answerable. */
public record Statement(EvidenceGroup group, String text, LocalDate doneOn, String person) {

    private static final String DATE = "Date";
    private static final String PERSON = "Person";
    private static final List<String> PARTS = List.of("", DATE, PERSON);

    /** One of each group; whatever the groups lack is named in one refusal. */
    static List<Statement> ofEveryGroup(Fields fields, LocalDate issued, LocalDate today) {
        Map<EvidenceGroup, List<String>> lacking = new EnumMap<>(EvidenceGroup.class);
        for (EvidenceGroup group : EvidenceGroup.values()) {
            List<String> parts = PARTS.stream()
                    .filter(part -> fields.optionalText(group.field() + part).isEmpty())
                    .toList();
            if (!parts.isEmpty()) {
                lacking.put(group, parts);
            }
        }
        if (!lacking.isEmpty()) {
            throw lacking(fields, lacking);
        }
        return Stream.of(EvidenceGroup.values())
                .map(group -> from(fields, group, issued, today))
                .toList();
    }

    /** Of the days from the order's issue until today: what was done before is no answer to its demands. */
    private static Statement from(Fields fields, EvidenceGroup group, LocalDate issued, LocalDate today) {
        String field = group.field();
        String text = fields.text(field);
        LocalDate day = fields.date(field + "Date");
        String person = fields.text(field + "Person");
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

    private static Refusal lacking(Fields fields, Map<EvidenceGroup, List<String>> lacking) {
        List<String> names = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        lacking.forEach((group, parts) -> {
            names.add("“" + group.label() + "”的"
                    + parts.stream().map(Statement::called).collect(Collectors.joining("、")));
            parts.forEach(part -> keys.add(group.field() + part));
        });
        return Refusal.of(
                fields.nameOf(keys.get(0)),
                "evidence-groups",
                "INV-06；沪府教督办〔2021〕24号附件",
                "申请销号须四组举证齐全，还缺：" + String.join("；", names) + "。请一并补充后再提交。",
                "Sign-off needs all four evidence groups; these are missing: " + String.join(", ", keys) + ".");
    }

    private static String called(String part) {
        return switch (part) {
            case DATE -> "完成日期";
            case PERSON -> "责任人";
            default -> "说明";
        };
    }
}
