package io.duban.reporter;

import io.duban.engine.Refusal;
import io.duban.engine.StartRefused;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The data keys, one for each lead, wrapped by the key-encryption key (信封加密). Whoever starts the application with a
 * key that did not wrap them is told at once.
 */
@Repository
class VaultKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final KeyRing ring;

    VaultKeys(JdbcClient jdbc, KeyRing ring) {
        this.jdbc = jdbc;
        this.ring = ring;
        refuseForeignKeys();
    }

    /** Works with a new data key, which is wiped afterwards. */
    void withNew(String leadRef, java.util.function.Consumer<byte[]> work) {
        byte[] dataKey = new byte[SealAlgorithm.KEY_BYTES];
        RANDOM.nextBytes(dataKey);
        try {
            KeyEncryptionKey kek = ring.current();
            jdbc.sql("insert into vault_key (lead_ref, kek_id, wrapped) values (?,?,?)")
                    .params(leadRef, kek.id(), kek.wrap(leadRef, dataKey))
                    .update();
            work.accept(dataKey);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /**
     * Works with the data key of a lead, which is wiped afterwards.
     *
     * @throws Refusal as not found when it has been destroyed or never was
     */
    <T> T with(String leadRef, Function<byte[], T> work) {
        Wrapped found = find(leadRef)
                .orElseThrow(() -> Refusal.notFound(
                        "该线索的举报材料不存在，或已按保管期限销毁。", "What was reported is not there, or has been destroyed."));
        byte[] dataKey = unwrap(found);
        try {
            return work.apply(dataKey);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    boolean delete(String leadRef) {
        return jdbc.sql("delete from vault_key where lead_ref=?").param(leadRef).update() > 0;
    }

    /** Some keys still wrapped by this key-encryption key, held until the transaction ends. */
    List<Wrapped> lockWrappedBy(String kekId, int limit) {
        return jdbc.sql("select lead_ref, kek_id, wrapped from vault_key where kek_id=? order by lead_ref"
                        + " fetch first ? rows only for update")
                .params(kekId, limit)
                .query((row, n) ->
                        new Wrapped(row.getString("lead_ref"), row.getString("kek_id"), row.getBytes("wrapped")))
                .list();
    }

    /** Wraps the data key anew under the current key-encryption key. */
    void rewrap(Wrapped old) {
        byte[] dataKey = unwrap(old);
        try {
            KeyEncryptionKey kek = ring.current();
            jdbc.sql("update vault_key set kek_id=?, wrapped=? where lead_ref=? and kek_id=?")
                    .params(kek.id(), kek.wrap(old.leadRef(), dataKey), old.leadRef(), old.kekId())
                    .update();
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    private Optional<Wrapped> find(String leadRef) {
        return jdbc.sql("select lead_ref, kek_id, wrapped from vault_key where lead_ref=?")
                .param(leadRef)
                .query((row, n) ->
                        new Wrapped(row.getString("lead_ref"), row.getString("kek_id"), row.getBytes("wrapped")))
                .optional();
    }

    private byte[] unwrap(Wrapped key) {
        return ring.byId(key.kekId())
                .orElseThrow(() -> new DamagedSeal(Place.ofKey(key.leadRef())))
                .unwrap(key.leadRef(), key.wrapped());
    }

    private void refuseForeignKeys() {
        List<String> foreign = jdbc.sql("select distinct kek_id from vault_key").query(String.class).list().stream()
                .filter(each -> ring.byId(each).isEmpty())
                .toList();
        if (!foreign.isEmpty()) {
            throw new StartRefused("启动失败 Start refused: 举报人信息库用密钥 " + foreign + " 加封，现在给出的是 " + ring.ids()
                    + "，请设置正确的 duban.vault.key-file，或设置 duban.vault.rotate-from 完成更换"
                    + " (the vault is sealed under another key)");
        }
    }

    /** A data key as it is stored. */
    record Wrapped(String leadRef, String kekId, byte[] wrapped) {

        @Override
        public String toString() {
            return "Wrapped[" + kekId + "]";
        }
    }
}
