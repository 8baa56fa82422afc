package io.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanFileTest {

    @Test
    void aWordFileIsPackedAnewWithoutItsAuthorAndWithoutWhatHungOn() throws Exception {
        byte[] hung = OfficeFiles.join(OfficeFiles.docx(), "canary-behind".getBytes(StandardCharsets.US_ASCII));

        CleanFile clean = clean(hung);

        assertThat(clean.kind()).isEqualTo(FileKind.DOCX);
        assertThat(text(clean.content())).doesNotContain("canary-behind");
        assertThat(unpacked(clean.content())).contains("整改情况说明").doesNotContain(OfficeFiles.AUTHOR);
        assertThat(clean(OfficeFiles.xlsx()).kind()).isEqualTo(FileKind.XLSX);
        assertThat(clean(clean.content()).content()).isEqualTo(clean.content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/vbaProject.bin",
                "word/vbaData.xml",
                "xl/macrosheets/sheet1.xml",
                "word/activeX/activeX1.xml",
                "customUI/customUI.xml",
                "word/evil.exe",
                "word/webextensions/taskpanes.xml"
            })
    void macrosControlsAndProgramsAreRefused(String part) {
        refused("attachment-macros", withDocx(part, "<x/>"));
    }

    @Test
    void aMacroTypeIsRefusedWhateverThePartIsCalled() {
        refused(
                "attachment-macros",
                withDocx(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/word/x.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/embeddings/oleObject1.bin", "xl/externalLinks/externalLink1.xml", "word/afchunk.mht"})
    void whatCarriesOtherFilesIsRefused(String part) {
        refused("attachment-embedded", withDocx(part, "<x/>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    attachedTemplate | http://evil.example/a.dotm
                    image | http://evil.example/a.png
                    oleObject | file:///c:/a.xls
                    hyperlink | file://server/share
                    hyperlink | \\\\server\\share
                    frame | https://evil.example
                    """)
    void whatReachesOutsideIsRefused(String type, String target) {
        refused(
                "attachment-external",
                withDocx(
                        "word/_rels/document.xml.rels",
                        OfficeFiles.rels("<Relationship Id=\"r9\" Type=\"http://x/" + type + "\" Target=\"" + target
                                + "\" TargetMode=\"External\"/>")));
    }

    @Test
    void anOrdinaryLinkIsLeft() throws Exception {
        clean(withDocx(
                "word/_rels/document.xml.rels",
                OfficeFiles.rels(
                        "<Relationship Id=\"r9\" Type=\"http://x/hyperlink\" Target=\"https://moe.gov.cn/link\""
                                + " TargetMode=\"External\"/>")));
        clean(withDocx(
                "word/document.xml",
                OfficeFiles.document("<w:r><w:instrText>HYPERLINK \"https://moe.gov.cn/link\"</w:instrText></w:r>")));
    }

    @Test
    void fieldsThatFetchAreRefusedAlsoInPieces() {
        refused(
                "attachment-external",
                withDocx(
                        "word/document.xml",
                        OfficeFiles.document(
                                "<w:r><w:fldChar/></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\cmd</w:instrText></w:r>")));
        refused(
                "attachment-external",
                withDocx("word/document.xml", OfficeFiles.document("<w:fldSimple w:instr=\" INCLUDETEXT a.txt\"/>")));
        Map<String, String> sheet = OfficeFiles.xlsxParts();
        sheet.put("xl/worksheets/sheet1.xml", "<worksheet><f>WEBSERVICE(\"http://x\")</f></worksheet>");
        refused("attachment-external", OfficeFiles.packed(sheet));
        sheet.put("xl/worksheets/sheet1.xml", "<worksheet><f>cmd|'/c calc'!A0</f></worksheet>");
        refused("attachment-external", OfficeFiles.packed(sheet));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../evil.xml", "/etc/x.xml", "word/../../x.xml", "c:x.xml", "word\\x.xml", "word/Document.XML"
            })
    void pathNamesThatLeaveOrRepeatAreRefused(String part) {
        refused("attachment-path", withDocx(part, "<x/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/doc2.dat", "word/media/image1.png", "word/x", "customXml/item1.bin"})
    void aPartIsWhatItIsDeclaredAsWhateverItsName(String name) {
        Map<String, String> parts = OfficeFiles.docxParts();
        parts.put(
                "[Content_Types].xml",
                OfficeFiles.types(OfficeFiles.override(
                        name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")));
        parts.put(name, OfficeFiles.document("<w:r><w:instrText>DDEAUTO c:\\\\cmd \"/k calc\"</w:instrText></w:r>"));
        refused("attachment-external", OfficeFiles.packed(parts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word/doc2.dat | ",
                "word/media/image1.png | image/png",
                "word/fonts/font1.odttf | application/x-fontdata",
                "word/x.dat | application/octet-stream",
                "word/x.dat | text/html",
                "word/x.dat | application/vnd.openxmlformats-officedocument.oleObject"
            })
    void whatIsNotDeclaredNotTakenOrNotWhatItIsDeclaredAsIsRefused(String name, String type) {
        for (String content :
                java.util.List.of("MZ\u0000program", "L\u0000\u0000\u0000link", "<html/>", "PK\u0003\u0004x")) {
            Map<String, String> parts = OfficeFiles.docxParts();
            parts.put("[Content_Types].xml", OfficeFiles.types(type == null ? "" : OfficeFiles.override(name, type)));
            parts.put(name, content);
            assertThatThrownBy(() -> clean(OfficeFiles.packed(parts)))
                    .isInstanceOfSatisfying(
                            UnsafeFile.class,
                            unsafe -> assertThat(unsafe.rule()).isIn("attachment-part", "attachment-macros"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/a.lnk", "word/a.html", "word/a.mht", "word/a.url", "word/a.scr"})
    void linksAndPagesAreRefusedByTheirNamesToo(String name) {
        Map<String, String> parts = OfficeFiles.docxParts();
        parts.put("[Content_Types].xml", OfficeFiles.types(OfficeFiles.override(name, "application/xml")));
        parts.put(name, "<x/>");
        refused("attachment-macros", OfficeFiles.packed(parts));
    }

    @Test
    void aPageThatIsDeclaredAsXmlIsRefused() {
        refused("attachment-macros", withDocx("customXml/item1.xml", "<html><script>x</script></html>"));
    }

    @Test
    void entitiesAreRefused() {
        refused(
                "attachment-readable",
                withDocx("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>"));
        refused("attachment-readable", withDocx("word/document.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>"));
        refused("attachment-readable", withDocx("word/document.xml", "<x>"));
    }

    @Test
    void bombsAreRefusedWhileTheyUnpack() throws Exception {
        refused("attachment-bomb", bomb(1, 60 * 1024 * 1024));
        refused("attachment-bomb", bomb(40, 4 * 1024 * 1024));
        refused("attachment-bomb", bomb(2_100, 1));
    }

    @Test
    void aPackedFileThatIsNoOfficeFileIsRefused() {
        refused("attachment-kind", OfficeFiles.packed(Map.of("a.txt", "x")));
        refused("attachment-kind", new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9});
    }

    @Test
    void aFilmLosesPlaceAndTimesAndNothingElseMoves() throws Exception {
        byte[] film = OfficeFiles.mp4();

        byte[] clean = clean(film).content();

        assertThat(text(film)).contains("canary-place", "zzzz");
        assertThat(text(clean)).doesNotContain("canary-place", "zzzz", "udta").contains("moov", "mdat", "mvhd");
        assertThat(clean).hasSameSizeAs(film);
        refused("attachment-polyglot", OfficeFiles.join(film, OfficeFiles.box("evil", new byte[10])));
        refused("attachment-readable", OfficeFiles.join(film, new byte[] {1, 2, 3}));
        refused("attachment-readable", OfficeFiles.box("ftyp", "heic0000".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aRecordingIsItsSoundAlone() throws Exception {
        byte[] clean = clean(OfficeFiles.mp3()).content();

        assertThat(clean).hasSize(6 * 417);
        assertThat(text(clean)).doesNotContain("canary");
        refused("attachment-readable", "ID3 and nothing else".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] withDocx(String part, String text) {
        Map<String, String> parts = OfficeFiles.docxParts();
        parts.put(part, text);
        return OfficeFiles.packed(parts);
    }

    private static byte[] bomb(int parts, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            byte[] zeros = new byte[size];
            for (int i = 0; i < parts; i++) {
                zip.putNextEntry(new ZipEntry("word/part" + i + ".bin"));
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static CleanFile clean(byte[] content) throws UnsafeFile {
        return CleanFile.of(FileKind.of(content).orElseThrow(), content);
    }

    private static void refused(String rule, byte[] content) {
        assertThatThrownBy(() -> clean(content)).isInstanceOfSatisfying(UnsafeFile.class, unsafe -> {
            assertThat(unsafe.rule()).isEqualTo(rule);
            assertThat(unsafe.chinese()).matches("(?s).*[\\u4e00-\\u9fa5]{4,}.*");
            assertThat(unsafe.english()).isNotBlank();
        });
    }

    private static String unpacked(byte[] zip) throws IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.append(entry.getName()).append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
