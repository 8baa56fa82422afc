package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class KeyRingTest {

    @TempDir
    Path folder;

    @Test
    void outsideTheDemoAMissingKeyStopsTheStart() {
        assertThatThrownBy(() -> ring("", "", "", false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("duban.vault.key-file");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theDemoMakesOneThatOnlyItsOwnerReadsAndKeepsIt() throws Exception {
        String id = ring("", "", "", true).current().id();

        Path file = folder.resolve("vault.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(ring("", "", "", true).current().id()).isEqualTo(id);
    }

    @Test
    void aKeyComesFromAFileOrTheEnvironment() {
        String key = VaultRoom.newKey();
        Path file = VaultRoom.keyFile(folder, key);

        assertThat(ring(file.toString(), "", "", false).current().id())
                .isEqualTo(ring("", key, "", false).current().id());
    }

    @Test
    void aKeyFileThatIsMissingOrBrokenStopsTheStart() throws Exception {
        assertThatThrownBy(() -> ring(folder.resolve("none").toString(), "", "", true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be read");
        Path broken = VaultRoom.keyFile(folder, "secret-but-short");
        assertThatThrownBy(() -> ring(broken.toString(), "", "", true)).hasMessageNotContaining("secret-but-short");
    }

    @Test
    void aRotationToTheSameKeyIsRefused() {
        String key = VaultRoom.newKey();
        assertThatThrownBy(() -> ring("", key, VaultRoom.keyFile(folder, key).toString(), false))
                .hasMessageContaining("already in use");
    }

    @Test
    void aStartWithAKeyThatDidNotSealTheVaultIsRefused() {
        var source = VaultRoom.memory();
        try (VaultRoom room = VaultRoom.on(source, "duban.vault.key=" + VaultRoom.newKey())) {
            room.vault().open(VaultRoom.report());
        }

        assertThatThrownBy(() -> VaultRoom.on(source, "duban.vault.key=" + VaultRoom.newKey()))
                .hasStackTraceContaining("设置 duban.vault.rotate-from 完成更换");
    }

    private KeyRing ring(String file, String key, String rotateFrom, boolean demo) {
        var environment = new MockEnvironment();
        if (demo) {
            environment.setActiveProfiles("demo");
        }
        return new KeyRing(file, key, rotateFrom, folder.toString(), environment);
    }
}
