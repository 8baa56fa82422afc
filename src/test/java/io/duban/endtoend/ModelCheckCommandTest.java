package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.DubanApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * {@code --duban.models.check} as a designer runs it: outside the demo, without a key and with a database that does not
 * exist. Two processes of its own, at the same time, since what is tried is the command and its exit code.
 */
class ModelCheckCommandTest {

    @TempDir
    Path folder;

    /** The command and where its data folder would be. */
    private record Run(Process process, Path home) {

        String said() {
            try {
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Test
    void itSaysEveryFaultOrNoneEndsWithOneOrNoughtAndLeavesNoFile() throws Exception {
        FileSystemUtils.copyRecursively(Path.of("bpmn"), folder.resolve("bpmn"));
        FileSystemUtils.copyRecursively(Path.of("forms"), folder.resolve("forms"));
        change("bpmn/investigation.bpmn", "'UNFOUNDED'", "'UNFUNDED'");
        change("forms/investigate.form", "\"key\": \"cause\"", "\"key\": \"reason\"");
        change("forms/decide-extension.form", "\"value\": \"GRANT\"", "\"value\": \"ALLOW\"");

        Run good = started("good");
        Run bad = started(
                "bad",
                "--duban.models=file:" + folder.resolve("bpmn") + "/",
                "--duban.forms=file:" + folder.resolve("forms") + "/");

        assertThat(good.said()).contains("模型检查通过", "The models may run");
        assertThat(good.process().waitFor()).isZero();
        assertThat(bad.said())
                .contains("共 3 处", "3 faults; nothing was changed")
                .contains("investigation.bpmn › flow_unfounded", "UNFUNDED")
                .contains("investigate.form › ", "“reason” [field-kept]")
                .contains("decide-extension.form › ", "ALLOW", "[option-known]");
        assertThat(bad.process().waitFor()).isEqualTo(1);
        for (Run each : List.of(good, bad)) {
            try (var files = Files.walk(each.home())) {
                assertThat(files).as("only the folder itself").containsExactly(each.home());
            }
        }
    }

    private Run started(String name, String... settings) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                DubanApplication.class.getName(),
                "--duban.models.check",
                "--duban.home=" + home,
                "--spring.profiles.active=postgres",
                "--spring.datasource.url=jdbc:postgresql://localhost:1/nowhere"));
        command.addAll(List.of(settings));
        return new Run(new ProcessBuilder(command).redirectErrorStream(true).start(), home);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
