package io.duban.reporter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Files as phones and offices make them, with canaries where they hide what they know. */
public final class TestFiles {

    public static final String EXIF_CANARY = "GPS-31.2304N-121.4737E";
    public static final String COMMENT_CANARY = "made by canary phone";
    public static final String AUTHOR_CANARY = "Canary Author Li";
    public static final String XMP_CANARY = "xmp-canary-device";

    private TestFiles() {}

    public static NewAttachment jpeg(String name) {
        return new NewAttachment(name, jpeg(1));
    }

    /** A photograph, red above and blue below as its pixels lie, with this orientation in its notes. */
    static byte[] jpeg(int orientation) {
        byte[] plain = image("jpg", 64, 32);
        byte[] exif = exif(orientation);
        byte[] comment = COMMENT_CANARY.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(plain.length + exif.length + comment.length + 8)
                .put(plain, 0, 2)
                .put(new byte[] {(byte) 0xFF, (byte) 0xE1})
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(new byte[] {(byte) 0xFF, (byte) 0xFE})
                .putShort((short) (comment.length + 2))
                .put(comment)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    private static byte[] exif(int orientation) {
        byte[] canary = EXIF_CANARY.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + canary.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(canary)
                .array();
    }

    public static NewAttachment png(String name) {
        byte[] plain = image("png", 64, 32);
        byte[] text = ("Comment\0" + COMMENT_CANARY).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer chunk = ByteBuffer.allocate(12 + text.length).putInt(text.length);
        chunk.put("tEXt".getBytes(StandardCharsets.US_ASCII)).put(text);
        var crc = new java.util.zip.CRC32();
        crc.update(chunk.array(), 4, 4 + text.length);
        chunk.putInt((int) crc.getValue());
        int header = 8 + 25;
        return new NewAttachment(
                name,
                ByteBuffer.allocate(plain.length + chunk.capacity())
                        .put(plain, 0, header)
                        .put(chunk.array())
                        .put(plain, header, plain.length - header)
                        .array());
    }

    public static NewAttachment pdf(String name) {
        return new NewAttachment(name, pdf(document -> {}));
    }

    /** What a test does to a document before it is saved. */
    public interface Change {
        void to(PDDocument document) throws IOException;
    }

    public static byte[] pdf(Change change) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (var canvas = new PDPageContentStream(document, page)) {
                canvas.drawImage(PDImageXObject.createFromByteArray(document, jpeg(1), "photo"), 50, 500);
            }
            var information = new PDDocumentInformation();
            information.setAuthor(AUTHOR_CANARY);
            Calendar made = new GregorianCalendar(2026, Calendar.MARCH, 4);
            information.setCreationDate(made);
            document.setDocumentInformation(information);
            var metadata = new PDMetadata(document);
            metadata.importXMPMetadata(("<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + XMP_CANARY + "</x:xmpmeta>")
                    .getBytes(StandardCharsets.US_ASCII));
            document.getDocumentCatalog().setMetadata(metadata);
            change.to(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] image(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width, height / 2);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, height / 2, width, height - height / 2);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
