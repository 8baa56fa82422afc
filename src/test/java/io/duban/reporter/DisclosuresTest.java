package io.duban.reporter;

import static io.duban.reporter.DisclosureRoom.CITY;
import static io.duban.reporter.DisclosureRoom.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.verify;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.form.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosuresTest {

    private final DisclosureRoom room = new DisclosureRoom();
    private final Disclosures disclosures = room.disclosures;
    private final String lead = room.vault.vault().open(VaultRoom.report()).leadRef();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aHandlerAsksTheCityDecidesAndTheHandlerLooksOnce() {
        String id = room.approved(lead);

        assertThat(room.viewed(id, HANDLER)).isEqualTo(VaultRoom.SOMEBODY);

        assertThat(room.state(id)).isEqualTo(DisclosureState.VIEWED);
        verify(room.process)
                .disclosureRequested(argThat(asked -> asked.custodianUnit().equals("310000")));
        verify(room.process).identityViewed(id);
        assertThat(room.vault.trail(lead))
                .containsExactly("IDENTITY_REQUESTED", "IDENTITY_APPROVED", "IDENTITY_VIEWED");
        refused("disclosure-viewed", () -> room.viewed(id, HANDLER));
    }

    @Test
    void theTrailAndTheTablesHoldNeitherIdentityNorReason() {
        room.viewed(room.approved(lead), HANDLER);

        Dump dump = Dump.of(room.vault.source);
        assertThat(List.of(
                        VaultRoom.SOMEBODY.name(),
                        VaultRoom.SOMEBODY.phone(),
                        VaultRoom.SOMEBODY.address().orElseThrow(),
                        "须当面核实",
                        "确有必要"))
                .noneMatch(dump::reveals);
    }

    @Test
    void nobodyButTheOneWhoAskedLooks() {
        String id = room.approved(lead);

        for (String other : List.of(CITY, "petition-vault-officer.310104", "petition-vault-officer.310101")) {
            assertThatThrownBy(() -> room.viewed(id, other))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status().value()).isEqualTo(404));
        }
        assertThat(room.state(id)).isEqualTo(DisclosureState.APPROVED);
    }

    @Test
    void whoNoLongerHandlesTheLeadDoesNotLook() {
        String id = room.approved(lead);
        room.ground = Optional.empty();

        refused("disclosure-handler", () -> room.viewed(id, HANDLER));
    }

    @Test
    void theViewEndsWithItsTime() {
        String id = room.approved(lead);
        room.vault
                .jdbc()
                .sql("update identity_disclosure set view_until=? where id=?")
                .params(
                        java.sql.Timestamp.from(
                                room.vault.get(VaultRoom.Day.class).instant()),
                        id)
                .update();

        refused("disclosure-window", () -> room.viewed(id, HANDLER));
        room.vault.inTransaction(() -> {
            disclosures.closeView(id);
            return true;
        });
        assertThat(room.state(id)).isEqualTo(DisclosureState.LAPSED);
        refused("disclosure-window", () -> room.viewed(id, HANDLER));
        assertThat(room.vault.trail(lead)).endsWith("IDENTITY_VIEW_LAPSED");
    }

    @Test
    void ofTwoViewsAtOnceOneSucceeds() throws Exception {
        String id = room.approved(lead);
        Callable<Boolean> look = () -> {
            try {
                room.viewed(id, HANDLER);
                return true;
            } catch (Refusal late) {
                return false;
            }
        };
        var pool = Executors.newFixedThreadPool(8);
        var won = pool.invokeAll(java.util.Collections.nCopies(8, look)).stream()
                .filter(each -> {
                    try {
                        return each.get();
                    } catch (java.util.concurrent.ExecutionException | InterruptedException lost) {
                        return false;
                    }
                })
                .count();
        pool.shutdown();

        assertThat(won).isOne();
        assertThat(room.vault.trail(lead)).containsOnlyOnce("IDENTITY_VIEWED");
    }

    @Test
    void whatWasRefusedOrNeverDecidedIsNotSeen() {
        String id = room.requested(lead);
        refused("disclosure-undecided", () -> room.viewed(id, HANDLER));
        refused("disclosure-once", () -> room.requested(lead));

        room.as(CITY);
        room.vault.inTransaction(() -> {
            disclosures.decide(id, false, "书面往来即可", CITY);
            disclosures.refuse(id);
            return true;
        });
        refused("disclosure-refused", () -> room.viewed(id, HANDLER));

        String again = room.requested(lead);
        room.vault.inTransaction(() -> {
            disclosures.refuse(again);
            return true;
        });
        refused("disclosure-refused", () -> room.viewed(again, HANDLER));
        assertThat(room.vault.trail(lead))
                .containsExactly("IDENTITY_REQUESTED", "IDENTITY_REFUSED", "IDENTITY_REQUESTED", "IDENTITY_UNDECIDED");
    }

    @Test
    void noCustodianNoReveal() {
        room.groups.remove(CITY);
        room.groups.remove("petition-vault-officer.310104");

        refused("no-custodian-no-reveal", () -> room.requested(lead));
        assertThat(room.vault.trail(lead)).isEmpty();
    }

    @Test
    void withoutASuperiorsCustodianASiblingsDecides() {
        room.groups.remove(CITY);

        assertThat(disclosures.get(room.requested(lead)).custodianUnit()).isEqualTo("310104");
    }

    @Test
    void aCustodianWhoHandlesTheLeadOrIsEntangledIsPassedOver() {
        room.ground = Optional.of(
                new DisclosureGround.Ground("310101", Set.of("310101", "310000"), Optional.of("310101T001")));

        refused("no-custodian-no-reveal", () -> room.requested(lead));

        room.account("petition-vault-officer.310105", "petition-vault-officer.310105");
        assertThat(disclosures.get(room.requested(lead)).custodianUnit())
                .as("徐汇区 runs the accused institution")
                .isEqualTo("310105");
    }

    @Test
    void theAccusedUnitsOwnLineDoesNotDecide() {
        room.ground = Optional.of(DisclosureRoom.ground("310101", "310000"));

        refused("no-custodian-no-reveal", () -> room.requested(lead));
    }

    @Test
    void whoeverAsksDoesNotDecideEvenAsCustodianElsewhere() {
        room.account(HANDLER, HANDLER, CITY);

        assertThat(disclosures.get(room.requested(lead)).custodianUnit()).isEqualTo("310104");
    }

    @Test
    void whoAlsoWorksWithTheRequesterOrTheAccusedDoesNotDecide() {
        String id = room.requested(lead);
        room.account("both", CITY, "inspector.310101");
        room.account("teacher", CITY, "school-head.310101S001");
        room.account("admin", "admin", "camunda-admin");

        for (String person : List.of("both", "teacher", "admin", HANDLER, "petition-vault-officer.310104")) {
            room.as(person);
            refused("custodian-only", () -> room.custodians.admit(Custodians.DECIDE, id, person));
            refused("custodian-only", () -> disclosures.reason(id, person));
            refused(
                    "custodian-only",
                    () -> room.vault.inTransaction(() -> {
                        disclosures.decide(id, true, "同意", person);
                        return true;
                    }));
        }
        room.custodians.admit("userTask_other", id, "both");
        room.custodians.admit(Custodians.DECIDE, "no-such-case", "both");
    }

    @Test
    void aCustodianSeesTheReasonAndTheLogButNeverTheIdentity() {
        String id = room.requested(lead);
        room.as(CITY);
        var binding = room.forms.forms().get(0);
        var at = new Situation(Custodians.DECIDE, id, null, CITY);

        var shown = room.vault.inTransaction(() -> binding.view().apply(at));
        assertThat(shown)
                .containsEntry("reasonAsked", "须当面核实上课地点，书面往来无法说清")
                .containsEntry("requesterUnitName", "黄浦区")
                .containsEntry("accusedName", "云帆实验小学");
        assertThat(shown.toString()).doesNotContain(VaultRoom.SOMEBODY.name(), lead);
        var flags = room.vault.inTransaction(
                () -> binding.submit().apply(at, Fields.of(Map.of("decision", "APPROVE", "opinion", "确有必要"))));
        assertThat(flags.values()).isEqualTo(Map.of("disclosureApproved", true));
        assertThat(disclosures.log()).extracting(Disclosure::id).containsExactly(id);
        room.as(HANDLER);
        assertThat(disclosures.mine()).extracting(Disclosure::id).containsExactly(id);
        refused("custodian-only", disclosures::log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   短   ", "九个字不够写理由啊"})
    void aReasonMustBeGiven(String reason) {
        room.as(HANDLER);
        refused("disclosure-reason", () -> disclosures.request(lead, DisclosurePurpose.CONTACT, reason));
    }

    @Test
    void anAnonymousOrUntriagedLeadHasNothingToDisclose() {
        String anonymous = room.vault
                .vault()
                .open(new ReportMade(Optional.empty(), "内容", List.of(), RetentionClass.OPEN))
                .leadRef();
        refused("anonymous", () -> room.requested(anonymous));

        room.ground = Optional.of(new DisclosureGround.Ground("310101", Set.of("310101"), Optional.empty()));
        refused("accused-unit-known", () -> room.requested(lead));

        room.ground = Optional.empty();
        refused("not-found", () -> room.requested(lead));
    }

    @Test
    void aDestroyedLeadDisclosesNothing() {
        String id = room.approved(lead);
        room.vault.vault().destroy(lead, "保管期限届满");

        refused("not-found", () -> room.viewed(id, HANDLER));
        refused("not-found", () -> room.requested(lead));
    }

    @Test
    void anUnknownPurposeIsRefused() {
        refused("option", () -> DisclosurePurpose.named("CURIOSITY"));
        assertThat(DisclosurePurpose.named("TRANSFER")).isEqualTo(DisclosurePurpose.TRANSFER);
    }

    private static void refused(String rule, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.rule()).isEqualTo(rule);
            assertThat(refusal.getMessage()).isNotBlank();
            assertThat(refusal.english()).isNotBlank();
        });
    }
}
