package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.duban.document.Docx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * What people see of an answer: the texts and attributes of a page, the cells of a table, the words of a paper, the files of
 * an archive. An answer in which something typed became more than text fails.
 */
final class ShownText {

    private static final String OUTSIDE = "outside.example";
    private static final String FORMULA = "(?s)[\\s\\p{Cf}]*[=+\\-@＝＋－＠].*";
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "srcset", "style");
    private static final Map<String, String> KINDS = Map.of(
            "text/html", "html",
            "text/csv", "csv",
            "application/zip", "zip",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final List<String> texts = new ArrayList<>();
    private final String place;

    private ShownText(String place) {
        this.place = place;
    }

    /** The kind of an answer, empty for one that nobody looks at. */
    static String kind(String mediaType) {
        return KINDS.getOrDefault(mediaType.replaceAll(";.*", "").strip(), "");
    }

    static List<String> of(String place, String kind, byte[] content) {
        ShownText shown = new ShownText(place);
        try {
            shown.read(kind, content);
        } catch (IOException | ParseException unreadable) {
            throw new AssertionError(place, unreadable);
        }
        return shown.texts;
    }

    private void read(String kind, byte[] content) throws IOException, ParseException {
        switch (kind) {
            case "html" ->
                new MarkupParser(ParseConfiguration.htmlConfiguration())
                        .parse(new String(content, StandardCharsets.UTF_8), new Page());
            case "csv" -> table(new String(content, StandardCharsets.UTF_8));
            case "xlsx" -> sheets(content);
            case "docx" -> paper(content);
            case "zip" -> archive(content);
            default -> {}
        }
    }

    private void table(String csv) throws IOException {
        try (var lines = CsvReader.builder().ofCsvRecord(csv.replaceFirst("^\ufeff", ""))) {
            lines.forEach(line -> line.getFields().forEach(cell -> {
                assertThat(cell.matches("-?\\d+(\\.\\d+)?") || !cell.matches(FORMULA))
                        .as(place + " reckons " + cell)
                        .isTrue();
                texts.add(cell);
            }));
        }
    }

    private void sheets(byte[] content) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            for (var sheet : book.getSheets().toList()) {
                for (var row : sheet.read()) {
                    row.forEach(cell -> texts.add(text(cell)));
                }
            }
        }
    }

    private String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        assertThat(cell.getType()).as(place + " " + cell.getAddress()).isNotEqualTo(CellType.FORMULA);
        return cell.getText();
    }

    private void paper(byte[] content) {
        assertThat(Docx.of(content).everything())
                .as(place)
                .doesNotContain("TargetMode=\"External\"", "<w:hyperlink", "HYPERLINK \\", "<w:altChunk");
        texts.add(Docx.words(content));
    }

    private void archive(byte[] content) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                String name = each.getName();
                assertThat(name)
                        .as(place)
                        .doesNotContain("..")
                        .matches("[^\\\\:*?\"<>|\\p{C}]+")
                        .doesNotStartWith("/");
                String kind = name.substring(name.lastIndexOf('.') + 1);
                texts.addAll(of(place + "!" + name, kind, zip.readAllBytes()));
            }
        }
    }

    /** The texts of a page; what somebody typed adds no element, no attribute, no comment and no way out. */
    private final class Page extends AbstractMarkupHandler {

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            texts.add(HtmlEscape.unescapeHtml(new String(buffer, offset, length)));
        }

        @Override
        public void handleComment(
                char[] buffer,
                int contentOffset,
                int contentLength,
                int outerOffset,
                int outerLength,
                int line,
                int column) {
            assertThat(new String(buffer, outerOffset, outerLength)).as(place).doesNotContain("号话");
        }

        @Override
        public void handleAttribute(
                char[] buffer,
                int nameOffset,
                int nameLength,
                int nameLine,
                int nameColumn,
                int operatorOffset,
                int operatorLength,
                int operatorLine,
                int operatorColumn,
                int valueOffset,
                int valueLength,
                int outerOffset,
                int outerLength,
                int valueLine,
                int valueColumn) {
            String name = new String(buffer, nameOffset, nameLength);
            String value = HtmlEscape.unescapeHtml(new String(buffer, valueOffset, valueLength));
            assertThat(name).as(place).doesNotStartWithIgnoringCase("on");
            if (ADDRESSES.contains(name)) {
                assertThat(value).as(place + " " + name).doesNotContain(OUTSIDE).doesNotContainIgnoringCase("script:");
            } else {
                texts.add(value);
            }
        }
    }
}
