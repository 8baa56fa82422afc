package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of paper as people see it: filled with the sample's words, turned into a PDF by LibreOffice, its pages
 * drawn. {@code -Dduban.pictures=write} keeps the pictures under {@code src/docs/img/papers}. Where LibreOffice is
 * missing the test is skipped, on the build server it fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperPicturesIT {

    private static final Path FOLDER = Path.of("src/docs/img/papers");

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

    @ParameterizedTest
    @EnumSource
    void aPaperIsOnePageWithEverythingItSays(PaperKind kind) throws IOException {
        byte[] docx = new PaperRenderer()
                .fill(Files.readAllBytes(TemplateFiles.file(kind)), SampleWords.values(kind), SampleWords.rows(kind));

        byte[] pdf = office.of(docx);

        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains(SampleWords.values(kind).get("编号"));
            assertThat(punctuation(text)).isEqualTo(punctuation(Docx.words(docx)));
            assertThat(document.getNumberOfPages()).isBetween(1, 2);
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 75, ImageType.RGB);
            assertThat(page.getWidth()).isBetween(619, 621);
            if ("write".equals(System.getProperty("duban.pictures"))) {
                Files.createDirectories(FOLDER);
                ImageIO.write(page, "png", FOLDER.resolve(name(kind, "")).toFile());
                if (document.getNumberOfPages() > 1) {
                    ImageIO.write(
                            new PDFRenderer(document).renderImageWithDPI(1, 75, ImageType.RGB),
                            "png",
                            FOLDER.resolve(name(kind, "-2")).toFile());
                }
            }
        }
    }

    /** How many of each mark; a converter may lose what hangs over the end of a line. */
    private static Map<Character, Long> punctuation(String text) {
        return text.chars()
                .mapToObj(each -> (char) each)
                .filter(each -> "。，、；：".indexOf(each) >= 0)
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    }

    private static String name(PaperKind kind, String page) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + page + ".png";
    }
}
