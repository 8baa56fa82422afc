package io.duban.reporter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as one run of bytes before they are sealed, filled up to a full 256 so that the length of a name or a number
 * does not show in the ciphertext.
 */
final class Sheet {

    private static final int BLOCK = 256;

    private Sheet() {}

    static byte[] write(String... texts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(texts.length);
            for (String text : texts) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Arrays.copyOf(bytes.toByteArray(), (bytes.size() + BLOCK - 1) / BLOCK * BLOCK);
    }

    static List<String> read(byte[] sheet) {
        List<String> texts = new ArrayList<>();
        try (var in = new DataInputStream(new ByteArrayInputStream(sheet))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return texts;
    }
}
