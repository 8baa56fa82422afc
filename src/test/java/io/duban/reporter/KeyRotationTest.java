package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    private final DataSource source = VaultRoom.memory();
    private final String oldKey = VaultRoom.newKey();
    private final String newKey = VaultRoom.newKey();

    @TempDir
    Path folder;

    @Test
    void everyDataKeyIsWrappedAnewAndTheOldKeyIsNoLongerNeeded() {
        List<String> leads = filled(250);
        byte[] sealedBefore = sealedReport(leads.get(0));

        try (VaultRoom room = rotating()) {
            assertThat(room.get(KeyRotation.class).rotate()).isEqualTo(250);
            assertThat(room.get(KeyRotation.class).rotate()).isZero();
        }

        try (VaultRoom room = with(newKey)) {
            leads.forEach(
                    lead -> assertThat(room.vault().originalText(lead, "研判")).isEqualTo(VaultRoom.SENTENCE));
        }
        assertThat(sealedReport(leads.get(0))).isEqualTo(sealedBefore);
        assertThatThrownBy(() -> with(oldKey)).hasStackTraceContaining("duban.vault.rotate-from");
    }

    @Test
    void aRotationInterruptedMidwayGoesOnWhereItStopped() {
        List<String> leads = filled(250);
        try (VaultRoom room = rotating()) {
            String spoiled = leads.stream().sorted().toList().get(180);
            spoil(room, spoiled);
            assertThatThrownBy(() -> room.get(KeyRotation.class).rotate()).isInstanceOf(DamagedSeal.class);
            assertThat(underNewKey(room)).as("the first full batch stays").isEqualTo(100);
            leads.stream()
                    .filter(lead -> !lead.equals(spoiled))
                    .forEach(lead -> assertThat(room.vault().thread(lead)).isNotEmpty());
            String during = room.vault().open(VaultRoom.report()).leadRef();
            assertThat(room.vault().originalText(during, "研判")).isEqualTo(VaultRoom.SENTENCE);
        }
        assertThatThrownBy(() -> with(newKey)).hasStackTraceContaining("设置 duban.vault.rotate-from 完成更换");

        restore();
        try (VaultRoom room = rotating()) {
            assertThat(room.get(KeyRotation.class).rotate()).isEqualTo(150);
        }
        try (VaultRoom room = with(newKey)) {
            leads.forEach(
                    lead -> assertThat(room.vault().originalText(lead, "研判")).isEqualTo(VaultRoom.SENTENCE));
        }
    }

    @Test
    void anOldCopyOfTheWholeDatabaseIsWorthlessOnceTheOldKeyIsDestroyed() {
        String lead = filled(1).get(0);
        List<Map<String, Object>> copied;
        try (VaultRoom room = rotating()) {
            copied = room.jdbc()
                    .sql("select lead_ref, kek_id, wrapped from vault_key")
                    .query()
                    .listOfRows();
            room.get(KeyRotation.class).rotate();
        }

        try (VaultRoom room = with(newKey)) {
            room.jdbc()
                    .sql("update vault_key set kek_id=?, wrapped=? where lead_ref=?")
                    .params(copied.get(0).get("kek_id"), copied.get(0).get("wrapped"), lead)
                    .update();
            assertThatThrownBy(() -> room.vault().originalText(lead, "研判")).isInstanceOf(DamagedSeal.class);
        }
    }

    private List<String> filled(int leads) {
        try (VaultRoom room = with(oldKey)) {
            return IntStream.range(0, leads)
                    .mapToObj(each -> room.vault().open(VaultRoom.report()).leadRef())
                    .toList();
        }
    }

    private VaultRoom with(String key) {
        return VaultRoom.on(source, "duban.vault.key=" + key);
    }

    private VaultRoom rotating() {
        return VaultRoom.on(
                source, "duban.vault.key=" + newKey, "duban.vault.rotate-from=" + VaultRoom.keyFile(folder, oldKey));
    }

    private byte[] sealedReport(String lead) {
        return org.springframework.jdbc.core.simple.JdbcClient.create(source)
                .sql("select sealed from vault_record where lead_ref=? and field='REPORT'")
                .param(lead)
                .query((row, n) -> row.getBytes("sealed"))
                .single();
    }

    /** As if the machine had stopped there: the batch with this key cannot be finished. */
    private void spoil(VaultRoom room, String lead) {
        room.jdbc()
                .sql("create table spoiled as select * from vault_key where lead_ref='" + lead + "'")
                .update();
        room.jdbc()
                .sql("update vault_key set wrapped=? where lead_ref=?")
                .params(new byte[60], lead)
                .update();
    }

    private void restore() {
        var jdbc = org.springframework.jdbc.core.simple.JdbcClient.create(source);
        jdbc.sql("update vault_key k set wrapped=(select s.wrapped from spoiled s)"
                        + " where k.lead_ref=(select s.lead_ref from spoiled s)")
                .update();
    }

    private int underNewKey(VaultRoom room) {
        return room.jdbc()
                .sql("select count(*) from vault_key where kek_id=?")
                .param(room.get(KeyRing.class).current().id())
                .query(Integer.class)
                .single();
    }
}
