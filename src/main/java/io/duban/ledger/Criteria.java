package io.duban.ledger;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition in the words of the database; lines and sums have the same columns, so one condition serves both. */
final class Criteria {

    private final StringBuilder sql = new StringBuilder("1=1");
    private final List<Object> values = new ArrayList<>();

    /**
     * What the filter says, but for the scope.
     *
     * @param accused the units the lines are about, if it asks for some
     */
    static Criteria of(Wanted wanted, @Nullable Collection<String> accused, LocalDate today) {
        Criteria criteria = new Criteria();
        criteria.and("kind = ?", wanted.kind().name());
        if (accused != null) {
            criteria.in("accused_unit", accused);
        }
        wanted.instrument().ifPresent(each -> criteria.and("instrument = ?", each.name()));
        wanted.category().ifPresent(each -> criteria.and("category = ?", each.name()));
        wanted.state().ifPresent(each -> {
            criteria.in(
                    "phase", each.phases().stream().map(Phase::name).sorted().toList());
            if (each.state() != null) {
                criteria.and("state = ?", each.state());
            }
        });
        wanted.lateness().ifPresent(each -> criteria.lateness(each, today));
        wanted.from().ifPresent(each -> criteria.and("issue_month >= ?", each.toString()));
        wanted.to().ifPresent(each -> criteria.and("issue_month <= ?", each.toString()));
        if (wanted.onceSignedOff()) {
            criteria.and("(phase = ? or relapsed = true)", Phase.DONE.name());
        }
        if (wanted.relapsed()) {
            criteria.and("relapsed = true");
        }
        return criteria;
    }

    private void lateness(Lateness lateness, LocalDate today) {
        if (lateness.isOfOpenLines()) {
            and("phase = ?", Phase.OPEN.name());
            and("due >= ? and due < ?", Date.valueOf(lateness.from(today)), Date.valueOf(lateness.until(today)));
        } else {
            and("late = true");
        }
    }

    Criteria and(String condition, Object... more) {
        sql.append(" and ").append(condition);
        values.addAll(List.of(more));
        return this;
    }

    Criteria in(String column, Collection<String> codes) {
        if (codes.size() == 1) {
            return and(column + " = ?", codes.iterator().next());
        }
        sql.append(" and ")
                .append(column)
                .append(" in (")
                .append("?,".repeat(codes.size() - 1))
                .append("?)");
        values.addAll(codes);
        return this;
    }

    /** All places at once, in no particular order of the database's. */
    Criteria anywhere(LedgerScope scope) {
        if (scope.provinces().isEmpty()) {
            return in("district_unit", scope.districts());
        }
        if (scope.districts().isEmpty()) {
            return in("province_unit", scope.provinces());
        }
        sql.append(" and (province_unit in (")
                .append("?,".repeat(scope.provinces().size() - 1))
                .append("?) or district_unit in (")
                .append("?,".repeat(scope.districts().size() - 1))
                .append("?))");
        values.addAll(scope.provinces());
        values.addAll(scope.districts());
        return this;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }
}
