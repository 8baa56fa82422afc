package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultDumpTest {

    @Test
    void aStolenDatabaseHoldsNothingOfWhatReportersGave() {
        try (VaultRoom room = VaultRoom.open()) {
            ReporterVault vault = room.vault();
            Opened opened = vault.open(VaultRoom.report(
                    TestFiles.jpeg("canary-jpeg-王家客厅.jpg"),
                    TestFiles.png("canary-png-课表.png"),
                    TestFiles.pdf("canary-pdf-收据.pdf")));
            String leadRef = opened.leadRef();
            vault.supplement(leadRef, "补充材料里的一句金丝雀", List.of(TestFiles.jpeg("canary-second.jpg")));
            vault.reply(leadRef, "答复里的一句金丝雀");
            vault.originalText(leadRef, "研判");
            vault.file(leadRef, 1, "研判");
            room.inTransaction(() -> {
                room.get(DisclosureSecrets.class)
                        .seal(Place.of(leadRef, VaultField.DISCLOSURE_REASON, 1), "申请理由里的一句金丝雀");
                return true;
            });
            Dump dump = Dump.of(room.source);

            List<String> secrets = new ArrayList<>(List.of(
                    VaultRoom.SENTENCE,
                    "补充材料里的一句金丝雀",
                    "答复里的一句金丝雀",
                    "申请理由里的一句金丝雀",
                    "canary-jpeg",
                    "王家客厅",
                    "canary-png",
                    "canary-pdf",
                    "canary-second",
                    TestFiles.EXIF_CANARY,
                    TestFiles.COMMENT_CANARY,
                    TestFiles.AUTHOR_CANARY,
                    TestFiles.XMP_CANARY,
                    opened.receipt(),
                    opened.receipt().replace("-", "").substring(8)));
            secrets.addAll(List.of(
                    VaultRoom.SOMEBODY.name(),
                    VaultRoom.SOMEBODY.phone(),
                    VaultRoom.SOMEBODY.idNumber().orElseThrow(),
                    VaultRoom.SOMEBODY.address().orElseThrow(),
                    VaultRoom.SOMEBODY.email().orElseThrow()));
            assertThat(dump.toString()).contains(leadRef);
            assertThat(secrets).noneMatch(dump::reveals);
        }
    }

    @Test
    void theScanWouldFindThem() {
        try (VaultRoom room = VaultRoom.open()) {
            String secret = "金丝雀 canary 13";
            for (String column : List.of(
                    secret,
                    java.util.HexFormat.of().formatHex(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    java.util.Base64.getEncoder()
                            .encodeToString(("x" + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8)))) {
                room.jdbc().sql("delete from audit_event").update();
                room.jdbc()
                        .sql(
                                "insert into audit_event (at, actor, case_id, action, sentence) values (now(),'a','b','c',?)")
                        .param(column)
                        .update();
                assertThat(Dump.of(room.source).reveals(secret)).as(column).isTrue();
            }
            room.jdbc().sql("delete from audit_event").update();
            room.jdbc()
                    .sql("insert into vault_record (lead_ref, field, ordinal, part, sealed) values ('L','F',1,0,?)")
                    .param(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .update();
            assertThat(Dump.of(room.source).reveals(secret)).isTrue();
        }
    }
}
