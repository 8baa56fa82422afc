package io.duban.evidence;

import java.io.ByteArrayOutputStream;

/** An MP3 of its sound frames alone: title, author, cover, comments and whatever stands between the frames are gone. */
final class CleanSound {

    private static final int ID3 = 10;
    private static final int LEAST_FRAMES = 4;
    private static final int[] MPEG1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] MPEG2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    private CleanSound() {}

    static byte[] of(byte[] content) throws UnsafeFile {
        var sound = new ByteArrayOutputStream(content.length);
        int at = afterNotes(content);
        int frames = 0;
        int skipped = 0;
        while (at + 4 <= content.length) {
            int length = frame(content, at);
            if (length > 0 && at + length <= content.length) {
                sound.write(content, at, length);
                frames++;
                at += length;
            } else {
                skipped++;
                at++;
            }
        }
        if (frames < LEAST_FRAMES || skipped > sound.size()) {
            throw UnsafeFile.broken();
        }
        return sound.toByteArray();
    }

    private static int afterNotes(byte[] content) {
        boolean noted = content.length > ID3 && content[0] == 'I' && content[1] == 'D' && content[2] == '3';
        if (!noted) {
            return 0;
        }
        int size = (content[6] & 0x7F) << 21 | (content[7] & 0x7F) << 14 | (content[8] & 0x7F) << 7 | content[9] & 0x7F;
        return ID3 + size;
    }

    /** The length of the layer III frame that begins here, 0 if none does. */
    private static int frame(byte[] content, int at) {
        int head = (content[at] & 0xFF) << 24
                | (content[at + 1] & 0xFF) << 16
                | (content[at + 2] & 0xFF) << 8
                | content[at + 3] & 0xFF;
        int version = head >> 19 & 3;
        int bitrate = head >> 12 & 15;
        int rate = head >> 10 & 3;
        boolean layer3 = (head >> 21 & 0x7FF) == 0x7FF && (head >> 17 & 3) == 1;
        if (!layer3 || version == 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return 0;
        }
        boolean first = version == 3;
        int hertz = RATES[rate] / (first ? 1 : version == 2 ? 2 : 4);
        int kilobits = (first ? MPEG1 : MPEG2)[bitrate];
        return (first ? 144 : 72) * kilobits * 1000 / hertz + (head >> 9 & 1);
    }
}
