package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Postgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultOnPostgresIT {

    @TempDir
    Path folder;

    @Test
    void theVaultKeepsRotatesAndDestroysOnPostgreSqlAsWell() throws Exception {
        var source = Postgres.empty().database();
        String oldKey = VaultRoom.newKey();
        String newKey = VaultRoom.newKey();
        String lead;
        String receipt;
        byte[] noise = new byte[700 * 700 * 3];
        new Random(3).nextBytes(noise);
        try (VaultRoom room = VaultRoom.on(source, "duban.vault.key=" + oldKey)) {
            Opened opened = room.vault().open(VaultRoom.report(TestFiles.jpeg("图.jpg"), TestFiles.pdf("文.pdf")));
            lead = opened.leadRef();
            receipt = opened.receipt();
            room.vault().supplement(lead, "补充", List.of(TestFiles.png("表.png")));
            room.get(VaultKeys.class).with(lead, dataKey -> {
                Place place = Place.of(lead, VaultField.FILE, 9);
                room.get(VaultRecords.class).write(dataKey, place, noise);
                assertThat(room.get(VaultRecords.class).read(dataKey, place, noise.length))
                        .isEqualTo(noise);
                return true;
            });
        }
        try (VaultRoom room = VaultRoom.on(
                source, "duban.vault.key=" + newKey, "duban.vault.rotate-from=" + VaultRoom.keyFile(folder, oldKey))) {
            assertThat(room.get(KeyRotation.class).rotate()).isOne();
        }
        try (VaultRoom room = VaultRoom.on(source, "duban.vault.key=" + newKey)) {
            assertThat(room.vault().leadOf(receipt)).contains(lead);
            assertThat(room.vault().thread(lead)).hasSize(2);
            assertThat(room.vault().files(lead)).hasSize(3);
            assertThat(Arrays.copyOf(room.vault().file(lead, 2, "研判").content(), 5))
                    .isEqualTo("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            room.setToday(VaultRoom.TODAY.plusDays(2_000));
            assertThat(room.get(Shredding.class).shred()).isOne();
            assertThat(room.vault().thread(lead)).isEmpty();
            assertThat(room.vault().leadOf(receipt)).isEmpty();
        }
    }
}
