package io.duban.lead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/** Turns what a page sends into the same fields a JSON body has, so that both go through the same reading. */
final class TypedForm {

    private static final String TICKED = "true";

    /** Sent by a hidden field beside a box that is an answer either way; a box that is not ticked is not sent itself. */
    private static final String NOT_TICKED = "false";

    private TypedForm() {}

    /** What was typed into a field to show it again, whatever it is. */
    static String text(Map<String, Object> values, String field) {
        return Objects.toString(values.get(field), "").strip();
    }

    static Map<String, Object> values(MultiValueMap<String, String> typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        typed.forEach((field, given) -> {
            String first = given.get(0);
            if (field.equals("namedPersons")) {
                List<String> accounts = LeadTriage.accounts(first);
                values.put(field, accounts);
                values.put("namedPersonsTyped", first);
            } else {
                values.put(
                        field,
                        given.contains(TICKED) ? Boolean.TRUE : NOT_TICKED.equals(first) ? Boolean.FALSE : first);
            }
        });
        return values;
    }
}
