package io.duban.reporter;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value belongs; it is bound to it as associated data, so that a value moved to another lead, field,
 * number or part does not open.
 */
record Place(String leadRef, String field, int ordinal, int part) {

    static final String DATA_KEY = "DATA_KEY";

    static Place of(String leadRef, VaultField field, int ordinal) {
        return new Place(leadRef, field.name(), ordinal, 0);
    }

    static Place ofKey(String leadRef) {
        return new Place(leadRef, DATA_KEY, 0, 0);
    }

    Place part(int number) {
        return new Place(leadRef, field, ordinal, number);
    }

    byte[] associatedData() {
        return String.join("|", "duban-vault", leadRef, field, String.valueOf(ordinal), String.valueOf(part))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
