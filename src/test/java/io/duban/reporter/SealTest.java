package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealTest {

    private static final Place PLACE = Place.of("L0000000000000000000000001", VaultField.IDENTITY, 3);
    private static final byte[] SECRET = random();
    private static final byte[] PLAIN = "举报人".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsSealedOpensAtItsPlaceAndNamesItsAlgorithm() {
        byte[] stored = seal();

        assertThat(SealAlgorithm.open(SECRET, PLACE, stored)).isEqualTo(PLAIN);
        assertThat(stored[0]).isEqualTo((byte) 1);
        assertThat(stored).hasSize(1 + 12 + PLAIN.length + 16);
    }

    @Test
    void theSameValueIsNeverSealedTheSameWay() {
        assertThat(Stream.generate(SealTest::seal).limit(1000).map(String::new).distinct())
                .hasSize(1000);
    }

    @Test
    void everyChangedByteAndEveryShorterValueIsFoundOut() {
        IntStream.range(0, seal().length).forEach(at -> {
            byte[] changed = seal();
            changed[at] ^= 1;
            refused(SECRET, PLACE, changed);
            refused(SECRET, PLACE, java.util.Arrays.copyOf(seal(), at));
        });
    }

    static Stream<Place> otherPlaces() {
        return Stream.of(
                Place.of("L0000000000000000000000002", VaultField.IDENTITY, 3),
                Place.of(PLACE.leadRef(), VaultField.REPORT, 3),
                Place.of(PLACE.leadRef(), VaultField.IDENTITY, 4),
                PLACE.part(1),
                Place.ofKey(PLACE.leadRef()));
    }

    @ParameterizedTest
    @MethodSource("otherPlaces")
    void aValueMovedToAnotherLeadFieldNumberOrPartDoesNotOpen(Place elsewhere) {
        refused(SECRET, elsewhere, seal());
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        refused(random(), PLACE, seal());
    }

    @Test
    void textsAreFilledUpSoThatTheirLengthDoesNotShow() {
        assertThat(Sheet.write("王", "1")).hasSameSizeAs(Sheet.write("欧阳某某某", "13900000000"));
        assertThat(Sheet.read(Sheet.write("王", "", "长".repeat(300)))).containsExactly("王", "", "长".repeat(300));
    }

    private static byte[] seal() {
        return SealAlgorithm.AES_256_GCM.seal(SECRET, PLACE, PLAIN);
    }

    private static void refused(byte[] secret, Place place, byte[] stored) {
        assertThatThrownBy(() -> SealAlgorithm.open(secret, place, stored))
                .isInstanceOf(DamagedSeal.class)
                .hasNoCause()
                .hasMessageNotContaining("举报人");
    }

    private static byte[] random() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
