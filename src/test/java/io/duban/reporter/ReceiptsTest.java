package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {

    private static final String LEAD = "L0000000000000000000000001";

    private final VaultRoom room = VaultRoom.open();
    private final Receipts receipts = room.get(Receipts.class);
    private final String receipt = receipts.give(LEAD);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void itIsNineGroupsOfFourThatPeopleCanCopy() {
        assertThat(receipt).matches("([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(5 * 28).as("bits nobody can guess").isGreaterThanOrEqualTo(128);
    }

    @Test
    void itIsReadHoweverPeopleTypeIt() {
        String plain = receipt.replace("-", "");
        assertThat(Stream.of(
                        receipt,
                        plain,
                        receipt.toLowerCase(Locale.ROOT),
                        receipt.replace('-', ' '),
                        " " + receipt + "\n",
                        receipt.replace('0', 'O').replace('1', 'l'),
                        fullWidth(receipt)))
                .allSatisfy(typed -> assertThat(receipts.leadOf(typed)).contains(LEAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0", "7QK2-9XWD", "'; drop table vault_receipt; --", "举报回执", "𝟘𝟘𝟘𝟘"})
    void whatIsNoReceiptFindsNothing(String typed) {
        assertThat(receipts.leadOf(typed)).isEmpty();
        assertThat(receipts.leadOf(typed.repeat(1000))).isEmpty();
    }

    @Test
    void oneWrongCharacterAnywhereFindsNothing() {
        for (int at = 0; at < receipt.length(); at++) {
            if (receipt.charAt(at) != '-') {
                char wrong = receipt.charAt(at) == '7' ? '8' : '7';
                assertThat(receipts.leadOf(receipt.substring(0, at) + wrong + receipt.substring(at + 1)))
                        .isEmpty();
            }
        }
        assertThat(receipts.leadOf(receipt + "0")).isEmpty();
        assertThat(receipts.leadOf(receipt.substring(0, receipt.length() - 1))).isEmpty();
    }

    @Test
    void neitherTheSecretNorAnyPartOfItIsKept() {
        String secret = receipt.replace("-", "").substring(8);
        String dump = Dump.of(room.source).toString();

        assertThat(dump).contains(receipt.replace("-", "").substring(0, 8));
        for (int at = 0; at + 6 <= secret.length(); at++) {
            assertThat(dump).doesNotContain(secret.substring(at, at + 6));
        }
    }

    @Test
    void thousandsOfReceiptsShareNothing() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String plain = receipts.give(LEAD).replace("-", "");
            for (String part : List.of(plain.substring(0, 8), plain.substring(8, 22), plain.substring(22))) {
                assertThat(seen.add(part)).isTrue();
            }
        }
    }

    @Test
    void aWrongSecretAndAnUnknownLocatorAreAnsweredWithTheSameWork() {
        String wrong = receipt.substring(0, receipt.length() - 4) + "7777";
        Counted counted = new Counted();
        Receipts watched = new Receipts(counted.over(room.source));
        counted.forget();

        for (String typed : List.of(receipt, wrong, "7777-" + receipt.substring(5), "kein", "")) {
            watched.leadOf(typed);
            assertThat(counted.statements()).as("statements for one look-up").isEqualTo(1);
            counted.forget();
        }
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(each -> each == '-' ? each : each + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
