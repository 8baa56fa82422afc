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

/** The viewers and the charts taken from npm are the published files of the version written down. */
class VendoredFilesTest {

    private static final Path VENDOR = Path.of("src/test/resources/vendor");
    private static final Path SHIPPED = Path.of("src/main/resources/static/site/vendor");
    private static final String LIST = "versions.properties";
    private static final Properties VERSIONS = read(VENDOR);
    private static final Properties CHARTS = read(SHIPPED);

    static List<String> files() {
        return files(VENDOR);
    }

    static List<String> shippedFiles() {
        return files(SHIPPED);
    }

    private static List<String> files(Path folder) {
        return Files256.under(folder).stream()
                .filter(each -> !each.equals(folder.resolve(LIST)))
                .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void aShippedFileHasTheSumWrittenDown(String file) {
        assertThat(Files256.sum(SHIPPED.resolve(file))).isEqualTo(CHARTS.getProperty(file + ".sha256"));
    }

    @Test
    void theChartsCallThemselvesTheVersionWrittenDownAndComeWithTheirLicence() {
        assertThat(shippedFiles())
                .containsExactlyInAnyOrder("echarts/LICENSE", "echarts/NOTICE", "echarts/echarts.min.js");
        assertThat(Files256.text(SHIPPED.resolve("echarts/echarts.min.js")))
                .contains("version=\"" + CHARTS.getProperty("echarts.version") + "\"");
        assertThat(Files256.text(SHIPPED.resolve("echarts/LICENSE"))).contains("Apache License");
        assertThat(Files256.text(SHIPPED.resolve("echarts/NOTICE"))).contains("Apache ECharts");
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

    private static Properties read(Path folder) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(LIST))) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
