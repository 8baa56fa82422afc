package io.duban.worklist;

import io.duban.engine.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The list in {@code engine-operations.txt}: which operation of the engine is open to which role. */
final class EngineOperations {

    private static final String FILE = "/engine-operations.txt";

    /**
     * One line of the list.
     *
     * @param roles the roles it is open to; empty for everybody who is signed in
     */
    record Operation(String method, String path, Set<String> roles) {

        /** How much of the path is left open; the line that leaves least open decides. */
        int open() {
            return (int) path.chars().filter(each -> each == '*').count();
        }

        boolean covers(EngineCall call) {
            return call.matches(method, path).isPresent();
        }

        boolean isOpenTo(SignedIn person) {
            return roles.isEmpty() || person.groups().stream().anyMatch(roles::contains);
        }
    }

    static final List<Operation> ALL = read();

    private EngineOperations() {}

    static boolean allow(EngineCall call, SignedIn person) {
        return ALL.stream()
                .filter(each -> each.covers(call))
                .min(Comparator.comparingInt(Operation::open))
                .filter(each -> each.isOpenTo(person))
                .isPresent();
    }

    private static List<Operation> read() {
        List<Operation> operations = new ArrayList<>();
        Set<String> roles = Set.of();
        for (String line : text().split("\\R")) {
            if (line.startsWith("[")) {
                int colon = line.indexOf(':');
                roles = colon < 0
                        ? Set.of()
                        : Set.of(line.substring(colon + 1, line.indexOf(']'))
                                .strip()
                                .split(" "));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ");
                operations.add(new Operation(parts[0], parts[1], roles));
            }
        }
        return List.copyOf(operations);
    }

    private static String text() {
        try (var in = Objects.requireNonNull(EngineOperations.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }
}
