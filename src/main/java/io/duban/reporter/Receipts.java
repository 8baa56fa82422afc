package io.duban.reporter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 回执: eight characters that find the row and twenty-eight (140 bits) that prove it, of which only a salted hash is
 * kept. An unknown, a malformed and a wrong receipt cost the same work and get the same answer.
 */
@Repository
class Receipts {

    private static final int LOCATOR = 8;
    private static final int SECRET = 28;
    private static final int SALT = 16;
    private static final String NOWHERE = "00000000";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Kept nobodys;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        byte[] salt = salt();
        this.nobodys = new Kept("", salt, hash(salt, Crockford.random(RANDOM, LOCATOR + SECRET)));
    }

    /** Gives out a receipt for the lead; this is the only time anybody sees it. */
    String give(String leadRef) {
        String locator = freeLocator();
        String receipt = locator + Crockford.random(RANDOM, SECRET);
        byte[] salt = salt();
        jdbc.sql("insert into vault_receipt (locator, lead_ref, salt, hash) values (?,?,?,?)")
                .params(locator, leadRef, salt, hash(salt, receipt))
                .update();
        return Crockford.grouped(receipt);
    }

    Optional<String> leadOf(String typed) {
        String read = Crockford.read(typed.length() > 200 ? "" : typed);
        boolean wellFormed = read.length() == LOCATOR + SECRET && Crockford.isOne(read);
        Optional<Kept> found = find(wellFormed ? read.substring(0, LOCATOR) : NOWHERE);
        Kept compared = found.orElse(nobodys);
        boolean same = MessageDigest.isEqual(compared.hash(), hash(compared.salt(), read));
        return same && wellFormed ? found.map(Kept::leadRef) : Optional.empty();
    }

    void deleteAll(String leadRef) {
        jdbc.sql("delete from vault_receipt where lead_ref=?").param(leadRef).update();
    }

    private String freeLocator() {
        String locator = Crockford.random(RANDOM, LOCATOR);
        return NOWHERE.equals(locator) || find(locator).isPresent() ? freeLocator() : locator;
    }

    private Optional<Kept> find(String locator) {
        return jdbc.sql("select lead_ref, salt, hash from vault_receipt where locator=?")
                .param(locator)
                .query((row, n) -> new Kept(row.getString("lead_ref"), row.getBytes("salt"), row.getBytes("hash")))
                .optional();
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static byte[] hash(byte[] salt, String receipt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(receipt.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    private record Kept(String leadRef, byte[] salt, byte[] hash) {

        @Override
        public String toString() {
            return "Kept[…]";
        }
    }
}
