package io.duban.lead;

import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of leads: always bounded, always in a total order, always through the one rule of {@link LeadVisibility}. */
@Service
class LeadSearch {

    private static final int MOST_CANDIDATES = 500;

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final People people;
    private final LeadVisibility visibility;
    private final ConflictLock lock;
    private final ConflictAlerts alerts;
    private final ReceivingUnits receiving;

    LeadSearch(
            JdbcClient jdbc,
            Organisations organisations,
            People people,
            LeadVisibility visibility,
            ConflictLock lock,
            ConflictAlerts alerts,
            ReceivingUnits receiving) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.people = people;
        this.visibility = visibility;
        this.lock = lock;
        this.alerts = alerts;
        this.receiving = receiving;
    }

    /** What somebody looks for; nothing set means everything they may see. */
    record Wanted(
            Optional<LeadState> state,
            Optional<Boolean> triaged,
            Optional<LeadChannel> channel,
            Optional<LeadTopic> topic,
            Optional<String> unit,
            int page,
            int size) {}

    /** One page for the current person, newest day first; one row more than asked for tells whether there is another. */
    @Transactional(readOnly = true)
    public List<Lead> page(Wanted wanted) {
        Person person = people.current();
        if (wanted.unit().filter(unit -> isForbidden(person, unit)).isPresent()) {
            return List.of();
        }
        Condition where = visible(person);
        wanted.state().ifPresent(state -> where.and("state=?", state.name()));
        wanted.triaged().ifPresent(triaged -> where.and(triaged ? "triaged_on is not null" : "triaged_on is null"));
        wanted.channel().ifPresent(channel -> where.and("channel=?", channel.name()));
        wanted.topic().ifPresent(topic -> where.and("topic=?", topic.name()));
        wanted.unit().ifPresent(unit -> where.and("(accused_unit=? or district_unit=?)", unit, unit));
        return read(where, (long) wanted.page() * wanted.size(), wanted.size() + 1);
    }

    /** Leads not older than the day, of the same unit or category, that nobody has merged: what a duplicate may repeat. */
    List<Lead> candidates(Person person, Lead lead, LocalDate since) {
        if (lead.accusedUnit() == null && lead.category() == null) {
            return List.of();
        }
        Condition where = visible(person);
        where.and("lead_ref <> ?", lead.leadRef());
        where.and("duplicate_of is null");
        where.and("received_on >= ?", since);
        where.and(
                "(accused_unit = ? or category = ?)",
                String.valueOf(lead.accusedUnit()),
                lead.category() == null ? "" : lead.category().name());
        return read(where, 0, MOST_CANDIDATES);
    }

    private List<Lead> read(Condition where, long offset, int limit) {
        where.values.add(offset);
        where.values.add(limit);
        return jdbc.sql(
                        "select " + LeadRepository.COLUMNS + " from lead where " + where.text
                                + " order by received_on desc, number desc nulls first, lead_ref offset ? rows fetch next ? rows only")
                .params(where.values)
                .query((row, n) -> LeadRow.read(row))
                .list();
    }

    private boolean isForbidden(Person person, String unit) {
        Optional<String> relation = organisations.find(unit).flatMap(known -> lock.conflict(person, known.code()));
        relation.ifPresent(
                found -> alerts.raise(null, unit, receiving.above(unit).code(), "SEARCH", person.id(), found));
        return relation.isPresent();
    }

    private Condition visible(Person person) {
        Condition where = new Condition();
        Set<String> offices = visibility.offices(person);
        where.text.append("(triaged_on is null and registered_by = ?");
        where.values.add(person.id());
        where.orIn("receiving_unit", offices);
        where.orIn("handling_unit", offices);
        where.orIn("handling_group", person.groups());
        where.orIn("guiding_group", person.groups());
        where.text.append(")");
        Set<String> entangled = organisations.entangledWith(person.units());
        if (!entangled.isEmpty()) {
            where.and("(accused_unit is null or accused_unit not in (" + marks(entangled) + "))", entangled.toArray());
        }
        where.and(
                "not exists (select 1 from lead_named_person named where named.lead_ref = lead.lead_ref"
                        + " and named.account = ?)",
                person.id());
        return where;
    }

    private static String marks(Collection<String> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }

    private static final class Condition {

        private final StringBuilder text = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void orIn(String column, Collection<String> of) {
            if (!of.isEmpty()) {
                text.append(" or ")
                        .append(column)
                        .append(" in (")
                        .append(marks(of))
                        .append(")");
                values.addAll(of);
            }
        }

        void and(String condition, Object... of) {
            text.append(" and ").append(condition);
            values.addAll(List.of(of));
        }
    }
}
