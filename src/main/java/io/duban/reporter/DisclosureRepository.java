package io.duban.reporter;

import io.duban.engine.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests for identities; at most one of a person for a lead is open. */
@Repository
class DisclosureRepository {

    private static final String COLUMNS = "id, lead_ref, ordinal, purpose, requester, requester_unit, accused_unit,"
            + " custodian_unit, state, requested_at, decided_by, decided_at, view_until, viewed_at";

    private final JdbcClient jdbc;

    DisclosureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Disclosure asked) {
        try {
            jdbc.sql("insert into identity_disclosure (id, lead_ref, ordinal, open_key, purpose, requester,"
                            + " requester_unit, accused_unit, custodian_unit, state, requested_at)"
                            + " values (?,?,?,?,?,?,?,?,?,?,?)")
                    .params(
                            asked.id(),
                            asked.leadRef(),
                            asked.ordinal(),
                            asked.leadRef() + "|" + asked.requester(),
                            asked.purpose().name(),
                            asked.requester(),
                            asked.requesterUnit(),
                            asked.accusedUnit(),
                            asked.custodianUnit(),
                            asked.state().name(),
                            Timestamp.from(asked.requestedAt()))
                    .update();
        } catch (DuplicateKeyException open) {
            throw Refusal.conflict(
                    "disclosure-once",
                    DisclosureState.REQUESTED,
                    "您对该线索已有一份披露申请在办，请等待办结。",
                    "A request of yours about this lead is already open.");
        }
    }

    /** How many requests there have been for a lead; the vault's file of the lead is locked meanwhile. */
    int lastOrdinal(String leadRef) {
        return jdbc.sql("select coalesce(max(ordinal), 0) from identity_disclosure where lead_ref=?")
                .param(leadRef)
                .query(Integer.class)
                .single();
    }

    Optional<Disclosure> find(String id) {
        return find(id, "");
    }

    /** Held until the transaction ends, so that of two views only one finds it approved. */
    Optional<Disclosure> lock(String id) {
        return find(id, " for update");
    }

    void decided(String id, String by, Instant at) {
        jdbc.sql("update identity_disclosure set decided_by=?, decided_at=? where id=?")
                .params(by, Timestamp.from(at), id)
                .update();
    }

    void approved(String id, Instant viewUntil) {
        jdbc.sql("update identity_disclosure set state='APPROVED', view_until=? where id=? and state='REQUESTED'")
                .params(Timestamp.from(viewUntil), id)
                .update();
    }

    void viewed(String id, Instant at) {
        jdbc.sql("update identity_disclosure set state='VIEWED', open_key=null, viewed_at=? where id=?")
                .params(Timestamp.from(at), id)
                .update();
    }

    /** Ends it without a view; false if it has ended already. */
    boolean ended(String id, DisclosureState from, DisclosureState end) {
        return jdbc.sql("update identity_disclosure set state=?, open_key=null where id=? and state=?")
                        .params(end.name(), id, from.name())
                        .update()
                > 0;
    }

    List<Disclosure> of(String requester, int limit) {
        return jdbc.sql("select " + COLUMNS + " from identity_disclosure where requester=?"
                        + " order by requested_at desc, id fetch first ? rows only")
                .params(requester, limit)
                .query(DisclosureRepository::row)
                .list();
    }

    /** The newest of all that the custodians of these units decide or decided. */
    List<Disclosure> ofCustodians(Set<String> units, int limit) {
        List<Disclosure> found = new ArrayList<>();
        for (String unit : units) {
            found.addAll(jdbc.sql("select " + COLUMNS + " from identity_disclosure where custodian_unit=?"
                            + " order by requested_at desc, id fetch first ? rows only")
                    .params(unit, limit)
                    .query(DisclosureRepository::row)
                    .list());
        }
        return found.stream()
                .sorted(Comparator.comparing(Disclosure::requestedAt).reversed().thenComparing(Disclosure::id))
                .limit(limit)
                .toList();
    }

    private Optional<Disclosure> find(String id, String lock) {
        return jdbc.sql("select " + COLUMNS + " from identity_disclosure where id=?" + lock)
                .param(id)
                .query(DisclosureRepository::row)
                .optional();
    }

    private static Disclosure row(ResultSet row, int n) throws SQLException {
        return new Disclosure(
                row.getString("id"),
                row.getString("lead_ref"),
                row.getInt("ordinal"),
                DisclosurePurpose.valueOf(row.getString("purpose")),
                row.getString("requester"),
                row.getString("requester_unit"),
                row.getString("accused_unit"),
                row.getString("custodian_unit"),
                DisclosureState.valueOf(row.getString("state")),
                row.getTimestamp("requested_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                at(row.getTimestamp("decided_at")),
                at(row.getTimestamp("view_until")),
                at(row.getTimestamp("viewed_at")));
    }

    private static Optional<Instant> at(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
