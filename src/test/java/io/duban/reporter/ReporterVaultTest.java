package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReporterVaultTest {

    private final VaultRoom room = VaultRoom.open();
    private final ReporterVault vault = room.vault();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aReporterComesBackWithTheReceiptAddsAndReadsTheReply() {
        Opened opened = vault.open(VaultRoom.report(TestFiles.jpeg("王家客厅.jpg")));
        String leadRef = vault.leadOf(opened.receipt()).orElseThrow();
        vault.supplement(leadRef, "补充：上周日也上课", List.of(TestFiles.png("课表.png")));
        vault.reply(leadRef, "已转核查，感谢反映。");

        assertThat(leadRef).isEqualTo(opened.leadRef()).matches("L[0-9A-HJKMNP-TV-Z]{25}");
        List<ThreadEntry> thread = vault.thread(leadRef);
        assertThat(thread)
                .extracting(ThreadEntry::kind)
                .containsExactly(EntryKind.REPORT, EntryKind.SUPPLEMENT, EntryKind.REPLY);
        assertThat(thread).extracting(ThreadEntry::on).containsOnly(VaultRoom.TODAY);
        assertThat(thread.get(0).text()).isEqualTo(VaultRoom.SENTENCE);
        assertThat(thread.get(0).files()).extracting(FileName::name).containsExactly("王家客厅.jpg");
        assertThat(thread.get(1).files()).extracting(FileName::name).containsExactly("课表.png");
        assertThat(vault.isNamed(leadRef)).isTrue();
    }

    @Test
    void aHandlerReadsTextAndFilesUnderNeutralNamesAndTheTrailKnowsIt() {
        String leadRef = vault.open(VaultRoom.report(TestFiles.jpeg("王家客厅.jpg"), TestFiles.pdf("家长群.pdf")))
                .leadRef();
        vault.supplement(leadRef, "补充：上周日也上课", List.of());

        assertThat(vault.originalText(leadRef, "研判"))
                .startsWith(VaultRoom.SENTENCE)
                .contains("【补充 " + VaultRoom.TODAY + "】")
                .doesNotContain(VaultRoom.SOMEBODY.name());
        assertThat(vault.files(leadRef)).extracting(KeptFile::fileName).containsExactly("附件1.jpg", "附件2.pdf");
        KeptFile file = vault.file(leadRef, 2, "研判");
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(file.content()).hasSize(file.size()).startsWith('%', 'P', 'D', 'F');
        assertThat(room.trail(leadRef)).containsExactly("LEAD_TEXT_READ", "LEAD_FILE_READ");
    }

    @Test
    void anAnonymousReportHasNoIdentityAndWhatReportersDoLeavesNoTimeInTheTrail() {
        String leadRef = vault.open(
                        new ReportMade(Optional.empty(), VaultRoom.SENTENCE, List.of(), RetentionClass.OPEN))
                .leadRef();
        vault.supplement(leadRef, "补充", List.of());

        assertThat(vault.isNamed(leadRef)).isFalse();
        assertThat(room.trail(leadRef)).isEmpty();
    }

    @Test
    void whatIsDestroyedIsGoneForEverybodyAndOnlyOnce() {
        Opened opened = vault.open(VaultRoom.report(TestFiles.jpeg("图.jpg")));

        assertThat(vault.destroy(opened.leadRef(), "保管期限届满")).isTrue();

        assertThat(vault.destroy(opened.leadRef(), "保管期限届满")).isFalse();
        assertThat(vault.leadOf(opened.receipt())).isEmpty();
        assertThat(vault.thread(opened.leadRef())).isEmpty();
        assertThat(vault.isNamed(opened.leadRef())).isFalse();
        assertThatThrownBy(() -> vault.originalText(opened.leadRef(), "研判")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> vault.file(opened.leadRef(), 1, "研判")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> vault.files(opened.leadRef())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> vault.reply(opened.leadRef(), "答复")).isInstanceOf(Refusal.class);
        assertThat(room.trail(opened.leadRef())).containsExactly("LEAD_DESTROYED");
    }

    @Test
    void whatBreaksARuleIsRefusedNamingTheFieldAndLeavesNothing() {
        refused("text", "required", () -> vault.open(with("  ", VaultRoom.SOMEBODY)));
        refused("text", "length", () -> vault.open(with("长".repeat(20_001), VaultRoom.SOMEBODY)));
        refused("name", "named-report", () -> vault.open(with("内容", named("", "1"))));
        refused("phone", "named-report", () -> vault.open(with("内容", named("甲", " "))));
        refused("identity", "length", () -> vault.open(with("内容", named("甲".repeat(201), "1"))));

        assertThat(room.jdbc().sql("select lead_ref from vault_lead").query().listOfRows())
                .isEmpty();
        assertThat(room.jdbc().sql("select lead_ref from vault_key").query().listOfRows())
                .isEmpty();
    }

    @Test
    void aThreadDoesNotGrowWithoutEnd() {
        String leadRef = vault.open(VaultRoom.report()).leadRef();
        for (int i = 1; i < 60; i++) {
            vault.supplement(leadRef, "补充" + i, List.of());
        }

        refused("text", "thread-length", () -> vault.supplement(leadRef, "再补充", List.of()));
    }

    private static ReportMade with(String text, Identity identity) {
        return new ReportMade(Optional.of(identity), text, List.of(), RetentionClass.OPEN);
    }

    private static Identity named(String name, String phone) {
        return new Identity(name, phone, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void refused(String field, String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.rule()).isEqualTo(rule);
            assertThat(refusal.getMessage()).isNotBlank();
            assertThat(refusal.english()).isNotBlank();
        });
    }
}
