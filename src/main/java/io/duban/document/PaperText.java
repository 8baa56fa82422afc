package io.duban.document;

import java.util.List;
import java.util.Map;

/**
 * What a room wants said on a paper; number, issuer, addressee's full name and date are added when it is issued.
 *
 * @param issuerUnit the unit in whose name it goes out
 * @param addressee 主送: the code of a unit, or a name as it shall stand there
 * @param values plain words by tag; an optional tag may be left out, so may 抄送, which names whoever gets a copy
 * @param rows one for each line of the table, for kinds that have one
 */
public record PaperText(
        PaperKind kind,
        String caseId,
        String issuerUnit,
        String addressee,
        Map<String, String> values,
        List<Map<String, String>> rows) {

    public PaperText {
        values = Map.copyOf(values);
        rows = rows.stream().map(Map::copyOf).toList();
        if (!values.keySet().containsAll(kind.required())) {
            throw new IllegalArgumentException(kind + " lacks one of " + kind.required());
        }
    }

    /** A paper without a table. */
    public static PaperText of(
            PaperKind kind, String caseId, String issuerUnit, String addressee, Map<String, String> values) {
        return new PaperText(kind, caseId, issuerUnit, addressee, values, List.of());
    }
}
