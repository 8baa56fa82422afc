package io.duban.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One Java file of the application, for rules that bytecode cannot answer.
 *
 * @param name the file without its ending
 * @param room the folder below {@code io/duban}, empty for the application itself
 * @param text as it stands in the file
 * @param code the text without comments
 */
record Source(String name, String room, String text, String code) {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.duban");

    private static final Path MAIN = Path.of("src/main/java/io/duban");
    private static final Pattern COMMENTS = Pattern.compile("/\\*.*?\\*/|(?<![:\"])//[^\n]*", Pattern.DOTALL);

    static final List<Source> ALL = read();

    static List<Source> of(Room room) {
        return ALL.stream().filter(each -> each.room().equals(room.folder())).toList();
    }

    /** The text of a resource file under {@code bpmn/} or {@code forms/}. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> files(String folder, String ending) {
        try (var found = Files.list(Path.of(folder))) {
            return found.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int lines() {
        return (int) text.lines().count();
    }

    boolean isMatching(String regex) {
        return Pattern.compile(regex).matcher(code).find();
    }

    String place() {
        return room + "/" + name;
    }

    private static List<Source> read() {
        try (var files = Files.walk(MAIN)) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .map(Source::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Source of(Path file) {
        String text = text(file);
        Path room = MAIN.relativize(file).getParent();
        return new Source(
                file.getFileName().toString().replace(".java", ""),
                room == null ? "" : room.toString(),
                text,
                COMMENTS.matcher(text).replaceAll(""));
    }
}
