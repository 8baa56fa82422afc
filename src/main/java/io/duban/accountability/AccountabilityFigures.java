package io.duban.accountability;

import io.duban.organisation.CountScope;
import io.duban.organisation.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 问责（人次）: the persons held to account by decisions delivered in a period, by whom the order is addressed to; units
 * that were held to account are no persons (F16).
 */
@Service
@Transactional(readOnly = true)
public class AccountabilityFigures {

    private static final Set<String> PERSONS = Stream.of(SubjectKind.values())
            .filter(kind -> !kind.isUnit())
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());
    private static final String HELD = " from accountability_subject s join accountability c"
            + " on c.id = s.accountability_id and c.round_no = s.round_no"
            + " join accountability_delivery d on d.accountability_id = c.id"
            + " where s.kind in (:persons) and c.addressee_unit in (:units) and c.order_id not in (:without)"
            + " and d.delivered_on between :from and :to";

    private final JdbcClient jdbc;
    private final People people;

    AccountabilityFigures(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    public int heldToAccount(CountScope scope) {
        return bound("select count(*)" + heldIn(scope), scope)
                .query(Integer.class)
                .single();
    }

    /** The persons; who may not see the case counts them without learning more than whose decision it was. */
    public List<HeldToAccount> heldToAccount(CountScope scope, int skip, int most) {
        var person = people.current();
        return bound(
                        "select s.name, s.kind, d.delivered_on, c.order_number, c.issuer_unit, c.addressee_unit"
                                + heldIn(scope) + " order by d.delivered_on, c.id, s.position_no"
                                + " offset :skip rows fetch next :most rows only",
                        scope)
                .param("skip", skip)
                .param("most", most)
                .query((row, n) -> {
                    boolean known = people.sees(person, row.getString("issuer_unit"));
                    return new HeldToAccount(
                            known ? row.getString("name") : null,
                            known ? SubjectKind.valueOf(row.getString("kind")).label() : null,
                            row.getObject("delivered_on", LocalDate.class),
                            known ? row.getString("order_number") : null,
                            row.getString("issuer_unit"),
                            row.getString("addressee_unit"));
                })
                .list();
    }

    private static String heldIn(CountScope scope) {
        return HELD + (scope.initiators().isPresent() ? " and c.issuer_unit in (:initiators)" : "");
    }

    private StatementSpec bound(String sql, CountScope scope) {
        return jdbc.sql(sql)
                .param("persons", PERSONS)
                .param("units", scope.units())
                .param("without", scope.without())
                .param("initiators", scope.initiators().orElse(Set.of("-")))
                .param("from", scope.from())
                .param("to", scope.to());
    }

    /** One person by one decision (一人次); name, kind and order are null where the reader may not see the case. */
    public record HeldToAccount(
            @Nullable String name,
            @Nullable String kind,
            LocalDate deliveredOn,
            @Nullable String orderNumber,
            String issuerUnit,
            String addresseeUnit) {}
}
