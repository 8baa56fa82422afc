package io.duban.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where the pictures of the models lie, and of which state of the models they were taken. */
final class Pictures {

    static final Path FOLDER = Path.of("src/docs/img");
    static final Path SUMS = FOLDER.resolve("models.sha256");

    private Pictures() {}

    static List<Path> models() {
        return Files256.under(Path.of("bpmn"));
    }

    static String basename(Path model) {
        return model.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }

    static Path of(Path model) {
        return FOLDER.resolve(basename(model) + ".png");
    }

    static boolean isTaken(Path model) {
        return Files.isRegularFile(of(model));
    }

    /** Model to sum, as it was when the pictures were taken. */
    static Map<String, String> taken() {
        return Files256.text(SUMS)
                .lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    /** Model to sum, as it is now. */
    static Map<String, String> current() {
        var sums = new TreeMap<String, String>();
        models().forEach(model -> sums.put(basename(model), Files256.sum(model)));
        return sums;
    }
}
