package io.duban.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.form.FormSchema;
import io.duban.form.TypedContent;
import io.duban.form.TypedLines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code case_entry} and {@code case_form}, to which rows are only added. */
@Repository
class CaseEntryRepository {

    private static final TypeReference<Map<String, Map<String, String>>> LABELS = new TypeReference<>() {};

    private static final int MOST_TRIES = 10;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate attempt;
    private final Map<String, JsonNode> forms = new ConcurrentHashMap<>();

    CaseEntryRepository(JdbcClient jdbc, ObjectMapper json, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Keeps what was typed as the next round of its step; of two who do so at the same moment one comes after the other. */
    void insert(Place place, String step, FormSchema form, TypedContent typed, Typist typist, Instant at) {
        for (int i = 1; ; i++) {
            try {
                attempt.executeWithoutResult(open -> insertNext(place, step, form, typed, typist, at));
                return;
            } catch (DuplicateKeyException justNow) {
                if (i == MOST_TRIES) {
                    throw justNow;
                }
            }
        }
    }

    private void insertNext(Place place, String step, FormSchema form, TypedContent typed, Typist typist, Instant at) {
        jdbc.sql("insert into case_entry (case_id, subject_id, step, round, form, form_version, content, option_labels,"
                        + " person, unit, at) values (?, ?, ?, (select coalesce(max(round), 0) + 1 from case_entry"
                        + " where case_id = ? and subject_id = ? and step = ?), ?, ?, ?, ?, ?, ?, ?)")
                .params(place.caseId(), place.subjectId(), step)
                .params(place.caseId(), place.subjectId(), step)
                .params(form.id(), form.version(), text(typed.fields()), text(typed.options()))
                .params(typist.person(), typist.unit(), Timestamp.from(at))
                .update();
    }

    /** Whether anything typed at this step of this part of the case is kept. */
    boolean isThere(Place place, String step) {
        return jdbc.sql("select 1 from case_entry where case_id = ? and subject_id = ? and step = ?"
                        + " fetch first 1 rows only")
                .params(place.caseId(), place.subjectId(), step)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Keeps a state of a form, unless it is there already. */
    void insert(FormSchema form) {
        jdbc.sql("insert into case_form (form, version, content) select ?, ?, ?"
                        + " where not exists (select 1 from case_form where form = ? and version = ?)")
                .params(form.id(), form.version(), form.json().toString(), form.id(), form.version())
                .update();
    }

    /** Which states of forms are kept, as {@code form/version}. */
    List<String> forms() {
        return jdbc.sql("select form, version from case_form")
                .query((row, n) -> row.getString("form") + "/" + row.getString("version"))
                .list();
    }

    /** What was typed in a case, in the order in which it was. */
    List<CaseEntry> of(String caseId) {
        return jdbc.sql(
                        "select id, case_id, subject_id, step, round, form, form_version, content, option_labels, person,"
                                + " unit, at from case_entry where case_id = ? order by id")
                .param(caseId)
                .query((row, n) -> entry(row))
                .list();
    }

    private CaseEntry entry(ResultSet row) throws SQLException {
        JsonNode content = read(row.getString("content"));
        JsonNode form = form(row.getString("form"), row.getString("form_version"));
        return new CaseEntry(
                row.getLong("id"),
                new Place(row.getString("case_id"), row.getString("subject_id")),
                row.getString("step"),
                row.getInt("round"),
                row.getString("form"),
                row.getString("form_version"),
                content,
                TypedLines.of(form, content, json.convertValue(read(row.getString("option_labels")), LABELS)),
                row.getString("person"),
                row.getString("unit"),
                row.getTimestamp("at").toInstant());
    }

    /** Without the form its fields are shown by their keys. */
    private JsonNode form(String form, String version) {
        return forms.computeIfAbsent(
                form + "/" + version,
                each -> jdbc
                        .sql("select content from case_form where form = ? and version = ? order by id")
                        .params(form, version)
                        .query(String.class)
                        .list()
                        .stream()
                        .findFirst()
                        .map(this::read)
                        .orElseGet(json::createObjectNode));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was typed cannot be written down", impossible);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an entry of a case cannot be read", damaged);
        }
    }
}
