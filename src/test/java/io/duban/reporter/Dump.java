package io.duban.reporter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole database as one text, the way somebody who steals it would look at it. */
record Dump(String script) {

    static Dump of(DataSource source) {
        List<String> lines =
                JdbcClient.create(source).sql("script").query(String.class).list();
        return new Dump(String.join("\n", lines));
    }

    /** Whether the text stands in it, plain, as hex of UTF-8 or UTF-16, as base64 at any of its three offsets. */
    boolean reveals(String secret) {
        String lower = script.toLowerCase(Locale.ROOT);
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        if (script.contains(secret)
                || script.contains(escaped(secret))
                || lower.contains(HexFormat.of().formatHex(utf8))
                || lower.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_16BE)))) {
            return true;
        }
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[utf8.length + shift];
            System.arraycopy(utf8, 0, shifted, shift, utf8.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String certain = base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1);
            String hexOfBase64 = HexFormat.of().formatHex(certain.getBytes(StandardCharsets.US_ASCII));
            if (script.contains(certain) || lower.contains(hexOfBase64)) {
                return true;
            }
        }
        return false;
    }

    /** As H2 writes text that is not ASCII. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars()
                .forEach(each -> escaped.append(each < 128 ? String.valueOf((char) each) : "\\%04x".formatted(each)));
        return escaped.toString();
    }

    @Override
    public String toString() {
        return script;
    }
}
