package io.duban.engine;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet takes for text. A cell of a CSV file that begins like a formula, in ASCII or full width, gets an
 * apostrophe in front; one that already has apostrophes before such a beginning gets one more, so that taking one away
 * always gives back what was written. All other text stays as it is. Cells of XLSX are typed as text and need nothing.
 */
public final class CellText {

    private static final Pattern FORMULA =
            Pattern.compile("(?s)'*[\\s\\p{Cf}\\u00a0\\u3000\\x00]*[=+\\-@＝＋－＠−\\t\\r\\n\\x00].*");
    private static final Pattern UNWRITABLE = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    private CellText() {}

    public static String csv(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** What was written, from a cell of ours. */
    static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** XML knows no control characters. */
    public static String xlsx(String text) {
        return UNWRITABLE.matcher(text).replaceAll("");
    }
}
