package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The twelve templates as they ship against GB/T 9704-2012: sheet, margins, grid, red head, type. Measures are those of the
 * standard, in millimetres and points; what the files are made with is not asked.
 */
class ShippedTemplatesTest {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RED = "C00000";
    private static final String FANG = "仿宋_GB2312";
    private static final String HEI = "黑体";
    private static final String BIAO = "方正小标宋简体";

    @ParameterizedTest
    @EnumSource
    void whatShipsIsWhatIsMade(PaperKind kind) throws IOException {
        assertThat(Docx.of(TemplateFiles.shipped(kind)).everything())
                .as("write the files again: -Dtest=TemplateFiles -Dduban.templates=write")
                .isEqualTo(Docx.of(TemplateFiles.made(kind)).everything());
    }

    @ParameterizedTest
    @EnumSource
    void theSheetIsA4AndTheTypeAreaItsHundredAndFiftySixByTwoHundredAndTwentyFive(PaperKind kind) {
        Element size = only(document(kind), "pgSz");
        Element margins = only(document(kind), "pgMar");

        assertThat(millimetres(size, "w")).isCloseTo(210, within(0.1));
        assertThat(millimetres(size, "h")).isCloseTo(297, within(0.1));
        assertThat(value(size, "orient")).as("upright").isNotEqualTo("landscape");
        assertThat(millimetres(margins, "top")).as("天头").isCloseTo(37, within(0.1));
        assertThat(millimetres(margins, "left")).as("订口").isCloseTo(28, within(0.1));
        assertThat(millimetres(margins, "bottom")).isCloseTo(35, within(0.1));
        assertThat(millimetres(margins, "right")).isCloseTo(26, within(0.1));
    }

