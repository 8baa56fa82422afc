package io.duban.reporter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** 主密钥: wraps the data keys of all leads; lies outside the database. Its id tells keys apart and says nothing more. */
final class KeyEncryptionKey {

    private static final int ID_BYTES = 8;

    private final byte[] secret;
    private final String id;

    KeyEncryptionKey(byte[] secret) {
        this.secret = secret;
        this.id = idOf(secret);
    }

    String id() {
        return id;
    }

    byte[] wrap(String leadRef, byte[] dataKey) {
        return SealAlgorithm.AES_256_GCM.seal(secret, Place.ofKey(leadRef), dataKey);
    }

    byte[] unwrap(String leadRef, byte[] wrapped) {
        return SealAlgorithm.open(secret, Place.ofKey(leadRef), wrapped);
    }

    @Override
    public String toString() {
        return "KeyEncryptionKey[" + id + "]";
    }

    private static String idOf(byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("duban-vault-key-id".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(secret), ID_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
