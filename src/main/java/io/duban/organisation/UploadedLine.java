package io.duban.organisation;

import io.duban.engine.Refusal;
import java.util.Map;
import java.util.Optional;

/** One line of an uploaded table; a class and not a record, because its values may be passwords and must not print. */
final class UploadedLine {

    private final long number;
    private final Map<String, String> values;

    UploadedLine(long number, Map<String, String> values) {
        this.number = number;
        this.values = Map.copyOf(values);
    }

    /** The value exactly as uploaded; empty when the table has no such column. */
    String raw(String column) {
        return values.getOrDefault(column, "");
    }

    /** The value without surrounding blanks. */
    String get(String column) {
        return raw(column).strip();
    }

    /** The value without surrounding blanks, if anything is left. */
    Optional<String> find(String column) {
        return Optional.of(get(column)).filter(value -> !value.isEmpty());
    }

    /** A refusal that names this line, the column and the rule; the sentences must not repeat passwords. */
    Refusal refuse(String column, String rule, String chinese, String english) {
        return Refusal.of(
                "lines[" + number + "]." + column,
                rule,
                "upload",
                "第" + number + "行“" + column + "”：" + chinese,
                "Line " + number + ", " + column + ": " + english);
    }
}