    @ParameterizedTest
    @EnumSource
    void twentyTwoLinesOfTwentyEightCharactersFillIt(PaperKind kind) {
        Element grid = only(document(kind), "docGrid");

        assertThat(value(grid, "type")).isEqualTo("linesAndChars");
        double lines = millimetresToPoints(225) / (number(grid, "linePitch") / 20.0);
        assertThat(Math.floor(lines)).isEqualTo(22);
        double character = 16 + number(grid, "charSpace") / 4096.0;
        assertThat(millimetresToPoints(156) / character).isCloseTo(28, within(0.05));
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPERVISION_NOTICE", "INTERVIEW_BULLETIN", "ACCOUNTABILITY_DECISION"})
    void papersWithARedHeadHaveIssuerAndLineInRed(PaperKind kind) {
        assertThat(kind.layout()).isEqualTo(PaperLayout.RED_HEAD);
        List<Element> paragraphs = all(document(kind), "p");
        Element head = paragraphs.get(0);

        assertThat(text(head)).isEqualTo("{{发文机关}}文件");
        assertThat(runs(head)).isNotEmpty().allSatisfy(run -> {
            assertThat(font(run)).isEqualTo(BIAO);
            assertThat(colour(run)).isEqualTo(RED);
        });
        assertThat(millimetres(only(head, "spacing"), "before"))
                .as("35 mm below the top of the type area")
                .isCloseTo(35, within(0.1));
        Element number = paragraphs.get(2);
        assertThat(text(paragraphs.get(1))).as("the number is two lines below").isEmpty();
        assertThat(text(number)).isEqualTo("{{编号}}");
        assertThat(value(only(number, "jc"), "val")).isEqualTo("center");
        assertThat(colour(runs(number).get(0))).as("only head and line are red").isEmpty();
        Element line = only(only(number, "pBdr"), "bottom");
        assertThat(value(line, "color")).isEqualTo(RED);
        assertThat(number(line, "space")).as("4 mm are 11 points").isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECTIFICATION_LETTER", "EXTENSION_REPLY", "INTERVIEW_NOTICE", "ACCOUNTABILITY_NOTICE"})
    void lettersStandBetweenTwoDoubleRedLines(PaperKind kind) {
        assertThat(kind.layout()).isEqualTo(PaperLayout.LETTER);
        Element head = part(kind, "word/header3.xml");
        Element foot = part(kind, "word/footer3.xml");

        assertThat(text(head)).isEqualTo("{{发文机关}}");
        assertThat(font(runs(head).get(0))).isEqualTo(BIAO);
        assertThat(colour(runs(head).get(0))).isEqualTo(RED);
        assertThat(millimetres(only(document(kind), "pgMar"), "header")).isCloseTo(30, within(0.1));
        assertThat(millimetres(only(document(kind), "pgMar"), "footer")).isCloseTo(20, within(0.1));
        for (Element part : List.of(head, foot)) {
            Element line = only(only(part, "pBdr"), "bottom");
            assertThat(value(line, "color")).isEqualTo(RED);
            assertThat(value(line, "val")).isEqualTo(part == head ? "thickThinSmallGap" : "thinThickSmallGap");
            Element indent = only(part, "ind");
            assertThat(156 - millimetres(indent, "left") - millimetres(indent, "right"))
                    .as("170 mm long, in the middle of the sheet")
                    .isCloseTo(170, within(0.1));
        }
        assertThat(all(document(kind), "titlePg")).as("on the first page only").hasSize(1);
        assertThat(text(foot)).as("no page number there").isEmpty();
        Element number = all(document(kind), "p").get(0);
        assertThat(text(number)).isEqualTo("{{编号}}");
        assertThat(value(only(number, "jc"), "val")).isEqualTo("right");
    }

    @ParameterizedTest
    @EnumSource(names = {"KEY_ISSUE_ORDER", "RECTIFICATION_ORDER", "URGING_NOTE", "SIGN_OFF_CONFIRMATION"})
    void formsHaveNoRed(PaperKind kind) {
        assertThat(kind.layout()).isEqualTo(PaperLayout.FORM);
        assertThat(Docx.of(TemplateFiles.shipped(kind)).everything()).doesNotContain(RED);
    }

    @ParameterizedTest
    @EnumSource(names = "INTERVIEW_MINUTES")
    void minutesHaveTheirMarkAndTheirLineInRed(PaperKind kind) {
        assertThat(kind.layout()).isEqualTo(PaperLayout.MINUTES);
        Element mark = all(document(kind), "p").get(0);

        assertThat(text(mark)).contains("纪要");
        assertThat(font(runs(mark).get(0))).isEqualTo(BIAO);
        assertThat(colour(runs(mark).get(0))).isEqualTo(RED);
        assertThat(value(only(only(document(kind), "pBdr"), "bottom"), "color")).isEqualTo(RED);
    }

    @ParameterizedTest
    @EnumSource
    void theTextIsSetInFangSongOfSizeThreeTwoCharactersIn(PaperKind kind) {
        Element usual = only(only(part(kind, "word/styles.xml"), "rPrDefault"), "rPr");
        assertThat(font(usual)).isEqualTo(FANG);
        assertThat(size(usual)).isEqualTo(16);

        List<Element> text = all(document(kind), "p").stream()
                .filter(each -> all(each, "ind").stream()
                        .anyMatch(indent -> !value(indent, "firstLineChars").isEmpty()))
                .toList();
        assertThat(text).isNotEmpty().allSatisfy(each -> {
            assertThat(value(only(each, "ind"), "firstLineChars")).isEqualTo("200");
            assertThat(value(only(each, "spacing"), "lineRule")).isEqualTo("exact");
            assertThat(number(only(each, "spacing"), "line") / 20.0).isBetween(28.9, 29.0);
            assertThat(runs(each)).allSatisfy(run -> {
                assertThat(font(run)).isIn(FANG, HEI);
                assertThat(size(run)).isEqualTo(16);
                assertThat(colour(run)).as("black").isEmpty();
            });
        });
        assertThat(text.stream().flatMap(each -> runs(each).stream()).map(ShippedTemplatesTest::font))
                .contains(FANG);
    }

    @ParameterizedTest
    @EnumSource
    void titlesAreSmallTitleTypeOfSizeTwoAndPagesAreNumberedOutside(PaperKind kind) {
        List<Element> titles = runs(document(kind)).stream()
                .filter(run -> font(run).equals(BIAO) && colour(run).isEmpty())
                .toList();
        assertThat(titles.isEmpty()).as("minutes have a mark instead").isEqualTo(kind.layout() == PaperLayout.MINUTES);
        assertThat(titles).allSatisfy(run -> assertThat(size(run)).as("标题").isEqualTo(22));

        for (String side : List.of("right", "left")) {
            Element foot = part(kind, side.equals("right") ? "word/footer1.xml" : "word/footer2.xml");
            assertThat(value(only(foot, "jc"), "val")).isEqualTo(side);
            assertThat(number(only(foot, "ind"), side) / 20.0)
                    .as("one character in")
                    .isEqualTo(14);
            assertThat(text(foot)).isEqualTo("— 1 —");
            assertThat(all(foot, "rPr")).allSatisfy(run -> {
                assertThat(font(run)).isEqualTo("宋体");
                assertThat(size(run)).isEqualTo(14);
            });
        }
        assertThat(all(part(kind, "word/settings.xml"), "evenAndOddHeaders")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPERVISION_NOTICE", "INTERVIEW_BULLETIN", "ACCOUNTABILITY_DECISION", "INTERVIEW_MINUTES"})
    void theImprintIsSizeFourBetweenRules(PaperKind kind) {
        Element imprint = all(document(kind), "tbl").stream()
                .filter(each -> text(each).contains("{{印发机关}}"))
                .findFirst()
                .orElseThrow();

        assertThat(text(imprint)).isEqualTo("抄送：{{抄送}}。{{印发机关}}{{印发日期}}印发");
        assertThat(runs(imprint)).allSatisfy(run -> {
            assertThat(font(run)).isEqualTo(FANG);
            assertThat(size(run)).isEqualTo(14);
        });
        Element rules = only(imprint, "tblBorders");
        assertThat(eighthsToMillimetres(only(rules, "top"))).isCloseTo(0.35, within(0.01));
        assertThat(eighthsToMillimetres(only(rules, "bottom"))).isCloseTo(0.35, within(0.01));
        assertThat(eighthsToMillimetres(only(rules, "insideH"))).isCloseTo(0.25, within(0.02));
    }

    private static Element document(PaperKind kind) {
        return part(kind, "word/document.xml");
    }

    private static Element part(PaperKind kind, String name) {
        String part = Docx.of(TemplateFiles.shipped(kind)).part(name);
        return TemplateXml.read(part.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }

    private static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS(W, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element only(Element root, String name) {
        List<Element> found = all(root, name);
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private static List<Element> runs(Element root) {
        return all(root, "r").stream().filter(run -> !text(run).isEmpty()).toList();
    }

    private static String text(Element root) {
        return all(root, "t").stream().map(Element::getTextContent).reduce("", String::concat);
    }

    private static String font(Element run) {
        return Stream.of("eastAsia", "ascii", "hAnsi")
                .map(script -> value(only(run, "rFonts"), script))
                .reduce((one, other) -> one.equals(other) ? one : one + "/" + other)
                .orElseThrow();
    }

    private static double size(Element run) {
        return number(only(run, "sz"), "val") / 2.0;
    }

    private static String colour(Element run) {
        return all(run, "color").stream()
                .map(each -> value(each, "val"))
                .findFirst()
                .orElse("");
    }

    private static String value(Element element, String attribute) {
        return element.getAttributeNS(W, attribute);
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(value(element, attribute));
    }

    private static double millimetres(Element element, String attribute) {
        return number(element, attribute) / 1440.0 * 25.4;
    }

    private static double millimetresToPoints(double millimetres) {
        return millimetres / 25.4 * 72;
    }

    private static double eighthsToMillimetres(Element rule) {
        return number(rule, "sz") / 8.0 / 72 * 25.4;
    }
}
