package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsTest {

    private final Attachments attachments = new Attachments(5, 5);

    @Test
    void anImageLosesWhatItsMakersDeviceKnew() throws Exception {
        byte[] jpeg = clean(TestFiles.jpeg(1));
        byte[] png = clean(TestFiles.png("x").content());

        assertThat(text(TestFiles.jpeg(1))).contains(TestFiles.EXIF_CANARY, TestFiles.COMMENT_CANARY);
        assertThat(text(TestFiles.png("x").content())).contains(TestFiles.COMMENT_CANARY);
        assertThat(text(jpeg)).doesNotContain(TestFiles.EXIF_CANARY, TestFiles.COMMENT_CANARY, "Exif");
        assertThat(text(png)).doesNotContain(TestFiles.COMMENT_CANARY, "tEXt");
        assertThat(image(jpeg).getWidth()).isEqualTo(64);
        assertThat(image(png).getHeight()).isEqualTo(32);
    }

    /** Red is above as the pixels lie; the side on which it must be once the photograph stands upright. */
    @ParameterizedTest
    @CsvSource({"1, TOP", "2, TOP", "3, BOTTOM", "4, BOTTOM", "5, LEFT", "6, RIGHT", "7, RIGHT", "8, LEFT"})
    void aPhotographStandsUpright(int orientation, String side) throws Exception {
        BufferedImage upright = image(clean(TestFiles.jpeg(orientation)));

        int w = upright.getWidth();
        int h = upright.getHeight();
        assertThat(w > h).isEqualTo(orientation < 5);
        int rgb = switch (side) {
            case "TOP" -> upright.getRGB(w / 2, 3);
            case "BOTTOM" -> upright.getRGB(w / 2, h - 4);
            case "LEFT" -> upright.getRGB(3, h / 2);
            default -> upright.getRGB(w - 4, h / 2);
        };
        assertThat(rgb >> 16 & 0xFF).isGreaterThan(200);
        assertThat(rgb & 0xFF).isLessThan(60);
    }

    @Test
    void aPdfLosesAuthorTimesAndTheNotesOfItsPhotographs() throws Exception {
        byte[] before = TestFiles.pdf(document -> {});
        byte[] after = clean(before);

        assertThat(text(before)).contains(TestFiles.AUTHOR_CANARY, TestFiles.EXIF_CANARY);
        assertThat(unpacked(after))
                .contains("DCTDecode")
                .doesNotContain(
                        TestFiles.AUTHOR_CANARY,
                        TestFiles.EXIF_CANARY,
                        TestFiles.COMMENT_CANARY,
                        TestFiles.XMP_CANARY,
                        "D:2026030");
        try (PDDocument document = Loader.loadPDF(after)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            var picture = document.getPage(0).getResources().getXObjectNames().iterator();
            assertThat(document.getPage(0)
                            .getResources()
                            .getXObject(picture.next())
                            .getCOSObject())
                    .isInstanceOf(COSStream.class);
            assertThat(new org.apache.pdfbox.rendering.PDFRenderer(document)
                            .renderImage(0)
                            .getWidth())
                    .isPositive();
        }
    }

    @Test
    void earlierVersionsOfAPdfAreGone() throws Exception {
        byte[] first = TestFiles.pdf(document -> document.getPage(0)
                .getCOSObject()
                .setString(COSName.getPDFName("Draft"), "canary of an earlier version"));
        var updated = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(first)) {
            document.getPage(0).getCOSObject().removeItem(COSName.getPDFName("Draft"));
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(updated);
        }

        assertThat(text(updated.toByteArray())).contains("canary of an earlier version");
        assertThat(unpacked(clean(updated.toByteArray()))).doesNotContain("canary of an earlier version");
    }

    @Test
    void aPdfThatActsOrCarriesOtherFilesIsRefused() {
        refused(
                "attachment-active",
                TestFiles.pdf(document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))));
        refused("attachment-active", TestFiles.pdf(AttachmentsTest::embedFile));
        refused(
                "attachment-active",
                TestFiles.pdf(
                        document -> document.getDocumentCatalog().getCOSObject().setItem("XFA", COSName.A)));
        refused(
                "attachment-locked",
                TestFiles.pdf(document ->
                        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()))));
        refused(
                "attachment-locked",
                TestFiles.pdf(document ->
                        document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()))));
        refused("attachment-pages", TestFiles.pdf(document -> {
            for (int i = 0; i < 200; i++) {
                document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            }
        }));
    }

    @Test
    void anObjectStreamThatUnpacksToGigabytesIsRefusedBeforeItIsUnpacked() {
        refused("attachment-bomb", objectStream("/FlateDecode", deflated(64 * 1024 * 1024)));
        refused("attachment-readable", objectStream("[/FlateDecode /FlateDecode]", deflated(1024)));
        refused("attachment-bomb", objectStream("/Flate#44ecode", deflated(64 * 1024 * 1024)));
    }

    @Test
    void anImageOfTooManyPixelsIsRefusedBeforeItsPixelsAreRead() {
        refused("attachment-pixels", pngHeader(30_000, 30_000));
        refused("attachment-pixels", pngHeader(20_001, 1));
        refused("attachment-pixels", pngHeader(65_500, 65_500));
        refused("attachment-readable", pngHeader(0, 10));
    }

    @Test
    void aLargeImageIsKeptSmaller() throws Exception {
        BufferedImage kept = image(clean(TestFiles.image("png", 6_000, 5_000)));

        assertThat((long) kept.getWidth() * kept.getHeight()).isLessThanOrEqualTo(12_000_000);
        assertThat(kept.getWidth()).isEqualTo(3_000);
    }

    @Test
    void filesThatAreTwoThingsAtOnceAreRefused() throws Exception {
        for (byte[] host : List.of(TestFiles.jpeg(1), TestFiles.png("x").content(), TestFiles.pdf(document -> {}))) {
            refused("attachment-polyglot", with(host, zip()));
        }
        refused("attachment-polyglot", with(TestFiles.jpeg(1), TestFiles.pdf(document -> {})));
        refused(
                "attachment-polyglot",
                with(TestFiles.png("x").content(), "<ScRiPt>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)));
        refused("attachment-polyglot", with(TestFiles.pdf(document -> {}), new byte[5_000]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\u0090",
                "PK\u0003\u0004",
                "<html>",
                "GIF89a;",
                "<svg onload=alert(1)>",
                "%!PS",
                " %PDF-1.4",
                "BM",
                "\u0000\u0000\u0000 ftypheic"
            })
    void anythingElseIsRefusedWhateverItIsCalled(String begin) {
        refused("attachment-kind", begin.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void brokenFilesAreRefusedAndNothingElseHappens() {
        byte[] jpeg = TestFiles.jpeg(1);
        byte[] pdf = TestFiles.pdf(document -> {});
        refused("attachment-readable", java.util.Arrays.copyOf(jpeg, 40));
        refused("attachment-readable", java.util.Arrays.copyOf(pdf, 12));
        var random = new java.util.Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] spoiled = (i % 2 == 0 ? jpeg : pdf).clone();
            for (int n = 0; n < 20; n++) {
                spoiled[8 + random.nextInt(spoiled.length - 8)] = (byte) random.nextInt();
            }
            try {
                clean(spoiled);
            } catch (Refusal expected) {
                assertThat(expected.field()).isEqualTo("files[0]");
            }
        }
    }

    @Test
    void numberAndSizeAreLimited() {
        NewAttachment one = TestFiles.jpeg("a.jpg");
        assertThat(attachments.clean(Collections.nCopies(5, one))).hasSize(5);
        assertThatThrownBy(() -> attachments.clean(Collections.nCopies(6, one)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("attachment-count"));
        refused("attachment-size", new byte[0]);
        refused("attachment-size", java.util.Arrays.copyOf(TestFiles.jpeg(1), 5 * 1024 * 1024 + 1));
    }

    @Test
    void aRefusalDoesNotRepeatTheNameOfTheFile() {
        assertThatThrownBy(() -> attachments.clean(List.of(new NewAttachment("王某的举报.exe", new byte[] {'M', 'Z'}))))
                .hasMessageNotContaining("王某");
        assertThat(VaultRules.fileName("C:\\用户\\王某\\图.jpg")).isEqualTo("图.jpg");
        assertThat(VaultRules.fileName("举报/王某/../图\u0000\u202e.jpg")).isEqualTo("图.jpg");
    }

    private byte[] clean(byte[] content) {
        return attachments
                .clean(List.of(new NewAttachment("f", content)))
                .get(0)
                .content();
    }

    private void refused(String rule, byte[] content) {
        assertThatThrownBy(() -> clean(content)).as(rule).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.rule()).isEqualTo(rule);
            assertThat(refusal.field()).isEqualTo("files[0]");
            assertThat(refusal.getMessage()).isNotBlank();
            assertThat(refusal.english()).isNotBlank();
        });
    }

    private static void embedFile(PDDocument document) throws IOException {
        var file = new PDComplexFileSpecification();
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(java.util.Map.of("x", file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static byte[] objectStream(String filter, byte[] packed) {
        byte[] head = ("%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter " + filter + " /Length " + packed.length
                        + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        return with(with(head, packed), tail);
    }

    private static byte[] deflated(int zeros) {
        var deflater = new Deflater(9);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        byte[] packed = new byte[zeros / 500 + 1000];
        return java.util.Arrays.copyOf(packed, deflater.deflate(packed));
    }

    private static byte[] pngHeader(int width, int height) {
        byte[] small = TestFiles.image("png", 1, 1);
        ByteBuffer png = ByteBuffer.wrap(small);
        png.putInt(16, width).putInt(20, height);
        var crc = new java.util.zip.CRC32();
        crc.update(small, 12, 17);
        png.putInt(29, (int) crc.getValue());
        return small;
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.exe"));
            zip.write(new byte[] {'M', 'Z'});
        }
        return bytes.toByteArray();
    }

    private static byte[] with(byte[] host, byte[] guest) {
        return ByteBuffer.allocate(host.length + guest.length)
                .put(host)
                .put(guest)
                .array();
    }

    /** A PDF as it reads once its packed objects are written out. */
    private static String unpacked(byte[] pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.save(bytes, CompressParameters.NO_COMPRESSION);
        }
        return text(pdf) + text(bytes.toByteArray());
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage image(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content));
    }
}
