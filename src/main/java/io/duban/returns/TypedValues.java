package io.duban.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** The typed part between its three forms: what is kept, what a page sends and shows, what a JSON body holds. */
final class TypedValues {

    /** A stage is sent by the page as {@code stage.<problem>}. */
    static final String STAGE = "stage.";

    private TypedValues() {}

    /** The values by the names of the fields. */
    static Map<String, Object> of(TypedPart typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("filler", typed.filler());
        values.put("phone", typed.phone());
        TypedPart.cells()
                .forEach(cell ->
                        values.put(cell.figure().field(cell.column()), typed.number(cell.figure(), cell.column())));
        typed.reasons().forEach((figure, reason) -> values.put(TypedPart.reasonField(figure), reason));
        values.putAll(mainProblems(typed.mainProblems()));
        return values;
    }

    static Map<String, String> mainProblems(List<String> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < problems.size(); i++) {
            values.put("mainProblem" + (i + 1), problems.get(i));
        }
        return values;
    }

    /** What a page has sent, as a JSON body would hold it: empty fields are left out, the stages are a list. */
    static Map<String, Object> sent(MultiValueMap<String, String> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Map<String, Object>> stages = new ArrayList<>();
        sent.forEach((field, given) -> {
            String first = given.get(0);
            if (first == null || first.isBlank()) {
                return;
            }
            if (field.startsWith(STAGE)) {
                stages.add(Map.of("problem", field.substring(STAGE.length()), "stage", first));
            } else {
                values.put(field, first);
            }
        });
        values.put("stages", stages);
        return values;
    }
}
