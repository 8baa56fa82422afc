package io.duban.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes, messages and elements that Java names, as {@code names-in-java.txt} lists them for people and tools. */
public record NamesInJava(Set<String> processes, Set<String> messages, Set<String> elements) {

    public static NamesInJava read() {
        try (InputStream in = NamesInJava.class.getResourceAsStream("/names-in-java.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Set<String>> names = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+", 2))
                    .collect(Collectors.groupingBy(
                            line -> line[0], Collectors.mapping(line -> line[1], Collectors.toUnmodifiableSet())));
            return new NamesInJava(
                    names.getOrDefault("process", Set.of()),
                    names.getOrDefault("message", Set.of()),
                    names.getOrDefault("element", Set.of()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("names-in-java.txt cannot be read", unreadable);
        }
    }
}
