package io.duban.reporter;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed values; large ones in parts, because the embedded database takes no row of more than a megabyte. */
@Repository
class VaultRecords {

    private static final int PART = 512 * 1024;

    private final JdbcClient jdbc;

    VaultRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(byte[] dataKey, Place place, byte[] plain) {
        int part = 0;
        for (int from = 0; from < plain.length || part == 0; from += PART) {
            byte[] piece = Arrays.copyOfRange(plain, from, Math.min(from + PART, plain.length));
            Place there = place.part(part++);
            jdbc.sql("insert into vault_record (lead_ref, field, ordinal, part, sealed) values (?,?,?,?,?)")
                    .params(
                            there.leadRef(),
                            there.field(),
                            there.ordinal(),
                            there.part(),
                            SealAlgorithm.AES_256_GCM.seal(dataKey, there, piece))
                    .update();
        }
    }

    /** Whether there is a value here; says so without opening it. */
    boolean has(Place place) {
        return !parts(place, 1).isEmpty();
    }

    /**
     * The value of one part.
     *
     * @throws DamagedSeal if it is missing or does not open
     */
    byte[] read(byte[] dataKey, Place place) {
        return parts(place, 1).stream()
                .findFirst()
                .map(found -> SealAlgorithm.open(dataKey, place, found))
                .orElseThrow(() -> new DamagedSeal(place));
    }

    /** The value of this many bytes; a part that is missing or too many is damage. */
    byte[] read(byte[] dataKey, Place place, int size) {
        var whole = new ByteArrayOutputStream(size);
        int count = Math.max(1, (size + PART - 1) / PART);
        List<byte[]> parts = parts(place, count + 1);
        for (int part = 0; part < parts.size(); part++) {
            whole.writeBytes(SealAlgorithm.open(dataKey, place.part(part), parts.get(part)));
        }
        if (parts.size() != count || whole.size() != size) {
            throw new DamagedSeal(place);
        }
        return whole.toByteArray();
    }

    void deleteAll(String leadRef) {
        jdbc.sql("delete from vault_record where lead_ref=?").param(leadRef).update();
    }

    private List<byte[]> parts(Place place, int most) {
        return jdbc.sql("select sealed from vault_record where lead_ref=? and field=? and ordinal=? order by part"
                        + " fetch first ? rows only")
                .params(place.leadRef(), place.field(), place.ordinal(), most)
                .query((row, n) -> row.getBytes("sealed"))
                .list();
    }
}
