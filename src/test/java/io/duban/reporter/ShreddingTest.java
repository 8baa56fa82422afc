package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ShreddingTest {

    private final VaultRoom room = VaultRoom.open();
    private final ReporterVault vault = room.vault();
    private final Shredding shredding = room.get(Shredding.class);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void eachClassIsKeptAsLongAsItsParameterSays() {
        Map<RetentionClass, Integer> days = Map.of(
                RetentionClass.NOT_ACCEPTED, 180,
                RetentionClass.OPEN, 1826,
                RetentionClass.ORDINARY, 1826,
                RetentionClass.SERIOUS, 3653);
        days.forEach((retention, kept) -> {
            room.setToday(VaultRoom.TODAY);
            String lead = opened(retention);
            room.setToday(VaultRoom.TODAY.plusDays(kept));
            shredding.shred();
            assertThat(vault.thread(lead)).as("%s on its last day", retention).isNotEmpty();
            room.setToday(VaultRoom.TODAY.plusDays(kept + 1));
            assertThat(shredding.shred()).isPositive();
            assertThat(vault.thread(lead)).as("%s the day after", retention).isEmpty();
            assertThat(room.trail(lead)).contains("LEAD_DESTROYED");
        });
    }

    @Test
    void aLeadThatWasConcludedIsKeptFromThatDay() {
        String lead = opened(RetentionClass.NOT_ACCEPTED);
        room.setToday(VaultRoom.TODAY.plusDays(100));
        vault.retain(lead, RetentionClass.ORDINARY);

        room.setToday(VaultRoom.TODAY.plusDays(1900));
        assertThat(shredding.shred()).isZero();
        room.setToday(VaultRoom.TODAY.plusDays(100 + 1827));
        assertThat(shredding.shred()).isOne();
    }

    @Test
    void aShreddedLeadDoesNotOpenFromAnOldCopyOfItsRows() {
        String lead = opened(RetentionClass.OPEN);
        List<Map<String, Object>> records = rows("vault_record");
        List<Map<String, Object>> leads = rows("vault_lead");
        vault.destroy(lead, "保管期限届满");

        room.jdbc().sql("delete from vault_lead").update();
        restore("vault_lead", leads);
        restore("vault_record", records);

        assertThatThrownBy(() -> vault.originalText(lead, "研判")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> vault.thread(lead)).isInstanceOf(Refusal.class);
        String another = opened(RetentionClass.OPEN);
        room.jdbc()
                .sql(
                        "insert into vault_key (lead_ref, kek_id, wrapped) select ?, kek_id, wrapped from vault_key where lead_ref=?")
                .params(lead, another)
                .update();
        assertThatThrownBy(() -> vault.originalText(lead, "研判"))
                .as("nor with anybody else's key")
                .isInstanceOf(DamagedSeal.class);
    }

    @Test
    void manyAreDestroyedInOneNight() {
        for (int i = 0; i < 450; i++) {
            opened(RetentionClass.NOT_ACCEPTED);
        }
        room.setToday(VaultRoom.TODAY.plusDays(181));

        assertThat(shredding.shred()).isEqualTo(450);
        assertThat(rows("vault_key")).isEmpty();
        assertThat(rows("vault_record")).isEmpty();
        assertThat(rows("vault_receipt")).isEmpty();
    }

    private String opened(RetentionClass retention) {
        return vault.open(new ReportMade(Optional.of(VaultRoom.SOMEBODY), VaultRoom.SENTENCE, List.of(), retention))
                .leadRef();
    }

    private List<Map<String, Object>> rows(String table) {
        return room.jdbc().sql("select * from " + table).query().listOfRows();
    }

    private void restore(String table, List<Map<String, Object>> rows) {
        var jdbc = new JdbcTemplate(room.source);
        rows.forEach(row -> jdbc.update(
                "insert into " + table + " (" + String.join(",", row.keySet()) + ") values ("
                        + String.join(
                                ",", row.keySet().stream().map(each -> "?").toList()) + ")",
                row.values().toArray()));
    }
}
