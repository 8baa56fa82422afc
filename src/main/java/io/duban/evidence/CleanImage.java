package io.duban.evidence;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An image drawn anew from its pixels: position, device, time, comments, thumbnails and whatever hung behind it are gone.
 * Its size is read before a pixel is, and a large one is taken in at a lower resolution, so that a small file cannot
 * fill the memory.
 */
final class CleanImage {

    /** No side longer, no image with more pixels than this is looked at. */
    private static final int LONGEST = 20_000;

    private static final long MOST_PIXELS = 64_000_000;

    /** What is kept has about this many pixels at most: enough to read a photographed page. */
    private static final long KEPT_PIXELS = 12_000_000;

    private static final float QUALITY = 0.85f;
    private static final Pattern SCRIPT = Pattern.compile("<script|<\\?php|<!doctype html", Pattern.CASE_INSENSITIVE);

    private CleanImage() {}

    static byte[] of(FileKind kind, byte[] content) throws UnsafeFile {
        refuseStowaways(content);
        try {
            BufferedImage image = read(kind, content);
            return write(kind, kind == FileKind.JPEG ? upright(image, JpegOrientation.of(content)) : image);
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            throw UnsafeFile.broken();
        }
    }

    private static BufferedImage read(FileKind kind, byte[] content) throws IOException, UnsafeFile {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.ending()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width > LONGEST || height > LONGEST || width * height > MOST_PIXELS) {
                throw new UnsafeFile(
                        "attachment-pixels",
                        "图片像素过大（长宽不超过 " + LONGEST + "，总像素不超过 6400 万），请缩小后再提交。",
                        "The image has too many pixels; make it smaller.");
            }
            int step = (int) Math.ceil(Math.sqrt((double) (width * height) / KEPT_PIXELS));
            ImageReadParam small = reader.getDefaultReadParam();
            small.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return reader.read(0, small);
        } finally {
            reader.dispose();
        }
    }

    /** The camera's note on which way is up is dropped with the rest, so the pixels are turned instead. */
    private static BufferedImage upright(BufferedImage image, JpegOrientation orientation) {
        boolean swapped = orientation.swapsSides();
        int width = swapped ? image.getHeight() : image.getWidth();
        int height = swapped ? image.getWidth() : image.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = turned.createGraphics();
        AffineTransform turn = orientation.turn(image.getWidth(), image.getHeight());
        canvas.drawImage(image, turn, null);
        canvas.dispose();
        return turned;
    }

    private static byte[] write(FileKind kind, BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.ending()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Drawing anew would lose them anyway; who sends such a file is told, because nobody makes one by accident. */
    private static void refuseStowaways(byte[] content) throws UnsafeFile {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        boolean archive = text.contains("PK\u0003\u0004") && text.contains("PK\u0005\u0006");
        boolean document = text.contains("%PDF-1.") && text.contains("%%EOF");
        boolean page = SCRIPT.matcher(text).find();
        if (archive || document || page) {
            throw UnsafeFile.polyglot();
        }
    }
}
