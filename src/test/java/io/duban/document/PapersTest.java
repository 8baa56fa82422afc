package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 公文: laid out, kept as issued, void with a reason; values are words and nothing else. */
class PapersTest {

    private DocumentRoom room;
    private Papers papers;

    @BeforeEach
    void open() {
        room = DocumentRoom.open();
        papers = room.papers();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindSaysEverythingItIsGivenAndLeavesNoTagBehind(PaperKind kind) {
        Paper paper = papers.issue(DocumentRoom.text(kind, "case", Map.of()));
        String words = Docx.words(papers.docx(paper.id()).content());

        assertThat(words).contains(paper.number(), "2026年11月22日").doesNotContain("{{", "}}", "[序号]");
        kind.required()
                .forEach(tag -> SampleWords.values(kind)
                        .get(tag)
                        .lines()
                        .forEach(line -> assertThat(words).as(tag).contains(line)));
        SampleWords.rows(kind).forEach(row -> assertThat(words).contains(row.values()));
    }

    @Test
    void whatIsKeptIsWhatWasIssued() throws Exception {
        Paper paper = papers.issue(DocumentRoom.text(PaperKind.KEY_ISSUE_ORDER, "case", Map.of()));
        byte[] kept = papers.docx(paper.id()).content();

        assertThat(paper.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(kept)));
        assertThat(papers.of("case")).containsExactly(paper);
        assertThat(papers.docx(paper.id()).fileName()).isEqualTo("重点问题督办单 2026年第（1）号.docx");
        assertThat(room.get(AuditTrail.class).of("case", 10))
                .extracting(each -> each.action())
                .containsExactly("PAPER_ISSUED");
    }

    @Test
    void theIssuerTheAddresseeAndTheDateStandInFull() {
        Paper paper = papers.issue(DocumentRoom.text(PaperKind.KEY_ISSUE_ORDER, "case", Map.of()));

        assertThat(Docx.words(papers.docx(paper.id()).content()))
                .contains("上海市人民政府教育督导委员会办公室", "徐汇区人民政府：", "2026年11月22日");
    }

    @Test
    void aValueIsNeverReadAsATagAnExpressionOrAPicture() {
        String trap = "{{编号}}{{@http://127.0.0.1/x.png}}{{#a}}{{+b}}[序号]${1+1}#{T(java.lang.Runtime)}";
        Paper paper = papers.issue(DocumentRoom.text(
                PaperKind.URGING_NOTE, "case", Map.of("督办标题", trap, "逾期情况", "<w:br/>&amp;\u0000\u0008")));
        byte[] content = papers.docx(paper.id()).content();

        assertThat(Docx.words(content)).contains(trap, "<w:br/>&amp;");
        assertThat(Docx.of(content).everything()).doesNotContain("TargetMode=\"External\"", "word/media");
    }

    @Test
    void theFileSaysNothingAboutWhoMadeItAndTheSameWordsGiveTheSameBytes() {
        byte[] first = filled();

        assertThat(filled()).isEqualTo(first);
        assertThat(Docx.of(first).part("docProps/core.xml")).contains("<dc:creator>Duban<", "2012-07-01T00:00:00Z");
        assertThat(Docx.of(first).everything()).doesNotContain("Apache POI", "poi-tl");
    }

    @ParameterizedTest
    @EnumSource
    void theImprintNamesWhoPrintedItWhenAndWhoGetsACopy(PaperKind kind) {
        Paper paper = papers.issue(DocumentRoom.text(kind, "case", Map.of("抄送", "中共徐汇区委员会，徐汇区教育局")));
        String words = Docx.words(papers.docx(paper.id()).content());

        boolean imprinted = kind.layout() == PaperLayout.RED_HEAD || kind.layout() == PaperLayout.MINUTES;
        assertThat(words.contains("抄送：中共徐汇区委员会，徐汇区教育局。")).isEqualTo(imprinted);
        assertThat(words.contains("上海市人民政府教育督导委员会办公室\t2026年11月22日印发")).isEqualTo(imprinted);
    }

