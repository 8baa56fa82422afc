package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 版记 at the foot of the last page, however far down the text reaches, and never over the text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImprintIT {

    /** The lower edge of the type area, in points from the top of the page: 37 mm and 225 mm. */
    private static final float FOOT = 742.7f;

    private PaperPdf office;

    @BeforeAll
    void start() {
        office = Office.required();
    }

    @AfterAll
    void stop() {
        if (office != null) {
            office.destroy();
        }
    }

    @ParameterizedTest(name = "{0} lines of demands")
    @ValueSource(ints = {1, 2, 3, 6, 14, 15, 16, 17, 18, 19, 20, 24})
    void theImprintStandsAtTheFootOfTheLastPageAndCoversNothing(int lines) throws IOException {
        PaperKind kind = PaperKind.INTERVIEW_BULLETIN;
        Map<String, String> values = SampleWords.values(kind);
        values.put("整改要求", "整改要求。\n".repeat(lines));

        byte[] pdf = office.of(new PaperRenderer().fill(TemplateFiles.shipped(kind), values, List.of()));

        try (var document = Loader.loadPDF(pdf)) {
            int last = document.getNumberOfPages();
            List<Line> page = Lines.of(document, last);
            Line copies = only(page, "抄送");
            Line printed = only(page, "印发");
            assertThat(printed.y()).isBetween(FOOT - 25, FOOT);
            assertThat(copies.y()).isBetween(printed.y() - 30, printed.y() - 20);
            assertThat(page)
                    .filteredOn(each -> Math.abs(each.y() - copies.y()) > 3
                            && Math.abs(each.y() - printed.y()) > 3
                            && !each.text().contains("—"))
                    .allMatch(each -> each.y() < copies.y() - 18);
            for (int each = 1; each < last; each++) {
                assertThat(Lines.of(document, each))
                        .noneMatch(line -> line.text().contains("抄送"));
            }
        }
    }

    private static Line only(List<Line> page, String word) {
        List<Line> found =
                page.stream().filter(each -> each.text().contains(word)).toList();
        assertThat(found).as(word).hasSize(1);
        return found.get(0);
    }

    /** A line of text and how far from the top of the page its letters stand. */
    private record Line(String text, float y) {}

    /** Reads a page line by line. */
    private static final class Lines extends PDFTextStripper {

        private final List<Line> lines = new ArrayList<>();

        private Lines() {
            setSortByPosition(true);
        }

        static List<Line> of(PDDocument document, int page) throws IOException {
            Lines reader = new Lines();
            reader.setStartPage(page);
            reader.setEndPage(page);
            reader.getText(document);
            return reader.lines;
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (!text.isBlank()) {
                lines.add(new Line(text, positions.get(0).getYDirAdj()));
            }
        }
    }
}
