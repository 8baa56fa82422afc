package io.duban.order;

import io.duban.engine.Refusal;
import io.duban.rectification.Problem;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 通报 registered for orders; each paper once for an order. */
@Repository
class BulletinRepository {

    private final JdbcClient jdbc;

    BulletinRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, String orderId, String issuer, Bulletin bulletin, String person, Instant at) {
        try {
            jdbc.sql(
                            "insert into bulletin (id, order_id, issuer_unit, document_number, title, issued_on, registered_by,"
                                    + " registered_at) values (?,?,?,?,?,?,?,?)")
                    .params(
                            id,
                            orderId,
                            issuer,
                            bulletin.number(),
                            bulletin.title(),
                            Date.valueOf(bulletin.issuedOn()),
                            person,
                            Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException registered) {
            throw Refusal.of(
                    "number",
                    "bulletin-once",
                    "T22",
                    "该单位文号“" + bulletin.number() + "”的通报已为本督办单登记过，请核对文号。",
                    "This bulletin has been registered for the order before; check its number.");
        }
    }

    void name(String id, Problem problem) {
        jdbc.sql("insert into bulletin_problem (bulletin_id, problem_id) values (?,?)")
                .params(id, problem.id())
                .update();
    }

    /** The bulletins of an order, the oldest first, each with the numbers of the problems it names. */
    List<Registered> ofOrder(String orderId) {
        Map<String, Registered> found = new LinkedHashMap<>();
        jdbc.sql("select b.id, b.issuer_unit, b.document_number, b.title, b.issued_on, p.seq from bulletin b"
                        + " join bulletin_problem n on n.bulletin_id = b.id join problem p on p.id = n.problem_id"
                        + " where b.order_id=? order by b.issued_on, b.registered_at, b.id, p.seq")
                .param(orderId)
                .query(row -> {
                    String id = row.getString("id");
                    Registered each = found.get(id);
                    if (each == null) {
                        each = new Registered(
                                row.getString("issuer_unit"),
                                row.getString("document_number"),
                                row.getString("title"),
                                row.getDate("issued_on").toLocalDate(),
                                new ArrayList<>());
                        found.put(id, each);
                    }
                    each.problems().add(row.getInt("seq"));
                });
        return List.copyOf(found.values());
    }

    /** One registered bulletin. */
    record Registered(String issuerUnit, String number, String title, LocalDate issuedOn, List<Integer> problems) {}
}
