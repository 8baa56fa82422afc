package io.duban.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * An MP4 whose notes (place, device, times) are blanked where they stand, so that the positions of pictures and sound in
 * the file hold; one with boxes nobody knows, or with anything behind its boxes, is refused.
 */
final class CleanVideo {

    private static final int HEAD = 8;
    private static final int DEEPEST = 8;
    private static final Set<String> OUTSIDE = Set.of(
            "ftyp", "moov", "mdat", "free", "skip", "wide", "moof", "mfra", "sidx", "styp", "pdin", "meta", "udta",
            "uuid");
    private static final Set<String> HOLDING = Set.of("moov", "trak", "mdia", "moof", "traf", "edts", "minf");
    private static final Set<String> TELLING = Set.of("udta", "meta", "uuid", "free", "skip", "wide");
    private static final Set<String> DATED = Set.of("mvhd", "tkhd", "mdhd");

    private CleanVideo() {}

    static byte[] of(byte[] content) throws UnsafeFile {
        byte[] clean = content.clone();
        try {
            boolean film = boxes(clean, 0, clean.length, 0);
            if (!film) {
                throw UnsafeFile.broken();
            }
            return clean;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.nio.BufferUnderflowException broken) {
            throw UnsafeFile.broken();
        }
    }

    /** Whether a film (moov) is among the boxes between here and there. */
    private static boolean boxes(byte[] file, int from, int to, int depth) throws UnsafeFile {
        boolean film = false;
        int at = from;
        while (at < to) {
            if (to - at < HEAD || depth > DEEPEST) {
                throw UnsafeFile.broken();
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            int head = ByteBuffer.wrap(file, at, 4).getInt() == 1 ? 2 * HEAD : HEAD;
            int end = end(file, at, to, head);
            if (depth == 0 && !OUTSIDE.contains(type)) {
                throw UnsafeFile.polyglot();
            }
            clean(file, type, at, head, end, depth);
            film |= "moov".equals(type);
            at = end;
        }
        return film;
    }

    private static int end(byte[] file, int at, int to, int head) throws UnsafeFile {
        long size = ByteBuffer.wrap(file, at, 4).getInt() & 0xFFFFFFFFL;
        if (size == 1) {
            size = to - at < head ? -1 : ByteBuffer.wrap(file, at + HEAD, HEAD).getLong();
        } else if (size == 0) {
            size = to - at;
        }
        if (size < head || size > to - at) {
            throw UnsafeFile.broken();
        }
        return at + (int) size;
    }

    private static void clean(byte[] file, String type, int at, int head, int end, int depth) throws UnsafeFile {
        if (TELLING.contains(type)) {
            System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, file, at + 4, 4);
            Arrays.fill(file, at + head, end, (byte) 0);
        } else if (DATED.contains(type)) {
            int length = file[at + head] == 1 ? 16 : 8;
            Arrays.fill(file, at + head + 4, Math.min(end, at + head + 4 + length), (byte) 0);
        } else if (HOLDING.contains(type)) {
            boxes(file, at + head, end, depth + 1);
        }
    }
}
