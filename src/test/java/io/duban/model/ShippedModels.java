package io.duban.model;

import io.duban.architecture.JavaSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models, tables and forms of the product, to be changed in a test, and what Java has for them. */
final class ShippedModels {

    static final Known KNOWN = JavaSide.known();
    static final Map<String, String> FILES = read();

    /** Each file read once, so that a changed one costs no more than itself. */
    private static final Map<String, ModelSet> PARTS = new TreeMap<>();

    private ShippedModels() {}

    /** The faults with one file in place of the shipped one of this name; no text takes it away. */
    static List<Fault> faultsWith(String name, String text) {
        Faults faults = new Faults();
        ModelSet all = new ModelSet();
        FILES.keySet().stream()
                .filter(each -> !each.equals(name))
                .forEach(each -> join(all, PARTS.computeIfAbsent(each, ShippedModels::part)));
        if (!text.isEmpty()) {
            all.read(name, text.getBytes(StandardCharsets.UTF_8), KNOWN.grammar(), faults);
        }
        ModelRules.check(all, KNOWN, List.of(), faults);
        return faults.all();
    }

    private static ModelSet part(String name) {
        ModelSet part = new ModelSet();
        part.read(name, FILES.get(name).getBytes(StandardCharsets.UTF_8), KNOWN.grammar(), new Faults());
        return part;
    }

    private static void join(ModelSet all, ModelSet part) {
        all.processes().addAll(part.processes());
        all.tables().addAll(part.tables());
        all.forms().putAll(part.forms());
    }

    private static Map<String, String> read() {
        Map<String, String> files = new TreeMap<>();
        for (String folder : List.of("bpmn", "forms")) {
            try (var found = Files.list(Path.of(folder))) {
                for (Path each : found.toList()) {
                    files.put(String.valueOf(each.getFileName()), Files.readString(each));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }
}
