package io.duban.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** How many lines of one sort stand where; 存在问题 is never counted but added up (INV-01). */
record Counts(Map<Phase, Long> phases, Map<Lateness, Long> lateness, long relapsed, long onceSignedOff) {

    long of(Phase phase) {
        return phases.getOrDefault(phase, 0L);
    }

    long of(Lateness sort) {
        return lateness.getOrDefault(sort, 0L);
    }

    /** 存在问题 = 已完成整改 + 正在整改. */
    long existing() {
        return of(Phase.DONE) + of(Phase.OPEN);
    }

    long all() {
        return phases.values().stream().mapToLong(Long::longValue).sum();
    }

    static Counts read(ResultSet row) throws SQLException {
        Map<Phase, Long> phases = new EnumMap<>(Phase.class);
        for (Phase each : Phase.values()) {
            phases.put(each, row.getLong(each.name() + "_PHASE"));
        }
        Map<Lateness, Long> lateness = new EnumMap<>(Lateness.class);
        for (Lateness each : Lateness.values()) {
            lateness.put(each, row.getLong(each.name() + "_TERM"));
        }
        return new Counts(phases, lateness, row.getLong("relapsed_n"), row.getLong("once_n"));
    }
}
