package io.duban.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals (AES-256-GCM), bound to the place of what it seals, so that a part moved elsewhere does not open.
 * Stored: algorithm (1 byte), nonce (12), ciphertext with tag (16 more than the plain text).
 */
final class EvidenceSeal {

    static final int KEY_BYTES = 32;

    private static final byte AES_256_GCM = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    EvidenceSeal(byte[] secret) {
        this.secret = secret;
    }

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Tells keys apart and says nothing more. */
    String id() {
        byte[] purpose = "duban-evidence-key-id".getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(Arrays.copyOf(sha256(purpose, secret), ID_BYTES));
    }

    byte[] seal(String place, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, place, plain, 0);
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(AES_256_GCM)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was changed, moved or sealed under another key */
    byte[] open(String place, byte[] stored) {
        if (stored.length < 1 + NONCE + TAG_BITS / Byte.SIZE || stored[0] != AES_256_GCM) {
            throw damaged();
        }
        byte[] nonce = Arrays.copyOfRange(stored, 1, 1 + NONCE);
        return run(Cipher.DECRYPT_MODE, nonce, place, stored, 1 + NONCE);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] each : parts) {
                digest.update(each);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    private byte[] run(int mode, byte[] nonce, String place, byte[] text, int from) {
        try {
            Cipher engine = Cipher.getInstance("AES/GCM/NoPadding");
            engine.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            engine.updateAAD(("duban-evidence|" + place).getBytes(StandardCharsets.UTF_8));
            return engine.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException refused) {
            throw damaged();
        }
    }

    private static IllegalStateException damaged() {
        return new IllegalStateException(
                "a sealed part of evidence does not open: changed, moved or under another key");
    }

    @Override
    public String toString() {
        return "EvidenceSeal[" + id() + "]";
    }
}
