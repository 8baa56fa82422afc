package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody with the database in hand may try; nothing they do opens or moves a value unnoticed. */
class VaultTamperingTest {

    private final VaultRoom room = VaultRoom.open();
    private final ReporterVault vault = room.vault();
    private final String one = vault.open(VaultRoom.report(TestFiles.jpeg("一.jpg"), TestFiles.jpeg("二.jpg")))
            .leadRef();
    private final String other =
            vault.open(VaultRoom.report(TestFiles.jpeg("一.jpg"))).leadRef();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void rowsOfOneLeadDoNotOpenUnderAnother() {
        copy("REPORT", 1, other, "REPORT", 1, one);

        damaged(() -> vault.originalText(one, "研判"));
        damaged(() -> vault.thread(one));
    }

    @Test
    void evenWithItsKeyRowAnothersRowsDoNotOpen() {
        room.jdbc()
                .sql(
                        "update vault_key set wrapped=(select k.wrapped from vault_key k where k.lead_ref=?) where lead_ref=?")
                .params(other, one)
                .update();
        copy("REPORT", 1, other, "REPORT", 1, one);

        damaged(() -> vault.originalText(one, "研判"));
    }

    @Test
    void anIdentityPutInThePlaceOfATextDoesNotOpen() {
        copy("IDENTITY", 0, one, "REPORT", 1, one);

        damaged(() -> vault.originalText(one, "研判"));
    }

    @Test
    void filesDoNotChangePlaces() {
        copy("FILE", 1, one, "FILE", 2, one);

        damaged(() -> vault.file(one, 2, "研判"));
    }

    @Test
    void aMissingPartIsFoundOut() {
        byte[] large = new byte[1_200_000];
        Place place = Place.of(one, VaultField.FILE, 9);
        VaultRecords records = room.get(VaultRecords.class);
        room.get(VaultKeys.class).with(one, dataKey -> {
            records.write(dataKey, place, large);
            assertThat(records.read(dataKey, place, large.length)).isEqualTo(large);
            return true;
        });
        room.jdbc()
                .sql("delete from vault_record where lead_ref=? and field='FILE' and ordinal=9 and part=2")
                .param(one)
                .update();

        damaged(() -> room.get(VaultKeys.class).with(one, dataKey -> records.read(dataKey, place, large.length)));
    }

    @Test
    void partsDoNotChangePlaces() {
        byte[] large = new byte[1_200_000];
        Place place = Place.of(one, VaultField.FILE, 9);
        VaultRecords records = room.get(VaultRecords.class);
        room.get(VaultKeys.class).with(one, dataKey -> {
            records.write(dataKey, place, large);
            return true;
        });
        for (String swap : List.of("part=part+10", "part=1-(part-10)")) {
            room.jdbc()
                    .sql("update vault_record set " + swap + " where lead_ref=? and ordinal=9 and part<>2 and part<>12")
                    .param(one)
                    .update();
        }

        damaged(() -> room.get(VaultKeys.class).with(one, dataKey -> records.read(dataKey, place, large.length)));
    }

    private void copy(String field, int ordinal, String from, String toField, int toOrdinal, String to) {
        assertThat(room.jdbc()
                        .sql("update vault_record set sealed=(select r.sealed from vault_record r where r.lead_ref=?"
                                + " and r.field=? and r.ordinal=? and r.part=0)"
                                + " where lead_ref=? and field=? and ordinal=? and part=0")
                        .params(from, field, ordinal, to, toField, toOrdinal)
                        .update())
                .isOne();
    }

    private static void damaged(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(DamagedSeal.class).hasMessageNotContaining(VaultRoom.SENTENCE);
    }
}