    @Test
    void whereNobodyGetsACopyTheLineIsLeftOut() {
        Paper paper = papers.issue(DocumentRoom.text(PaperKind.INTERVIEW_BULLETIN, "case", Map.of("抄送", "")));

        assertThat(Docx.words(papers.docx(paper.id()).content()))
                .doesNotContain("抄送")
                .contains("2026年11月22日印发");
        assertThat(Docx.of(papers.docx(paper.id()).content())
                        .part("word/document.xml")
                        .split("<w:tr>|<w:tr ", -1))
                .as("one row of one table")
                .hasSize(2);
    }

    @Test
    void aLineThatAClerkHasPutOutsideOfTheTableIsLeftOutToo() {
        byte[] clerks = Docx.of(TemplateFiles.shipped(PaperKind.URGING_NOTE))
                .replacing("word/document.xml", "<w:sectPr>", "<w:p><w:r><w:t>抄送：{{抄送}}。</w:t></w:r></w:p><w:sectPr>")
                .bytes();
        Map<String, String> values = SampleWords.values(PaperKind.URGING_NOTE);

        assertThat(Docx.words(new PaperRenderer().fill(clerks, values, List.of())))
                .doesNotContain("抄送");
        values.put("抄送", "徐汇区教育局");
        assertThat(Docx.words(new PaperRenderer().fill(clerks, values, List.of())))
                .contains("抄送：徐汇区教育局。");
    }

    private static byte[] filled() {
        PaperKind kind = PaperKind.RECTIFICATION_ORDER;
        return new PaperRenderer().fill(TemplateFiles.shipped(kind), SampleWords.values(kind), SampleWords.rows(kind));
    }

    @Test
    void aVoidPaperStaysInTheRegisterWithItsReasonAndItsNumberIsNotGivenAgain() {
        Paper paper = papers.issue(DocumentRoom.text(PaperKind.URGING_NOTE, "case", Map.of()));

        papers.voidPaper(paper.id(), "主送单位有误，另行印发。");

        assertThat(papers.of("case"))
                .singleElement()
                .satisfies(each -> assertThat(each.voidReason()).isEqualTo("主送单位有误，另行印发。"));
        PaperFile handedOut = papers.docx(paper.id());
        assertThat(handedOut.fileName()).startsWith("（作废）催办单");
        assertThat(Docx.words(handedOut.content())).contains("作　废", "本件已于2026年", "作废。理由：主送单位有误，另行印发。");
        assertThat(papers.of("case").get(0).sha256())
                .as("what is kept is what was issued")
                .isEqualTo(paper.sha256());
        assertThat(papers.issue(DocumentRoom.text(PaperKind.URGING_NOTE, "case", Map.of()))
                        .number())
                .isEqualTo("沪教督催〔2026〕2号");
        assertThatThrownBy(() -> papers.voidPaper(paper.id(), "再次作废的理由。"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.rule()).isEqualTo("paper-void"));
    }

    @Test
    void aPaperIsNotVoidWithoutAReason() {
        Paper paper = papers.issue(DocumentRoom.text(PaperKind.URGING_NOTE, "case", Map.of()));

        assertThatThrownBy(() -> papers.voidPaper(paper.id(), "  错 "))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.field()).isEqualTo("reason");
                    assertThat(refused.basis()).isEqualTo("INV-09");
                });
        assertThat(papers.of("case")).containsExactly(paper);
    }

    @Test
    void withoutLibreOfficeThePdfIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> Office.missing().of(filled())).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.field()).isEqualTo("pdf");
            assertThat(refused.rule()).isEqualTo("office-installed");
            assertThat(refused.getMessage()).contains("请下载 DOCX");
        });
    }

    @Test
    void aLongTitleIsBrokenIntoLinesOfAboutTheSameLength() {
        assertThat(TitleLines.of("关于核查督办“双减”问题线索的督办通知")).doesNotContain("\n");
        assertThat(TitleLines.of("关于徐汇区智启科技素养培训中心违规开展学科类培训和超期收费问题的整改督办函").lines())
                .hasSize(2)
                .allMatch(line -> line.length() >= 15 && line.length() <= 21)
                .noneMatch(line -> line.startsWith("的"));
    }
}
