package io.duban.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every mistake of the list at every place of one decision table where it can be made. */
final class TableMistakes {

    /** In these a row less is another rule of the office, and only the office can tell whether it is meant. */
    private static final Set<String> ROWS_OF_THE_OFFICE =
            Set.of("escalate-order.dmn", "choose-instrument.dmn", "suggest-accountability.dmn");

    private static final Set<String> ASKED_BY_MODELS =
            Set.of("escalate-order.dmn", "look-back-result.dmn", "report-outcome.dmn", "triage-lead.dmn");

    private TableMistakes() {}

    static List<Change> of(String file, String text) {
        List<Change> changes = new ArrayList<>();
        changes.add(Change.gone(file));
        changes.add(new Change("cut off", List.of(), text.substring(0, text.length() / 2)));
        changes.addAll(Change.everywhere(
                text, "another decision", "<decision id=\"\\w+\"", hit -> "<decision id=\"somethingElse\""));
        changes.addAll(Change.everywhere(text, "no history", " camunda:historyTimeToLive=\"\\w+\"", hit -> ""));
        Stream.of("UNIQUE", "FIRST", "ANY", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT")
                .filter(each -> !text.contains("hitPolicy=\"" + each + "\""))
                .filter(each -> !ASKED_BY_MODELS.contains(file) || !text.contains("UNIQUE") || !"FIRST".equals(each))
                .forEach(each -> changes.addAll(Change.everywhere(
                        text, "answers by " + each, "hitPolicy=\"[A-Z ]+\"", hit -> "hitPolicy=\"" + each + "\"")));
        rows(file, text, changes);
        columns(text, changes);
        return changes;
    }

    private static void rows(String file, String text, List<Change> changes) {
        if (!ROWS_OF_THE_OFFICE.contains(file)) {
            changes.addAll(Change.everywhere(text, "a row less", "<rule id=\"\\w+\">.*?</rule>", hit -> ""));
        }
        changes.addAll(Change.everywhere(text, "a row twice", "<rule id=\"(\\w+)\">.*?</rule>", hit -> hit + hit));
        changes.addAll(Change.everywhere(
                text, "a case nobody has", "(?<=<inputEntry id=\"\\w{1,60}\">\\s{0,40}<text>)\"", hit -> "\"UN"));
        changes.addAll(Change.everywhere(
                text,
                "no answer",
                "<outputEntry id=\"\\w+\">\\s*<text>[^<]*</text>",
                hit -> hit.replaceAll("<text>[^<]*", "<text>")));
        changes.addAll(Change.everywhere(
                text,
                "no number",
                "<outputEntry id=\"\\w+\">\\s*<text>\\d+</text>",
                hit -> hit.replaceAll("<text>\\d+", "<text>\"五\"")));
        changes.addAll(Change.everywhere(
                text,
                "less than nothing",
                "<outputEntry id=\"\\w+\">\\s*<text>\\d+</text>",
                hit -> hit.replaceAll("<text>", "<text>-")));
        changes.addAll(Change.everywhere(
                text,
                "a unit nobody knows",
                "\"(?:WORKING|CALENDAR)_DAYS\"(?=</text>\\s*</outputEntry>)",
                hit -> "\"WEEKS\""));
        changes.addAll(
                Change.everywhere(text, "half a case", "<inputEntry id=\"\\w+\">\\s*<text>true", hit -> hit + " and"));
    }

    private static void columns(String text, List<Change> changes) {
        changes.addAll(Change.everywhere(
                text,
                "another type",
                "<output id=\"(\\w+)\"[^>]*typeRef=\"\\w+\"",
                hit -> hit.replaceAll("typeRef=\"\\w+\"", "typeRef=\"date\"")));
        changes.addAll(Change.everywhere(
                text, "listed but never answered", "<outputValues id=\"\\w+\">\\s*<text>", hit -> hit + "\"NEVER\","));
        changes.addAll(Change.everywhere(
                text,
                "another input",
                "<inputExpression[^>]*>\\s*<text>\\w+</text>",
                hit -> hit.replaceAll("<text>\\w+", "<text>nothing")));
    }
}
