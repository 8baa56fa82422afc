package io.duban.returns;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What one order and its problems go through, moment by moment: handed over or unfounded, checks passed and failed, signed
 * off, relapsed, withdrawn, closed. Each step is written as the application writes it: the row, the term, the check, and
 * the entry of the ledger.
 */
final class GeneratedLife {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> EARLY_ENDS = List.of("WITHDRAWN", "TRANSFERRED", "MERGED");

    private final JdbcTemplate jdbc;
    private final Random random;
    private final Instant until;
    private final String order;
    private final Map<String, String> states = new LinkedHashMap<>();
    private final Map<String, Integer> rounds = new HashMap<>();
    private String state = "DRAFTED";

    GeneratedLife(JdbcTemplate jdbc, Random random, Instant until, String order, List<String> problems) {
        this.jdbc = jdbc;
        this.random = random;
        this.until = until;
        this.order = order;
        problems.forEach(each -> {
            states.put(each, "ALLEGED");
            rounds.put(each, 1);
        });
    }

    /** Lives it at these moments, the first of which is the issue. */
    void lived(List<Instant> moments) {
        moments.forEach(this::step);
    }

    private void step(Instant at) {
        switch (state) {
            case "DRAFTED" -> {
                order("ISSUED", at);
                states.keySet().forEach(each -> entry(each, "ALLEGED", at));
            }
            case "ISSUED" -> order(random.nextInt(10) == 0 ? one(EARLY_ENDS) : "INVESTIGATING", at);
            case "INVESTIGATING" -> reviewed(at);
            case "RECTIFYING", "LOOKING_BACK" -> {
                if (random.nextInt(12) == 0) {
                    order(one(EARLY_ENDS), at);
                } else {
                    rectified(at);
                }
            }
            default -> {
                // an end
            }
        }
    }

    private void reviewed(Instant at) {
        states.replaceAll((problem, before) -> random.nextInt(5) == 0 ? "UNFOUNDED" : "RECTIFYING");
        boolean any = states.containsValue("RECTIFYING");
        states.forEach((problem, now) -> {
            problem(problem, now, at);
            if (now.equals("RECTIFYING")) {
                term(problem, at);
            }
        });
        order(any ? "RECTIFYING" : "CLOSED_UNFOUNDED", at);
    }

    private void rectified(Instant at) {
        List<String> open = states.keySet().stream()
                .filter(each -> !states.get(each).equals("UNFOUNDED"))
                .filter(each ->
                        state.equals("LOOKING_BACK") || !states.get(each).equals("SIGNED_OFF"))
                .toList();
        String problem = one(open);
        boolean passed = random.nextInt(3) > 0;
        switch (states.get(problem)) {
            case "RECTIFYING" -> problem(problem, "VERIFYING", at);
            case "VERIFYING" -> checked(problem, "VERIFICATION", passed, "SIGN_OFF_REVIEW", at);
            case "SIGN_OFF_REVIEW" -> checked(problem, "SIGN_OFF", passed, "SIGNED_OFF", at);
            default -> {
                checked(problem, "LOOK_BACK", passed, "SIGNED_OFF", at);
                order(passed ? "CLOSED" : "RECTIFYING", at);
            }
        }
        if (state.equals("RECTIFYING")
                && states.values().stream().allMatch(each -> each.equals("SIGNED_OFF") || each.equals("UNFOUNDED"))) {
            order("LOOKING_BACK", at);
        }
    }

    private void checked(String problem, String kind, boolean passed, String next, Instant at) {
        if (at.isBefore(until)) {
            jdbc.update(
                    "insert into rectification_check (problem_id, round, kind, passed, note, checked_by, checked_at)"
                            + " values (?,?,?,?,'n','x',?)",
                    problem,
                    rounds.get(problem),
                    kind,
                    passed,
                    Timestamp.from(at));
        }
        if (!passed) {
            rounds.merge(problem, 1, Integer::sum);
            term(problem, at);
        }
        problem(problem, passed ? next : "RECTIFYING", at);
    }

    private void term(String problem, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZONE);
        if (at.isBefore(until)) {
            jdbc.update(
                    "insert into deadline (id, case_id, subject_id, kind, start_date, amount, unit,"
                            + " reminder_working_days, due_date, due_at, provisional, extended, version)"
                            + " values (?,?,?,'RECTIFICATION',?,0,'FIXED_DATE',1,?,?,false,false,0)",
                    UUID.randomUUID().toString(),
                    order,
                    problem,
                    Date.valueOf(day),
                    Date.valueOf(day.plusDays(20)),
                    Timestamp.from(day.plusDays(21).atStartOfDay(ZONE).toInstant()));
        }
    }

    private void problem(String problem, String next, Instant at) {
        states.put(problem, next);
        if (at.isBefore(until)) {
            jdbc.update(
                    "update problem set state = ?, round = ?, signed_off_at = ? where id = ?",
                    next,
                    rounds.get(problem),
                    next.equals("SIGNED_OFF") ? Timestamp.from(at) : null,
                    problem);
        }
        entry(problem, next, at);
    }

    private void order(String next, Instant at) {
        state = next;
        boolean end = EARLY_ENDS.contains(next) || next.startsWith("CLOSED");
        if (at.isBefore(until)) {
            jdbc.update(
                    "update supervision_order set state = ?, closed_at = ? where id = ?",
                    next,
                    end ? Timestamp.from(at) : null,
                    order);
        }
        entry(null, next, at);
    }

    private void entry(String problem, String now, Instant at) {
        if (at.isBefore(until)) {
            jdbc.update(
                    "insert into ledger_entry (kind, order_id, problem_id, at, state, folded) values (?,?,?,?,?,true)",
                    problem == null ? "ORDER" : "PROBLEM",
                    order,
                    problem,
                    Timestamp.from(at),
                    now);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
