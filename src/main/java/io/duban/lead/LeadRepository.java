package io.duban.lead;

import io.duban.engine.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The leads' own table; every write checks that nobody else has written meanwhile. */
@Repository
class LeadRepository {

    static final String COLUMNS = "lead_ref, number, channel, source_level, named, category, topic, accused_unit,"
            + " district_unit, receiving_unit, received_on, summary, registered_by, state, triaged_on, in_scope, concrete,"
            + " duplicate_of, severe, vile, leader_concern, public_reaction, must_investigate, guiding_group,"
            + " handling_unit, handling_group, conclusion, conclusion_text, accept_due, conclude_due, concluded_on,"
            + " replied_on, consolidated_notice, order_id, version";

    private final JdbcClient jdbc;

    LeadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Lead> find(String leadRef) {
        return jdbc.sql("select " + COLUMNS + " from lead where lead_ref = ?")
                .param(leadRef)
                .query((row, n) -> LeadRow.read(row))
                .optional();
    }

    Lead get(String leadRef) {
        return find(leadRef).orElseThrow(LeadRepository::unknown);
    }

    /** Reads the lead and keeps others from changing it until this transaction ends. */
    Lead lock(String leadRef) {
        return jdbc.sql("select " + COLUMNS + " from lead where lead_ref = ? for update")
                .param(leadRef)
                .query((row, n) -> LeadRow.read(row))
                .optional()
                .orElseThrow(LeadRepository::unknown);
    }

    List<Lead> all(Collection<String> leadRefs) {
        return leadRefs.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from lead where lead_ref in (:refs)")
                        .param("refs", leadRefs)
                        .query((row, n) -> LeadRow.read(row))
                        .list();
    }

    /** The leads merged into this one, which are answered with it. */
    List<Lead> mergedInto(String leadRef) {
        return jdbc.sql("select " + COLUMNS + " from lead where duplicate_of = ? order by received_on, lead_ref")
                .param(leadRef)
                .query((row, n) -> LeadRow.read(row))
                .list();
    }

    void insert(Lead each) {
        jdbc.sql("insert into lead (lead_ref, number, channel, source_level, named, category, topic, accused_unit,"
                        + " district_unit, receiving_unit, received_on, summary, registered_by, state, in_scope, concrete, severe,"
                        + " vile, leader_concern, public_reaction, must_investigate, version)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,false,false,false,false,false,false,false,0)")
                .params(
                        each.leadRef(),
                        each.number(),
                        each.channel().name(),
                        each.sourceLevel().name(),
                        each.named(),
                        name(each.category()),
                        name(each.topic()),
                        each.accusedUnit(),
                        each.districtUnit(),
                        each.receivingUnit(),
                        each.receivedOn(),
                        each.summary(),
                        each.registeredBy(),
                        each.state().name())
                .update();
    }

    /** Begins a change of this lead; only the named columns are written. */
    Change change(Lead lead) {
        return new Change(lead);
    }

    /** Some columns of one lead, written together unless somebody else has written since it was read (409). */
    final class Change {

        private final Lead lead;
        private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

        private Change(Lead lead) {
            this.lead = lead;
        }

        Change set(String column, @Nullable Object value) {
            columns.put(column, value instanceof Enum<?> code ? code.name() : value);
            return this;
        }

        /** Writes, and answers the lead as it now stands. */
        Lead write() {
            List<@Nullable Object> values = new ArrayList<>(columns.values());
            values.add(lead.leadRef());
            values.add(lead.version());
            int rows = jdbc.sql("update lead set " + String.join("=?, ", columns.keySet())
                            + "=?, version=version+1 where lead_ref=? and version=?")
                    .params(values)
                    .update();
            if (rows == 0) {
                throw Refusal.conflict(
                        "lead-changed",
                        get(lead.leadRef()).state(),
                        "他人刚刚办理了这条线索，请刷新后重试。",
                        "Somebody else was first; refresh and look.");
            }
            return get(lead.leadRef());
        }
    }

    /** 线索编号, one sequence per receiving unit and year, in the transaction that registers. */
    String nextNumber(String receivingUnit, int year) {
        int rows = jdbc.sql("update lead_number set last_number = last_number + 1"
                        + " where receiving_unit=? and number_year=?")
                .params(receivingUnit, year)
                .update();
        if (rows == 0) {
            jdbc.sql("insert into lead_number (receiving_unit, number_year, last_number) values (?,?,1)")
                    .params(receivingUnit, year)
                    .update();
        }
        int number = jdbc.sql("select last_number from lead_number where receiving_unit=? and number_year=?")
                .params(receivingUnit, year)
                .query(Integer.class)
                .single();
        return "线索〔%d〕%06d".formatted(year, number);
    }

    /** The references of the leads that name this account. */
    List<String> naming(String account) {
        return jdbc.sql("select lead_ref from lead_named_person where account=?")
                .param(account)
                .query(String.class)
                .list();
    }

    /** The accounts of all persons that leads name. */
    List<String> namedAccounts() {
        return jdbc.sql("select distinct account from lead_named_person")
                .query(String.class)
                .list();
    }

    /** The references of the leads on one of these units whose handling is not over. */
    List<String> openOn(Collection<String> accused) {
        return accused.isEmpty()
                ? List.of()
                : jdbc.sql("select lead_ref from lead where accused_unit in (:accused)"
                                + " and state not in ('CLOSED','MERGED')")
                        .param("accused", accused)
                        .query(String.class)
                        .list();
    }

    /** The accounts of the persons a lead names. */
    List<String> namedPersons(String leadRef) {
        return jdbc.sql("select account from lead_named_person where lead_ref=? order by account")
                .param(leadRef)
                .query(String.class)
                .list();
    }

    void namePersons(String leadRef, Collection<String> accounts) {
        jdbc.sql("delete from lead_named_person where lead_ref=?")
                .param(leadRef)
                .update();
        accounts.forEach(each -> jdbc.sql("insert into lead_named_person (lead_ref, account) values (?,?)")
                .params(leadRef, each)
                .update());
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    static Refusal unknown() {
        return Refusal.notFound("没有这条线索，或您无权查看。", "There is no such lead that you may see.");
    }
}
