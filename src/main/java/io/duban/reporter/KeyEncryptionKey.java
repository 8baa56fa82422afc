package io.duban.reporter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 主密钥: wraps the data keys of all leads; lies outside the database. Its id tells keys apart and says nothing more. */
final class KeyEncryptionKey {

    private static final int ID_BYTES = 8;
    private static final String MAC = "HmacSHA256";

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

    /** By which the same words are known again, and nobody without the key can tell which words. */
    String mark(String words) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            mac.update("duban-vault-mark".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + MAC, impossible);
        }
    }

    @Override
    public String toString() {
        return "KeyEncryptionKey[" + id + "]";
    }

    private static String idOf(byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("duban-vault-key-id".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(secret), ID_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
