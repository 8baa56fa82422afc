package io.duban.architecture;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the list of published advisories, with what was decided on it if the class path is affected.
 *
 * @param component group and artifact
 * @param affected the versions, {@code [from,to)} or {@code [from,to]}
 * @param decision empty while nothing had to be decided
 */
record Advisory(
        String component, String affected, String id, String decision, String decided, String review, String reason) {

    private static final Path LIST = Path.of("src/test/resources/advisories.csv");
    private static final Pattern LOOKED_UP = Pattern.compile("(?m)^# looked up: (\\S+)$");
    private static final Pattern RANGE = Pattern.compile("\\[(?<from>[^,]+),(?<to>[^,]+)(?<end>[)\\]])");

    static List<Advisory> all() {
        return CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text()).stream()
                .map(Advisory::of)
                .toList();
    }

    /** The day on which somebody last compared the list with what is published. */
    static LocalDate lookedUp() {
        Matcher day = LOOKED_UP.matcher(text());
        if (!day.find()) {
            throw new IllegalStateException("No line \"# looked up: <day>\" in " + LIST);
        }
        return LocalDate.parse(day.group(1));
    }

    private static String text() {
        try {
            return Files.readString(LIST);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Advisory of(NamedCsvRecord line) {
        return new Advisory(
                line.getField("component"),
                line.getField("affected"),
                line.getField("advisory"),
                line.getField("decision"),
                line.getField("decided"),
                line.getField("review"),
                line.getField("reason"));
    }

    boolean affects(Component one) {
        Matcher range = RANGE.matcher(affected);
        if (!range.matches()) {
            throw new IllegalStateException("Not a range of versions: " + affected);
        }
        int end = one.version().compareTo(Version.parse(range.group("to")));
        return one.isNamed(component)
                && one.version().compareTo(Version.parse(range.group("from"))) >= 0
                && ("]".equals(range.group("end")) ? end <= 0 : end < 0);
    }

    boolean isDecided() {
        return !decision.isEmpty();
    }
}
