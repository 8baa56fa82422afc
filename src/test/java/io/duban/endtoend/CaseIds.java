package io.duban.endtoend;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ids under which something of a case can be asked for, by the segment of a path before which they stand. */
final class CaseIds {

    private final JdbcTemplate jdbc;
    private final List<String> cases;

    /** @param cases orders, leads and what belongs to them */
    CaseIds(JdbcTemplate jdbc, List<String> cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    Map<String, List<String>> all() {
        List<String> running = instances();
        Map<String, List<String>> ids = new TreeMap<>();
        ids.put("orders", known("supervision_order", "id"));
        ids.put("leads", known("lead", "lead_ref"));
        ids.put("interviews", known("interview", "id"));
        ids.put("cases", cases);
        ids.put("papers", each(cases, "select id from paper where case_id = ?"));
        ids.put("evidence", each(cases, "select id from evidence where case_id = ?"));
        ids.put("process-instance", running);
        ids.put("execution", each(running, "select id_ from act_ru_execution where proc_inst_id_ = ?"));
        ids.put("tasks", each(running, "select id_ from act_ru_task where proc_inst_id_ = ?"));
        ids.put("task", ids.get("tasks"));
        ids.put("job", each(running, "select id_ from act_ru_job where process_instance_id_ = ?"));
        ids.put(
                "variable-instance",
                each(running, "select id_ from act_ru_variable where proc_inst_id_ = ? fetch first 2 rows only"));
        ids.put("process-definition", each(running, "select proc_def_id_ from act_ru_execution where id_ = ?"));
        ids.put("filter", jdbc.queryForList("select id_ from act_ru_filter", String.class));
        return ids;
    }

    /** What runs of the cases, called instances included. */
    List<String> instances() {
        return each(
                cases,
                "select distinct e.proc_inst_id_ from act_ru_execution e join act_ru_execution r"
                        + " on r.id_ = e.root_proc_inst_id_ where r.business_key_ = ?");
    }

    /** The states of a case, e.g. {@code LeadState.CLOSED}. */
    List<String> states(String caseId) {
        return List.of(
                        stated("LeadState", "select state from lead where lead_ref = ?", caseId),
                        stated("OrderState", "select state from supervision_order where id = ?", caseId))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<String> stated(String type, String sql, String caseId) {
        return jdbc.queryForList(sql, String.class, caseId).stream()
                .map(state -> type + "." + state)
                .toList();
    }

    private List<String> known(String table, String key) {
        return each(cases, "select " + key + " from " + table + " where " + key + " = ?");
    }

    private List<String> each(List<String> of, String sql) {
        return of.stream()
                .map((Function<String, List<String>>) one -> jdbc.queryForList(sql, String.class, one))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
