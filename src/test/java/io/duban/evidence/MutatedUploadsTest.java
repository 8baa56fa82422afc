package io.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.engine.Refusal;
import io.duban.reporter.TestFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 5,000 spoiled files, always the same ones: each is refused in words or written anew without what it carried. */
class MutatedUploadsTest {

    private static final int UPLOADS = 5_000;
    private static final String STOWAWAY = "<script>alert('canary')</script>";

    private static final List<String> BOXES = List.of("free", "skip", "wide", "udta", "meta", "uuid");

    private final EvidenceChecks checks =
            new EvidenceChecks(20, EnumSet.allOf(FileKind.class), new VirusScanner("", Duration.ofSeconds(1)));

    @Test
    void spoiledUploadsAreRefusedInWordsOrMadeHarmless() {
        List<byte[]> originals = List.of(
                TestFiles.jpeg("a").content(),
                TestFiles.png("a").content(),
                TestFiles.pdf("a").content(),
                OfficeFiles.docx(),
                OfficeFiles.xlsx(),
                OfficeFiles.mp4(),
                OfficeFiles.mp3());
        Random random = new Random(20261122);
        List<String> escaped = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < UPLOADS; i++) {
            byte[] spoiled = spoiled(originals.get(i % originals.size()), originals, random);
            try {
                CleanFile clean = checks.clean("file", spoiled);
                String kept = new String(clean.content(), StandardCharsets.ISO_8859_1);
                if (kept.contains(STOWAWAY)) {
                    escaped.add(i + " kept what it carried: " + clean.kind());
                }
            } catch (Refusal words) {
                refused++;
                assertThat(words.field()).isEqualTo("file");
                assertThat(words.basis()).isNotBlank();
            } catch (RuntimeException | StackOverflowError trace) {
                escaped.add(i + " ended in " + trace);
            }
        }
        assertThat(escaped).isEmpty();
        assertThat(refused).isBetween(UPLOADS / 5, UPLOADS - 100);
    }

    private static byte[] spoiled(byte[] original, List<byte[]> others, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> bytes(original, random, 1 + random.nextInt(4));
            case 1 -> bytes(original, random, 20 + random.nextInt(200));
            case 2 -> java.util.Arrays.copyOf(original, 1 + random.nextInt(original.length));
            case 3 -> OfficeFiles.join(original, stowaway(random));
            case 4 -> OfficeFiles.join(original, others.get(random.nextInt(others.size())));
            default -> cut(original, random);
        };
    }

    /** Bare, or in a box that films may have and players pass over. */
    private static byte[] stowaway(Random random) {
        byte[] bare = STOWAWAY.getBytes(StandardCharsets.US_ASCII);
        return random.nextBoolean() ? bare : OfficeFiles.box(BOXES.get(random.nextInt(BOXES.size())), bare);
    }

    private static byte[] bytes(byte[] original, Random random, int count) {
        byte[] spoiled = original.clone();
        for (int i = 0; i < count; i++) {
            spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
        }
        return spoiled;
    }

    private static byte[] cut(byte[] original, Random random) {
        int from = random.nextInt(original.length);
        int to = Math.min(original.length, from + 1 + random.nextInt(64));
        return OfficeFiles.join(
                java.util.Arrays.copyOf(original, from), java.util.Arrays.copyOfRange(original, to, original.length));
    }
}
