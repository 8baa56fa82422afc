package io.duban.evidence;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way is up in a photograph (EXIF orientation 1–8), read before the note is dropped; 1 where there is none. */
record JpegOrientation(int value) {

    private static final JpegOrientation UPRIGHT = new JpegOrientation(1);
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;

    static JpegOrientation of(byte[] jpeg) {
        int at = 2;
        while (at + 4 < jpeg.length && (jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) != START_OF_SCAN) {
            int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
            int start = at + 4;
            if ((jpeg[at + 1] & 0xFF) == APP1
                    && start + 14 < jpeg.length
                    && jpeg[start] == 'E'
                    && jpeg[start + 1] == 'x') {
                return inTiff(jpeg, start + 6, Math.min(jpeg.length, at + 2 + length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static JpegOrientation inTiff(byte[] jpeg, int start, int end) {
        ByteBuffer tiff = ByteBuffer.wrap(jpeg, start, end - start).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int count = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < count && directory + 2 + i * 12 + 12 <= tiff.limit(); i++) {
            int entry = directory + 2 + i * 12;
            int value = tiff.getShort(entry + 8);
            if ((tiff.getShort(entry) & 0xFFFF) == TAG && value >= 1 && value <= 8) {
                return new JpegOrientation(value);
            }
        }
        return UPRIGHT;
    }

    boolean swapsSides() {
        return value >= 5;
    }

    /** How the pixels of an image of this size are moved to stand upright. */
    AffineTransform turn(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
