package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutsideKeyTest {

    private static final OutsideKey KEY = new OutsideKey("某库 something ", "duban.x.key-file", "DUBAN_X_KEY");
    private static final String GOOD = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void aMissingKeyNamesTheSettingAndHowToMakeOne() {
        assertThatThrownBy(() -> KEY.read("", " ", folder.resolve("x.key"), false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("某库", "duban.x.key-file", "DUBAN_X_KEY", "openssl rand -base64 32");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aKeyThatIsNotThirtyTwoBytesIsRefusedWithoutBeingRepeated() throws Exception {
        Path file = owners("short", "c2hvcnQtc2VjcmV0");
        assertThatThrownBy(() -> KEY.fromFile(file, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("c2hvcnQ")
                .hasNoCause();
        assertThatThrownBy(() -> KEY.read("", "不是 base64", folder, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DUBAN_X_KEY")
                .hasMessageNotContaining("不是")
                .hasNoCause();
    }

    @Test
    void theFileGoesBeforeTheText() throws Exception {
        byte[] ones = new byte[32];
        java.util.Arrays.fill(ones, (byte) 1);
        Path file = owners("good", " " + Base64.getEncoder().encodeToString(ones) + "\n");

        assertThat(KEY.read(file.toString(), GOOD, folder, false)).isEqualTo(ones);
        assertThat(KEY.read("", GOOD, folder, false)).isEqualTo(new byte[32]);
    }

    @Test
    void aFileThatOthersCanReadStopsTheStartAndIsWarnedOfInTheDemo(CapturedOutput said) throws Exception {
        Path file = Files.writeString(folder.resolve("open"), GOOD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        KEY.read(file.toString(), "", folder, false);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        KEY.read(file.toString(), "", folder, false);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> KEY.read(file.toString(), "", folder, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("chmod 600", "duban.x.key-file")
                .hasMessageNotContaining(GOOD);
        assertThat(said).doesNotContain("chmod 600");
        KEY.read(file.toString(), "", folder, true);
        assertThat(said).contains("chmod 600", "duban.x.key-file").doesNotContain(GOOD);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> KEY.read("", "", inTheWay.resolve("x.key"), true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written");
    }

    private Path owners(String name, String text) throws java.io.IOException {
        return Files.setPosixFilePermissions(
                Files.writeString(folder.resolve(name), text), PosixFilePermissions.fromString("rw-------"));
    }
}
