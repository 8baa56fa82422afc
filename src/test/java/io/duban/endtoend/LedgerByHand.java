package io.duban.endtoend;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The figures of the ledger counted another way: from the rows of orders, problems and deadlines as they stand, without
 * entries, lines or sums, and with the words of the domain instead of the ledger's phases.
 */
final class LedgerByHand {

    private final List<Item> items = new ArrayList<>();
    private final LocalDate today;

    /** An order or a problem with all that is counted of it. */
    record Item(
            String kind,
            String district,
            String instrument,
            String category,
            String month,
            String state,
            boolean orderEndedEarly,
            List<LocalDate> openTerms,
            boolean late,
            boolean relapsed) {

        boolean ends() {
            return List.of("CLOSED", "CLOSED_UNFOUNDED", "WITHDRAWN", "TRANSFERRED", "MERGED")
                    .contains(state);
        }

        boolean isOpen() {
            return kind.equals("ORDER")
                    ? !ends()
                    : !orderEndedEarly
                            && List.of("RECTIFYING", "VERIFYING", "SIGN_OFF_REVIEW")
                                    .contains(state);
        }

        boolean isDone() {
            return kind.equals("ORDER") ? state.equals("CLOSED") : state.equals("SIGNED_OFF");
        }
    }

    LedgerByHand(JdbcTemplate jdbc, LocalDate today) {
        this.today = today;
        for (Map<String, Object> order :
                jdbc.queryForList("select * from supervision_order where issued_at is not null")) {
            List<Map<String, Object>> deadlines = jdbc.queryForList(
                    "select d.*, coalesce(e.status, 'OPEN') as status from deadline d"
                            + " left join deadline_end e on e.deadline_id = d.id where d.case_id = ?"
                            + " and d.kind in ('INVESTIGATION', 'SUPPLEMENT', 'RECTIFICATION')",
                    order.get("id"));
            List<Map<String, Object>> problems =
                    jdbc.queryForList("select * from problem where order_id = ?", order.get("id"));
            Item whole = item("ORDER", order, order, deadlines, deadlines);
            boolean relapsed = problems.stream().anyMatch(each -> (boolean) each.get("reopened"));
            items.add(new Item(
                    whole.kind(),
                    whole.district(),
                    whole.instrument(),
                    "",
                    whole.month(),
                    whole.state(),
                    whole.orderEndedEarly(),
                    whole.openTerms(),
                    whole.late(),
                    relapsed));
            for (Map<String, Object> problem : problems) {
                List<Map<String, Object>> own = deadlines.stream()
                        .filter(each -> problem.get("id").equals(each.get("subject_id")))
                        .toList();
                items.add(item("PROBLEM", order, problem, own, own));
            }
        }
    }

    private static Item item(
            String kind,
            Map<String, Object> order,
            Map<String, Object> row,
            List<Map<String, Object>> terms,
            List<Map<String, Object>> all) {
        String ended = String.valueOf(order.get("state"));
        boolean problem = kind.equals("PROBLEM");
        return new Item(
                kind,
                String.valueOf(order.get("district_unit")),
                String.valueOf(order.get("instrument")),
                problem ? String.valueOf(row.get("category")) : "",
                month(order.get("issued_at")),
                String.valueOf(row.get("state")),
                List.of("WITHDRAWN", "TRANSFERRED", "MERGED").contains(ended),
                terms.stream()
                        .filter(each -> "OPEN".equals(each.get("status")))
                        .map(each -> ((Date) each.get("due_date")).toLocalDate())
                        .toList(),
                all.stream().anyMatch(each -> "OVERDUE_MET".equals(each.get("status"))),
                problem && (boolean) row.get("reopened"));
    }

    private static String month(Object issuedAt) {
        var at = issuedAt instanceof java.time.OffsetDateTime time
                ? time
                : ((java.sql.Timestamp) issuedAt).toInstant().atOffset(java.time.ZoneOffset.UTC);
        return at.atZoneSameInstant(Duban.ZONE).toLocalDate().toString().substring(0, 7);
    }

    long count(String kind, Predicate<Item> which, String column) {
        return items.stream()
                .filter(each -> each.kind().equals(kind))
                .filter(which)
                .filter(each -> counts(each, column))
                .count();
    }

    /** A rate as people read it: in tenths of a per cent, rounded half up; a dash where there is nothing to divide by. */
    String rate(String kind, Predicate<Item> which, String name) {
        boolean signedOff = name.equals("销号率");
        List<Item> of = items.stream()
                .filter(each -> each.kind().equals(kind))
                .filter(which)
                .filter(each -> signedOff ? each.isOpen() || each.isDone() : each.isDone() || each.relapsed())
                .toList();
        long part = of.stream()
                .filter(each -> signedOff ? each.isDone() : each.relapsed())
                .count();
        return of.isEmpty()
                ? "–"
                : java.math.BigDecimal.valueOf(100 * part)
                                .divide(java.math.BigDecimal.valueOf(of.size()), 1, java.math.RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }

    private boolean counts(Item each, String column) {
        return switch (column) {
            case "督办单" -> true;
            case "存在问题" -> each.isOpen() || each.isDone();
            case "在办", "正在整改" -> each.isOpen();
            case "办结", "已完成整改" -> each.isDone();
            case "逾期" -> each.isOpen() && each.openTerms().stream().anyMatch(due -> due.isBefore(today));
            case "曾逾期办理" -> each.late();
            case "查否" -> each.state().equals("CLOSED_UNFOUNDED");
            case "不属实" -> each.state().equals("UNFOUNDED");
            case "待查实" -> each.state().equals("ALLEGED") && !each.orderEndedEarly();
            case "撤销、移送、并案" -> each.orderEndedEarly();
            case "随单终止" -> each.orderEndedEarly() && !each.state().equals("UNFOUNDED") && !each.isDone();
            case "曾销号" -> each.isDone() || each.relapsed();
            case "反弹" -> each.relapsed();
            default -> throw new AssertionError("unknown column " + column);
        };
    }
}
