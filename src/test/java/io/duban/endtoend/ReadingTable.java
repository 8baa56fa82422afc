package io.duban.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file that says who reads what of a case: groups of doors that show the same people the same, each below a line of
 * those people, in which a letter stands for a stage: a small one for knowing that the case exists, a capital one for
 * reading what people wrote in it.
 *
 * @param stages by letter the states that are such a stage
 * @param doors by door what its group's line says
 * @param apart doors behind which there are no cases
 */
record ReadingTable(Map<Character, Set<String>> stages, Map<String, String> doors, Set<String> apart) {

    private static final String NOBODY = "nobody";
    private static final String APART = "[doors behind which there are no cases]";

    static ReadingTable read(Path file) {
        Map<Character, Set<String>> stages = new TreeMap<>();
        Map<String, String> doors = new TreeMap<>();
        Set<String> apart = new TreeSet<>();
        String group = "";
        for (String line : lines(file)) {
            if (line.startsWith("stage ")) {
                stages.put(line.charAt(6), Set.of(line.substring(8).split(" ")));
            } else if (line.startsWith("[")) {
                group = line;
            } else if (group.equals(APART)) {
                apart.add(line);
            } else {
                doors.put(line, group.substring(1, group.length() - 1));
            }
        }
        return new ReadingTable(stages, doors, apart);
    }

    /** The same with letters of these stages only. */
    Map<String, String> at(String stages) {
        return doors.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> at(stages, each.getValue()), (one, other) -> one, TreeMap::new));
    }

    private static String at(String stages, String line) {
        List<String> left = new ArrayList<>();
        for (String cell : line.split(" ")) {
            String[] parts = cell.split("=");
            String letters = parts.length < 2
                    ? ""
                    : parts[1].chars()
                            .filter(each -> stages.indexOf(Character.toUpperCase(each)) >= 0)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining());
            if (!letters.isEmpty()) {
                left.add(parts[0] + "=" + letters);
            }
        }
        return left.isEmpty() ? NOBODY : String.join(" ", left);
    }

    /**
     * A line of people.
     *
     * @param seen by person, in the order of the table, the letters
     */
    static String line(Map<String, String> seen) {
        String line = seen.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
        return line.isEmpty() ? NOBODY : line;
    }

    /** Writes what was seen as such a file, to be looked at and taken over. */
    static void write(Path file, Path like, Map<String, String> seen, Set<String> apart) throws IOException {
        List<String> out = new ArrayList<>();
        try (Stream<String> lines = Files.lines(like)) {
            lines.takeWhile(each -> !each.startsWith("[")).forEach(out::add);
        }
        Map<String, Set<String>> groups = new TreeMap<>();
        seen.forEach((door, line) ->
                groups.computeIfAbsent(line, any -> new TreeSet<>()).add(door));
        groups.forEach((line, doors) -> {
            out.add("[" + line + "]");
            out.addAll(doors);
            out.add("");
        });
        out.add(APART);
        out.addAll(apart);
        Files.createDirectories(file.getParent());
        Files.write(file, out);
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
