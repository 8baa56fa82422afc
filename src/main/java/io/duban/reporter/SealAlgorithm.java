package io.duban.reporter;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a value is sealed; its number is the first byte of what is stored, so that a further one (国密 SM4-GCM) can stand
 * beside what is there. Stored: number (1 byte), nonce (12), ciphertext with tag (16 more than the plain text).
 */
enum SealAlgorithm {
    AES_256_GCM(1, "AES", "AES/GCM/NoPadding");

    static final int KEY_BYTES = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int id;
    private final String key;
    private final String cipher;

    SealAlgorithm(int id, String key, String cipher) {
        this.id = id;
        this.key = key;
        this.cipher = cipher;
    }

    byte[] seal(byte[] secret, Place place, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, secret, nonce, place, plain, 0);
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put((byte) id)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what any algorithm of ours has sealed.
     *
     * @throws DamagedSeal if it was changed, moved to another place or sealed under another key
     */
    static byte[] open(byte[] secret, Place place, byte[] stored) {
        if (stored.length < 1 + NONCE + TAG_BITS / Byte.SIZE) {
            throw new DamagedSeal(place);
        }
        SealAlgorithm used = Stream.of(values())
                .filter(each -> each.id == stored[0])
                .findFirst()
                .orElseThrow(() -> new DamagedSeal(place));
        byte[] nonce = new byte[NONCE];
        System.arraycopy(stored, 1, nonce, 0, NONCE);
        return used.run(Cipher.DECRYPT_MODE, secret, nonce, place, stored, 1 + NONCE);
    }

    private byte[] run(int mode, byte[] secret, byte[] nonce, Place place, byte[] text, int from) {
        try {
            Cipher engine = Cipher.getInstance(cipher);
            engine.init(mode, new SecretKeySpec(secret, key), new GCMParameterSpec(TAG_BITS, nonce));
            engine.updateAAD(new byte[] {(byte) id});
            engine.updateAAD(place.associatedData());
            return engine.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException refused) {
            throw new DamagedSeal(place);
        }
    }
}
