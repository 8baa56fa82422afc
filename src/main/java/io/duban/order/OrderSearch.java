package io.duban.order;

import io.duban.organisation.Organisations;
import io.duban.organisation.Person;
import io.duban.organisation.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists of orders: always bounded, always in a total order, always through the one rule of visibility. */
@Service
class OrderSearch {

    private static final int MOST_OPTIONS = 200;

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final OrderVisibility visibility;

    OrderSearch(JdbcClient jdbc, Organisations organisations, OrderVisibility visibility) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.organisations = organisations;
    }

    /** One page for this person, newest first; one row more than asked for tells whether there is another page. */
    List<SupervisionOrder> page(Person person, Wanted wanted) {
        Set<String> units = person.units();
        if (units.isEmpty()) {
            return List.of();
        }
        Set<String> districts = new TreeSet<>();
        units.forEach(unit -> organisations.jurisdiction(unit).stream()
                .map(Unit::code)
                .filter(code -> organisations.isWithin(code, unit))
                .forEach(districts::add));
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("(");
        in(where, "issuer_unit", units, values);
        where.append(" or (issued_at is not null and (");
        in(where, "addressee_unit", units, values);
        if (!districts.isEmpty()) {
            where.append(" or ");
            in(where, "district_unit", districts, values);
        }
        where.append(")))");
        withoutKept(where, values);
        narrow(where, wanted, values);
        values.add((long) wanted.page() * wanted.size());
        values.add(wanted.size() + 1);
        return jdbc.sql("select " + OrderRepository.COLUMNS + " from supervision_order where " + where
                        + " order by drafted_at desc, id offset ? rows fetch next ? rows only")
                .params(values)
                .query((row, n) -> OrderRepository.order(row))
                .list();
    }

    /** The orders before and after this one, and those it was merged with; unchecked. */
    List<SupervisionOrder> related(SupervisionOrder order) {
        return jdbc.sql("select " + OrderRepository.COLUMNS + " from supervision_order where id in (:named)"
                        + " or previous_order = :id or merged_into = :id"
                        + " order by drafted_at, id fetch first 50 rows only")
                .param("named", Arrays.asList(text(order.previousOrder()), text(order.mergedInto())))
                .param("id", order.id())
                .query((row, n) -> OrderRepository.order(row))
                .list();
    }

    private static String text(@Nullable String id) {
        return id == null ? "" : id;
    }

    /** Whoever must stand aside finds no more than they may open by its id. */
    private void withoutKept(StringBuilder where, List<Object> values) {
        Set<String> kept = visibility.kept();
        if (!kept.isEmpty()) {
            where.append(" and not ");
            in(where, "id", kept, values);
        }
    }

    private static void narrow(StringBuilder where, Wanted wanted, List<Object> values) {
        wanted.state().ifPresent(state -> {
            where.append(" and state=?");
            values.add(state.name());
        });
        wanted.instrument().ifPresent(instrument -> {
            where.append(" and instrument=?");
            values.add(instrument.name());
        });
        wanted.unit().ifPresent(unit -> {
            where.append(" and (accused_unit=? or addressee_unit=? or district_unit=?)");
            values.add(unit);
            values.add(unit);
            values.add(unit);
        });
    }

    /** Orders in work that one of these units has issued. */
    List<SupervisionOrder> openOfIssuer(Set<String> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        in(where, "issuer_unit", units, values);
        withoutKept(where, values);
        values.add(MOST_OPTIONS);
        return jdbc.sql("select " + OrderRepository.COLUMNS + " from supervision_order where " + where
                        + " and closed_at is null order by drafted_at desc, id fetch first ? rows only")
                .params(values)
                .query((row, n) -> OrderRepository.order(row))
                .list();
    }

    /** Closed orders that one of these units has issued, the newest first. */
    List<SupervisionOrder> closedOfIssuer(Set<String> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        in(where, "issuer_unit", units, values);
        withoutKept(where, values);
        values.add(MOST_OPTIONS);
        return jdbc.sql("select " + OrderRepository.COLUMNS + " from supervision_order where " + where
                        + " and state='CLOSED' order by closed_at desc, id fetch first ? rows only")
                .params(values)
                .query((row, n) -> OrderRepository.order(row))
                .list();
    }

    private static void in(StringBuilder where, String column, Set<String> codes, List<Object> values) {
        where.append(column)
                .append(" in (")
                .append("?,".repeat(codes.size() - 1))
                .append("?)");
        values.addAll(codes);
    }

    /** What is asked for: filters and the page. */
    record Wanted(
            java.util.Optional<OrderState> state,
            java.util.Optional<Instrument> instrument,
            java.util.Optional<String> unit,
            int page,
            int size) {}
}
