package io.duban.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Takes the notes (texts, times, camera data) out of a PNG without touching its pixels; for pictures inside other files. */
final class PngNotes {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final Set<String> TOLD = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

    private PngNotes() {}

    static byte[] stripped(byte[] png) {
        if (FileKind.of(png).filter(FileKind.PNG::equals).isEmpty()) {
            return png;
        }
        var kept = new ByteArrayOutputStream(png.length);
        kept.write(png, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at + FRAME <= png.length) {
            long length = ByteBuffer.wrap(png, at, 4).getInt() & 0xFFFFFFFFL;
            if (at + FRAME + length > png.length) {
                break;
            }
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            int whole = FRAME + (int) length;
            if (!TOLD.contains(type)) {
                kept.write(png, at, whole);
            }
            at += whole;
            if ("IEND".equals(type)) {
                return kept.toByteArray();
            }
        }
        return png;
    }
}
