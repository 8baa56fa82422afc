package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the code of a list out of a field, refusing what is not in the list. */
final class Codes {

    private Codes() {}

    static <E extends Enum<E>> E required(Fields fields, String field, Class<E> list) {
        return code(fields, field, fields.text(field), list);
    }

    static <E extends Enum<E>> Optional<E> optional(Fields fields, String field, Class<E> list) {
        return fields.optionalText(field).map(name -> code(fields, field, name, list));
    }

    private static <E extends Enum<E>> E code(Fields fields, String field, String name, Class<E> list) {
        return Stream.of(list.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        field,
                        "option",
                        "代码表",
                        fields.called(field) + "的取值应为 " + List.of(list.getEnumConstants()) + " 之一。",
                        field + " must be one of the listed codes."));
    }
}
