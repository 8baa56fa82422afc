package io.duban.returns;

import java.sql.Date;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Every figure of 附件5 by one statement of its own over the bare tables, written without a look at the application's. */
final class SecondPath {

    private static final String BELOW = "with recursive reach(code) as (select code from unit where code = :unit"
            + " union all select u.code from unit u join reach r on u.parent_code = r.code) ";
    private static final String DAY = "cast(%s at time zone 'Asia/Shanghai' as date)";
    private static final String DISTRICT = " in (select code from unit where level = 'COUNTY')";
    private static final String THEN = "(select e.state from ledger_entry e where e.state is not null and "
            + DAY.formatted("e.at") + " <= :to and %s order by e.seq desc fetch first 1 rows only)";

    /** Problems by what the ledger wrote down of them and their orders until the last day. */
    private static final String COUNTED = "select p.id, o.accused_unit, u.stage as school_stage, ps.stage, "
            + THEN.formatted("e.problem_id = p.id") + " = 'SIGNED_OFF' as done"
            + " from problem p join supervision_order o on o.id = p.order_id"
            + " join reach r on r.code = o.accused_unit join unit u on u.code = o.accused_unit"
            + " left join problem_stage ps on ps.problem_id = p.id"
            + " where u.level in ('SCHOOL', 'TOWNSHIP_CENTRE') and "
            + THEN.formatted("e.kind = 'ORDER' and e.order_id = o.id")
            + " not in ('CLOSED_UNFOUNDED', 'WITHDRAWN', 'TRANSFERRED', 'MERGED')"
            + " and (select min(" + DAY.formatted("f.at") + ") from ledger_entry f where f.problem_id = p.id"
            + " and f.state = 'RECTIFYING') between :from and :to";

    private final NamedParameterJdbcTemplate jdbc;

    SecondPath(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    int figure(CellKey cell, String unit, ReturnPeriod period) {
        Integer found = jdbc.queryForObject(
                BELOW + statement(cell),
                Map.of("unit", unit, "from", Date.valueOf(period.from()), "to", Date.valueOf(period.to())),
                Integer.class);
        return found == null ? 0 : found;
    }

    private static String statement(CellKey cell) {
        boolean office = cell.column() == Column.DISTRICT_OFFICE;
        String problems = "(select * from (" + COUNTED + ") k where " + stage(cell.column()) + ")";
        return switch (cell.figure()) {
            case ORDERS ->
                "select count(distinct o.id) from supervision_order o join reach r on r.code = o.addressee_unit"
                        + " where o.number is not null and " + DAY.formatted("o.issued_at") + " between :from and :to"
                        + (office ? " and o.issuer_unit" + DISTRICT + " and o.instrument = 'RECTIFICATION_ORDER'" : "");
            case BULLETINS ->
                "select count(distinct b.issuer_unit || '#' || b.document_number) from bulletin b"
                        + " where b.order_id in (select o.id from supervision_order o join reach r"
                        + " on r.code = o.addressee_unit) and b.issued_on >= :from and b.issued_on <= :to"
                        + (office ? " and b.issuer_unit" + DISTRICT : "");
            case INTERVIEWS ->
                "select count(*) from interview_attendee a where a.role = 'INTERVIEWEE' and a.interview_id in (select"
                        + " i.id from interview i join reach r on r.code = i.addressee_unit join interview_meeting m"
                        + " on m.interview_id = i.id where m.held_on >= :from and m.held_on <= :to"
                        + (office ? " and i.issuer_unit" + DISTRICT : "") + ")";
            case ACCOUNTABILITIES ->
                "select count(*) from accountability_subject s, accountability c, accountability_delivery d"
                        + " where s.accountability_id = c.id and d.accountability_id = c.id and s.round_no = c.round_no"
                        + " and s.kind not in ('GOVERNMENT', 'DEPARTMENT', 'SCHOOL', 'INSTITUTION')"
                        + " and d.delivered_on >= :from and d.delivered_on <= :to"
                        + " and c.addressee_unit in (select code from reach)"
                        + (office ? " and c.issuer_unit" + DISTRICT : "");
            case PROBLEMS -> "select count(*) from " + problems + " x";
            case COMPLETED_PROBLEMS -> "select count(*) from " + problems + " x where x.done";
            case OPEN_PROBLEMS -> "select count(*) from " + problems + " x where not x.done";
            case PROBLEM_SCHOOLS -> "select count(distinct x.accused_unit) from " + problems + " x";
            case COMPLETED_SCHOOLS ->
                "select count(distinct x.accused_unit) from " + problems + " x where x.accused_unit not in"
                        + " (select y.accused_unit from (" + COUNTED + ") y where not y.done)";
            default ->
                "select sum(t." + cell.figure().field(cell.column()).replaceAll("([A-Z])", "_$1")
                        + ") from annex_five t"
                        + " join reach r on r.code = t.unit_code where t.period_from = :from and t.period_to = :to"
                        + " and not exists (select 1 from annex_five l where l.unit_code = t.unit_code"
                        + " and l.period_from = t.period_from and l.period_to = t.period_to and l.version > t.version)";
        };
    }

    private static String stage(Column column) {
        String own = "coalesce(k.school_stage, 'NINE_YEAR')";
        return column == Column.TOTAL
                ? "1 = 1"
                : "(" + own + " = '" + column.name() + "' or " + own + " = 'NINE_YEAR' and k.stage = '" + column.name()
                        + "')";
    }
}
