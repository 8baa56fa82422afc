package io.duban.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** What one line of the trail says, before or after it has its place in the chain of its case. */
record AuditLine(Instant at, String actor, String caseId, String action, String sentence) {

    /** What stands before the first line of a chain and before the first seal. */
    static final String BEGINNING = "0".repeat(64);

    /**
     * The hash of the line at its place: SHA-256 over all it says, its number in the chain and the hash of the line
     * before it, each part with its length in front.
     */
    String hash(long seq, String previous) {
        long micros = at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000;
        return digest(previous, Long.toString(seq), Long.toString(micros), actor, caseId, action, sentence);
    }

    static String digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
