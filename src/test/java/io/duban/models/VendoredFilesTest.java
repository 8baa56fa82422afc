package io.duban.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The viewers taken from npm are the published files of the version written down. */
class VendoredFilesTest {

    private static final Path VENDOR = Path.of("src/test/resources/vendor");
    private static final Path LIST = VENDOR.resolve("versions.properties");
    private static final Properties VERSIONS = read();

    static List<String> files() {
        return Files256.under(VENDOR).stream()
                .filter(each -> !each.equals(LIST))
                .map(each -> VENDOR.relativize(each).toString().replace('\\', '/'))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aVendoredFileHasTheSumWrittenDown(String file) {
        assertThat(Files256.sum(VENDOR.resolve(file))).isEqualTo(VERSIONS.getProperty(file + ".sha256"));
    }

    @Test
    void nothingIsWrittenDownThatIsNotThere() {
        assertThat(VERSIONS.stringPropertyNames().stream()
                        .filter(each -> each.endsWith(".sha256"))
                        .map(each -> each.replaceFirst("\\.sha256$", "")))
                .containsExactlyInAnyOrderElementsOf(files());
    }

    @ParameterizedTest
    @CsvSource({"bpmn-js, bpmn-viewer, 18", "dmn-js, dmn-viewer, 17"})
    void aViewerCallsItselfTheVersionWrittenDownAndComesWithItsLicence(String tool, String viewer, String major) {
        String version = VERSIONS.getProperty(tool + ".version");

        assertThat(version).startsWith(major + ".");
        assertThat(Files256.text(VENDOR.resolve(tool).resolve(viewer + ".production.min.js")))
                .contains(tool + " - " + viewer + " v" + version);
        assertThat(Files256.text(VENDOR.resolve(tool).resolve("LICENSE"))).contains("bpmn.io");
    }

    private static Properties read() {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(LIST)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
