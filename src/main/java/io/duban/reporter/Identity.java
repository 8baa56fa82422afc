package io.duban.reporter;

import java.util.List;
import java.util.Optional;

/** 举报人信息: who reports, in the vault only (INV-10); prints nothing of it. */
public record Identity(
        String name, String phone, Optional<String> idNumber, Optional<String> address, Optional<String> email) {

    byte[] sheet() {
        return Sheet.write(name, phone, idNumber.orElse(""), address.orElse(""), email.orElse(""));
    }

    static Identity from(byte[] sheet) {
        List<String> texts = Sheet.read(sheet);
        return new Identity(texts.get(0), texts.get(1), given(texts.get(2)), given(texts.get(3)), given(texts.get(4)));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
