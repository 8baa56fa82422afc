package io.duban.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of interviews: the interview itself is moved from state to state, its steps are only ever added. */
@Repository
class InterviewRepository {

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    InterviewRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Adds an interview unless its order has an open one. The unique key decides between two that come at once; the
     * savepoint keeps the transaction alive for the one that loses, which PostgreSQL would otherwise abort.
     */
    boolean insertIfAlone(Interview interview) {
        try {
            savepoint.executeWithoutResult(status -> insert(interview));
            return true;
        } catch (DuplicateKeyException alreadyOpen) {
            return false;
        }
    }

    private void insert(Interview interview) {
        jdbc.sql("insert into interview (id, order_id, open_key, order_number, title, issuer_unit, addressee_unit,"
                        + " district_unit, reason_codes, basis, state, proposed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        interview.id(),
                        interview.orderId(),
                        interview.orderId(),
                        interview.orderNumber(),
                        interview.title(),
                        interview.issuerUnit(),
                        interview.addresseeUnit(),
                        interview.districtUnit(),
                        joined(interview.reasons()),
                        interview.basis(),
                        interview.state().name(),
                        Timestamp.from(interview.proposedAt()))
                .update();
    }

    /** Moves an interview on; false when it is no longer in the state it is to leave. */
    boolean move(String id, InterviewState from, InterviewState to) {
        return jdbc.sql("update interview set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    /** Ends an interview, so that its order may have another one; false as for {@link #move}. */
    boolean conclude(String id, InterviewState from, InterviewState end, Instant at) {
        return jdbc.sql("update interview set state = ?, open_key = null, concluded_at = ? where id = ? and state = ?")
                        .params(end.name(), Timestamp.from(at), id, from.name())
                        .update()
                == 1;
    }

    Optional<Interview> find(String id) {
        return jdbc.sql("select * from interview where id = ?")
                .param(id)
                .query(InterviewRepository::interview)
                .optional();
    }

    /** All interviews of an order, the oldest first. */
    List<Interview> ofOrder(String orderId) {
        return jdbc.sql("select * from interview where order_id = ? order by proposed_at, id")
                .param(orderId)
                .query(InterviewRepository::interview)
                .list();
    }

    void add(String id, InterviewApproval approval, Acted by) {
        jdbc.sql("insert into interview_approval (interview_id, approved, opinion, acted_by, acted_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(id, approval.approved(), approval.opinion(), by.person(), by.timestamp())
                .update();
    }

    Optional<InterviewApproval> approval(String id) {
        return jdbc.sql("select * from interview_approval where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewApproval(row.getBoolean("approved"), row.getString("opinion")))
                .optional();
    }

    void add(String id, InterviewNotice notice, Acted by) {
        jdbc.sql("insert into interview_notice (interview_id, interviewee_unit, place, meeting_date, notice_text,"
                        + " acted_by, acted_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        notice.intervieweeUnit(),
                        notice.place(),
                        notice.meetingDate(),
                        notice.text(),
                        by.person(),
                        by.timestamp())
                .update();
    }

    Optional<InterviewNotice> notice(String id) {
        return jdbc.sql("select * from interview_notice where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewNotice(
                        row.getString("interviewee_unit"),
                        row.getString("place"),
                        row.getObject("meeting_date", LocalDate.class),
                        row.getString("notice_text")))
                .optional();
    }

    Optional<Instant> notifiedAt(String id) {
        return jdbc.sql("select acted_at from interview_notice where interview_id = ?")
                .param(id)
                .query((row, n) -> row.getTimestamp("acted_at").toInstant())
                .optional();
    }

    void add(String id, PartyReport report, Acted by) {
        jdbc.sql("insert into interview_party_report (interview_id, recipients, document_title, sent_on, acted_by,"
                        + " acted_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        joined(List.copyOf(report.recipients())),
                        report.documentTitle(),
                        report.sentOn(),
                        by.person(),
                        by.timestamp())
                .update();
    }

    Optional<PartyReport> partyReport(String id) {
        return jdbc.sql("select * from interview_party_report where interview_id = ?")
                .param(id)
                .query((row, n) -> new PartyReport(
                        split(row.getString("recipients"))
                                .map(PartyReportRecipient::valueOf)
                                .collect(Collectors.toSet()),
                        row.getString("document_title"),
                        row.getObject("sent_on", LocalDate.class)))
                .optional();
    }

    void add(String id, InterviewRectification rectification, Acted by) {
        jdbc.sql("insert into interview_rectification (interview_id, measures, results, acted_by, acted_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(id, rectification.measures(), rectification.results(), by.person(), by.timestamp())
                .update();
    }

    Optional<InterviewRectification> rectification(String id) {
        return jdbc.sql("select * from interview_rectification where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewRectification(row.getString("measures"), row.getString("results")))
                .optional();
    }

    void add(String id, InterviewFollowUp followUp, Acted by) {
        jdbc.sql("insert into interview_follow_up (interview_id, resolved, reason, checked_on, acted_by, acted_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        followUp.resolved(),
                        followUp.reason(),
                        followUp.checkedOn(),
                        by.person(),
                        by.timestamp())
                .update();
    }

    Optional<InterviewFollowUp> followUp(String id) {
        return jdbc.sql("select * from interview_follow_up where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewFollowUp(
                        row.getBoolean("resolved"),
                        row.getString("reason"),
                        row.getObject("checked_on", LocalDate.class)))
                .optional();
    }

    private static Interview interview(ResultSet row, int n) throws SQLException {
        return new Interview(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("order_number"),
                row.getString("title"),
                row.getString("issuer_unit"),
                row.getString("addressee_unit"),
                row.getString("district_unit"),
                split(row.getString("reason_codes")).map(InterviewReason::valueOf).toList(),
                row.getString("basis"),
                InterviewState.valueOf(row.getString("state")),
                row.getTimestamp("proposed_at").toInstant());
    }

    private static String joined(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static java.util.stream.Stream<String> split(String values) {
        return Arrays.stream(values.split(",", -1));
    }
}
