package io.duban.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of what was typed, as people read it: the label of the form and plain text, or a list as a table.
 *
 * @param group the heading of the form under which the field stands, where there is one
 * @param text what was typed or chosen; null where the field is a list
 * @param columns the labels of a list; empty otherwise
 * @param rows the rows of a list, each with a cell for each column
 */
public record TypedLine(
        @Nullable String group, String label, @Nullable String text, List<String> columns, List<List<String>> rows) {

    public TypedLine {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether the text is long or has lines of its own. */
    public boolean isLong() {
        return text != null && (text.length() > 60 || text.contains("\n"));
    }
}
