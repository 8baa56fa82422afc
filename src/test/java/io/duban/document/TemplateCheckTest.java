package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 模板检查: what an administrator may upload, and what is refused with the tag or the part named. */
class TemplateCheckTest {

    private static final String DOCUMENT = "word/document.xml";
    private static final PaperKind KIND = PaperKind.RECTIFICATION_ORDER;

    private final TemplateCheck check = new TemplateCheck(new PaperRenderer());

    @ParameterizedTest
    @EnumSource
    void everyTemplateThatIsShippedPasses(PaperKind kind) {
        byte[] sample = check.check(kind, TemplateFiles.shipped(kind));

        assertThat(Docx.words(sample)).contains(SampleWords.values(kind).get("编号"));
    }

    @Test
    void anUnknownTagIsNamed() {
        refused("template-unknown-tags", template().replacing(DOCUMENT, "{{督办时间}}", "{{督办时间}}{{举报人}}{{@图片}}"))
                .hasMessageContaining("{{举报人}}")
                .hasMessageContaining("{{@图片}}")
                .hasMessageContaining("{{督办时间}}");
    }

    @Test
    void anUnknownColumnIsNamed() {
        refused("template-unknown-tags", template().replacing(DOCUMENT, "[整改要求]", "[整改要求][举报内容]"))
                .hasMessageContaining("[举报内容]");
    }

    @Test
    void aMissingTagIsNamed() {
        refused(
                        "template-missing-tags",
                        template().replacing(DOCUMENT, "{{督办时间}}", "某日").replacing(DOCUMENT, "[整改时限]", ""))
                .hasMessageContaining("{{督办时间}}")
                .hasMessageContaining("[整改时限]");
    }

    @Test
    void copiesHaveAParagraphOrARowOfTheirOwn() {
        String label = "抄送：{{抄送}}。";
        for (String sound : List.of(
                paragraph(label),
                table(row(cell(paragraph("抄送")), cell(paragraph("{{抄送}}")))),
                table(row(cell(paragraph(label))) + row(cell(paragraph("{{印发机关}}")), cell(paragraph("{{印发日期}}")))))) {
            assertThat(Docx.words(check.check(KIND, ending(sound).bytes())))
                    .contains("2026年11月22日")
                    .doesNotContain("抄送");
        }

        for (String spoilt : List.of(
                paragraph(label + "　{{印发机关}}"),
                paragraph(label + label),
                table(row(cell(paragraph(label)), cell(paragraph("{{印发机关}}")))),
                table(row(cell(paragraph(label) + paragraph("{{印发日期}}")))),
                table(row(cell(paragraph(label)), cell(paragraph("[序号]")))),
                table(row(cell(table(row(cell(paragraph(label)))) + paragraph("")))))) {
            refused("template-copies", ending(spoilt))
                    .hasMessageContaining("请把 {{抄送}} 单独放在正文的一段或表格的一行中")
                    .hasMessageContaining("{{印发机关}}");
        }
        refused(
                        "template-copies",
                        template()
                                .replacing(
                                        "word/footer1.xml",
                                        "</w:p></w:ftr>",
                                        "<w:r><w:t>" + label + "</w:t></w:r></w:p></w:ftr>"))
                .hasMessageContaining("页眉、页脚");
    }

    private static Docx ending(String body) {
        return template().replacing(DOCUMENT, "<w:sectPr>", body + "<w:sectPr>");
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String cell(String content) {
        return "<w:tc>" + content + "</w:tc>";
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String table(String rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
    }

    @Test
    void aTagThatWordHasSplitIntoRunsIsFound() {
        byte[] split = template()
                .replacing(DOCUMENT, "{{督办时间}}", "{{督办</w:t></w:r><w:r><w:t>时间}}")
                .bytes();

        assertThat(Docx.words(check.check(KIND, split))).contains("2026年11月22日");
    }

    @Test
    void macrosEmbeddedFilesAndOtherDocumentsAreRefused() {
        refused("template-parts", template().with("word/vbaProject.bin", "x")).hasMessageContaining("vbaProject");
        refused("template-parts", template().with("word/embeddings/oleObject1.bin", "x"));
        refused("template-parts", template().with("word/afchunk.html", "<html/>"));
        refused("template-parts", template().with("../../etc/passwd", "x"));
        refused("template-parts", template().with("word\\..\\x.xml", "<x/>"));
        refused(
                "template-macros",
                template()
                        .replacing(
                                "[Content_Types].xml",
                                "wordprocessingml.document.main+xml",
                                "document.macroEnabled.main+xml"));
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        refused(
                "template-external",
                template()
                        .replacing(
                                "word/_rels/document.xml.rels",
                                "</Relationships>",
                                "<Relationship Id=\"x\" Type=\"image\" Target=\"http://127.0.0.1/a.png\""
                                        + " TargetMode=\"External\"/></Relationships>"));
        refused(
                "template-fields",
                template()
                        .replacing(
                                DOCUMENT,
                                "</w:body>",
                                "<w:p><w:r><w:instrText> INCLUDETEXT \"/etc/passwd\" </w:instrText></w:r></w:p></w:body>"));
        refused(
                "template-fields",
                template()
                        .replacing(
                                DOCUMENT, "</w:body>", "<w:p><w:fldSimple w:instr=\" DDEAUTO cmd \"/></w:p></w:body>"));
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        refused(
                "template-docx",
                template()
                        .with(
                                "word/settings.xml",
                                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"));
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] zeros = new byte[16 * 1024 * 1024];

        refused("template-unpacked", template().with("word/styles.xml", zeros));
    }

    @Test
    void tooLargeAFileAndWhatIsNoDocumentAreRefused() {
        byte[] noise = new byte[TemplatePackage.MOST_BYTES + 1];
        new Random(1).nextBytes(noise);

        refused("template-size", noise);
        refused("template-docx", new byte[0]);
        refused("template-docx", "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void fiveThousandMutatedUploadsAreRefusedOrHarmless() {
        byte[] sound = template().bytes();
        Random random = new Random(20261122);
        int passed = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] mutated = sound.clone();
            int changes = 1 + random.nextInt(8);
            for (int change = 0; change < changes; change++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Docx.words(check.check(KIND, mutated))).contains("2026年第（12）号");
                passed++;
            } catch (Refusal refused) {
                assertThat(refused.rule()).startsWith("template-");
            }
        }
        assertThat(passed).isLessThan(5000);
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(String rule, Docx spoilt) {
        return refused(rule, spoilt.bytes());
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(String rule, byte[] spoilt) {
        return assertThatThrownBy(() -> check.check(KIND, spoilt)).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.field()).isEqualTo("file");
            assertThat(refused.rule()).isEqualTo(rule);
            assertThat(refused.basis()).isNotBlank();
        });
    }

    private static Docx template() {
        return Docx.of(TemplateFiles.shipped(KIND));
    }
}
