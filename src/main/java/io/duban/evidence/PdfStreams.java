package io.duban.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** The packed parts of a PDF: those its reader must unpack may not be bombs, and pictures lose their cameras' notes. */
final class PdfStreams {

    private static final int MOST_UNPACKED = 32 * 1024 * 1024;
    private static final int HEADING = 1024;
    private static final int BUFFER = 64 * 1024;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern BEGINS = Pattern.compile("(?<!end)stream\\r?\\n");
    private static final Pattern OF_OBJECTS = Pattern.compile("/(ObjStm|XRef)\\b");
    private static final Pattern PLAIN = Pattern.compile("/Filter\\s*\\[?\\s*/(FlateDecode|Fl)\\s*\\]?\\s*(/|>>|$)");

    private PdfStreams() {}

    /** Object and cross-reference streams are unpacked while a PDF is opened, before anything can be asked of it. */
    static void refuseBombs(byte[] content) throws UnsafeFile {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        var begins = BEGINS.matcher(text);
        int left = MOST_UNPACKED;
        while (begins.find()) {
            String heading = heading(text, begins.start());
            if (OF_OBJECTS.matcher(heading).find() && heading.contains("/Filter")) {
                if (!PLAIN.matcher(heading).find()) {
                    throw UnsafeFile.broken();
                }
                left -= unpacked(content, begins.end(), left);
                if (left <= 0) {
                    throw new UnsafeFile(
                            "attachment-bomb",
                            "PDF 解压后过大，请“打印为 PDF”后再提交。",
                            "The PDF unpacks to too much; print it anew.");
                }
            }
        }
    }

    /** Takes everything out of an embedded JPEG but what its pixels need; what cannot be read so stays as it is. */
    static void stripPhotograph(COSStream stream) throws IOException {
        if (isJpeg(stream.getFilters())) {
            byte[] stripped;
            try (var in = stream.createRawInputStream()) {
                stripped = stripped(in.readAllBytes());
            }
            try (var out = stream.createRawOutputStream()) {
                out.write(stripped);
            }
        }
    }

    /** Keeps APP0 (JFIF), APP2 (colour profile) and APP14 (colour transform); drops other APPn segments and comments. */
    static byte[] stripped(byte[] jpeg) {
        var kept = new ByteArrayOutputStream(jpeg.length);
        int at = 2;
        if (jpeg.length < 4) {
            return jpeg;
        }
        kept.write(jpeg, 0, 2);
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xDA) {
                break;
            }
            int end = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if (end > jpeg.length) {
                break;
            }
            boolean told = marker == 0xFE
                    || (marker >= 0xE0 && marker <= 0xEF && marker != 0xE0 && marker != 0xE2 && marker != 0xEE);
            if (!told) {
                kept.write(jpeg, at, end - at);
            }
            at = end;
        }
        kept.write(jpeg, at, jpeg.length - at);
        return kept.toByteArray();
    }

    private static boolean isJpeg(COSBase filters) {
        COSBase only = filters instanceof COSArray list && list.size() == 1 ? list.getObject(0) : filters;
        return COSName.DCT_DECODE.equals(only) || COSName.DCT_DECODE_ABBREVIATION.equals(only);
    }

    private static String heading(String text, int end) {
        String near = text.substring(Math.max(0, end - HEADING), end);
        int object = near.lastIndexOf(" obj");
        String own = object < 0 ? near : near.substring(object);
        return ESCAPED.matcher(own)
                .replaceAll(hit -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(hit.group(1), 16))));
    }

    private static int unpacked(byte[] content, int from, int most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, from, content.length - from);
            byte[] buffer = new byte[BUFFER];
            int total = 0;
            while (total <= most) {
                int got = inflater.inflate(buffer);
                if (got == 0) {
                    break;
                }
                total += got;
            }
            return total;
        } catch (DataFormatException notPacked) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
