package io.duban.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One mistake that somebody may make in a file.
 *
 * @param what a sentence
 * @param names one of these ids has to be named by a fault; none: the file
 * @param text the file with the mistake in it; empty: the file is gone
 */
record Change(String what, List<String> names, String text) {

    /** Whether a fault names the file, or the element that is wrong. */
    boolean isNamedBy(String file, List<Fault> faults) {
        return faults.stream()
                .anyMatch(each -> names.isEmpty()
                        ? each.file().equals(file)
                        : names.stream().anyMatch(each.line()::contains));
    }

    /** The file is not there any more: what needed it is named, with the id it had. */
    static Change gone(String file) {
        StringBuilder id = new StringBuilder();
        for (String word : file.replaceAll("\\..*", "").split("-")) {
            id.append(id.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return new Change("gone", List.of(id.toString(), file), "");
    }

    /** The same mistake at every place of a file where the pattern is found; its group {@code id} is the element's. */
    static List<Change> everywhere(String text, String what, String pattern, UnaryOperator<String> mistake) {
        List<Change> changes = new ArrayList<>();
        Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().forEach(hit -> {
            String wrong = mistake.apply(hit.group());
            changes.add(new Change(
                    what + ": " + hit.group().replaceAll("\\s+", " "),
                    hit.groupCount() > 0 && hit.group(1) != null ? List.of(hit.group(1)) : List.of(),
                    replaced(text, hit, wrong)));
        });
        return changes;
    }

    private static String replaced(String text, MatchResult hit, String wrong) {
        return text.substring(0, hit.start()) + wrong + text.substring(hit.end());
    }
}
