package io.duban.reporter;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of the vault without anything secret: that there is one, how much it holds, how long it is kept. */
@Repository
class VaultLeads {

    private final JdbcClient jdbc;

    VaultLeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String leadRef, RetentionClass retention, LocalDate today) {
        jdbc.sql("insert into vault_lead (lead_ref, retention_class, kept_from, entries, files) values (?,?,?,0,0)")
                .params(leadRef, retention.name(), Date.valueOf(today))
                .update();
    }

    /** The file of a lead that has not been destroyed, held until the transaction ends, so that nobody else adds to it. */
    Optional<Holdings> lock(String leadRef) {
        return jdbc.sql("select entries, files from vault_lead where lead_ref=? and destroyed_on is null for update")
                .param(leadRef)
                .query((row, n) -> new Holdings(row.getInt("entries"), row.getInt("files")))
                .optional();
    }

    Optional<Holdings> find(String leadRef) {
        return jdbc.sql("select entries, files from vault_lead where lead_ref=? and destroyed_on is null")
                .param(leadRef)
                .query((row, n) -> new Holdings(row.getInt("entries"), row.getInt("files")))
                .optional();
    }

    void grow(String leadRef, Holdings holdings) {
        jdbc.sql("update vault_lead set entries=?, files=? where lead_ref=?")
                .params(holdings.entries(), holdings.files(), leadRef)
                .update();
    }

    void keep(String leadRef, RetentionClass retention, LocalDate from) {
        jdbc.sql("update vault_lead set retention_class=?, kept_from=? where lead_ref=?")
                .params(retention.name(), Date.valueOf(from), leadRef)
                .update();
    }

    /** Some leads of this class whose keeping began before the day. */
    List<String> keptSinceBefore(RetentionClass retention, LocalDate day, int limit) {
        return jdbc.sql("select lead_ref from vault_lead where retention_class=? and kept_from < ?"
                        + " and destroyed_on is null order by kept_from, lead_ref fetch first ? rows only")
                .params(retention.name(), Date.valueOf(day), limit)
                .query(String.class)
                .list();
    }

    void destroyed(String leadRef, LocalDate today) {
        jdbc.sql("update vault_lead set destroyed_on=? where lead_ref=?")
                .params(Date.valueOf(today), leadRef)
                .update();
    }

    /** How many entries and files there are; the next one gets the next number. */
    record Holdings(int entries, int files) {}
}
