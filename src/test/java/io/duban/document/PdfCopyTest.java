package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.document.PaperSettings.Substitute;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 字体替换表: the copy for LibreOffice asks for type that is installed; the paper itself stays as it was issued. */
class PdfCopyTest {

    private static final String BIAO = "方正小标宋简体";
    private static final String FANG = "仿宋_GB2312";
    private static final Pattern ASKED = Pattern.compile("<w:rFonts([^>]*)/>");
    private static final Pattern NAME = Pattern.compile("=\"([^\"]*)\"");
    private static final List<Substitute> TABLE = List.of(
            new Substitute(BIAO, List.of("方正小标宋_GBK", "FandolSong:bold", "SimSun")),
            new Substitute(FANG, List.of("仿宋", "FandolFang")));

    @Test
    void typeThatIsInstalledStays() {
        Docx copy = copied(Set.of(BIAO, FANG, "方正小标宋_GBK", "仿宋", "FandolSong", "FandolFang"));

        assertThat(fonts(copy)).contains(BIAO, FANG).doesNotContain("方正小标宋_GBK", "仿宋", "FandolSong", "FandolFang");
    }

    @Test
    void theBestThatIsInstalledStandsInForWhatIsNot() {
        assertThat(fonts(copied(Set.of("FandolFang", "仿宋", "SimSun", "方正小标宋_GBK"))))
                .contains("方正小标宋_GBK", "仿宋")
                .doesNotContain(BIAO, FANG, "SimSun", "FandolFang");
        assertThat(fonts(copied(Set.of("FandolFang", "SimSun"))))
                .contains("SimSun", "FandolFang")
                .doesNotContain(BIAO, FANG);
    }

    @Test
    void theBoldWeightIsTakenWhereTheTableAsksForIt() {
        String body = copied(Set.of("FandolSong", "FandolFang")).part("word/document.xml");

        assertThat(body).containsPattern("<w:rFonts[^>]*\"FandolSong\"[^>]*/><w:b/>");
        assertThat(body).doesNotContainPattern("<w:rFonts[^>]*\"FandolFang\"[^>]*/><w:b/>");
    }

    @Test
    void withoutAnyOfThemTheNameStaysForLibreOfficeToChoose() {
        assertThat(fonts(copied(Set.of("DejaVu Sans")))).contains(BIAO, FANG);
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfApplicationYamlKnowsEveryTypefaceOfTheTemplates(PaperKind kind) {
        List<Substitute> table = Office.settings().substitutes();
        Set<String> installed = Set.of("FandolSong", "FandolFang", "FandolKai", "FandolHei");

        Docx copy = Docx.of(new PdfCopy(table, installed).of(TemplateFiles.shipped(kind)));

        assertThat(fonts(copy)).isSubsetOf(installed).contains("FandolSong", "FandolFang");
    }

    private static Docx copied(Set<String> installed) {
        byte[] paper = TemplateFiles.shipped(PaperKind.SUPERVISION_NOTICE);
        return Docx.of(new PdfCopy(TABLE, installed).of(paper));
    }

    /** Every typeface any part asks for. */
    private static List<String> fonts(Docx docx) {
        return Stream.of("document", "styles", "header3", "footer1", "footer2")
                .map(part -> docx.part("word/" + part + ".xml"))
                .flatMap(part -> ASKED.matcher(part).results())
                .flatMap(fonts -> NAME.matcher(fonts.group(1)).results())
                .map(font -> font.group(1))
                .distinct()
                .toList();
    }
}
