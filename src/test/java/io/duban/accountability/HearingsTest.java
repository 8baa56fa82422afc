package io.duban.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.Deadlines;
import io.duban.interview.LadderRooms;
import io.duban.interview.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearingsTest {

    private static final LocalDate TODAY = LadderRooms.TODAY;
    private static LadderRooms rooms;
    private Hearings hearings;

    @BeforeAll
    static void open() {
        rooms = LadderRooms.open();
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void forget() {
        rooms.forget();
        hearings = rooms.get(Hearings.class);
    }

    @Test
    void everySubjectIsToldInWritingExactlyOnce() {
        var accountability = new AccountabilityCase(rooms).established();

        Refused.naming("notifications", "every-subject", () -> tell(accountability, notice("1", TODAY)));
        Refused.naming(
                "notifications[1].ref",
                "every-subject",
                () -> tell(accountability, notice("1", TODAY), notice("1", TODAY)));
        Refused.naming(
                "notifications[1].ref",
                "every-subject",
                () -> tell(accountability, notice("1", TODAY), notice("9", TODAY)));
        assertThat(accountability.state()).isEqualTo(AccountabilityState.NOTIFYING);
    }

    @Test
    void aSubjectIsToldAfterTheFactsWereEstablishedAndNotInTheFuture() {
        var accountability = new AccountabilityCase(rooms).established();

        Refused.naming(
                "notifications[0].notifiedOn",
                "notified-on",
                () -> tell(accountability, notice("1", TODAY.minusDays(1)), notice("2", TODAY)));
        Refused.naming(
                "notifications[1].notifiedOn",
                "notified-on",
                () -> tell(accountability, notice("1", TODAY), notice("2", TODAY.plusDays(1))));
        assertThat(rooms.get(Deadlines.class).of(accountability.id))
                .as("a refusal leaves no deadline behind")
                .noneMatch(deadline -> deadline.kind() == DeadlineKind.STATEMENT);
    }

    @Test
    void eachNoticeOpensATimeForTheStatementThatHearingMeets() {
        var accountability = new AccountabilityCase(rooms).established().notified();
        assertThat(statementDeadlines(accountability)).containsExactly(DeadlineStatus.OPEN, DeadlineStatus.OPEN);

        accountability.heard();
        assertThat(statementDeadlines(accountability)).containsExactly(DeadlineStatus.MET, DeadlineStatus.MET);
    }

    @Test
    void aStatementIsWrittenDownAndConsideredOrExplicitlyWaived() {
        var accountability = new AccountabilityCase(rooms).established().notified();
        var waiver = new Statement("2", TODAY, true, "", "");

        Refused.naming(
                "statements[0].statement",
                "statement-heard",
                () -> hear(accountability, new Statement("1", TODAY, false, "", ""), waiver));
        Refused.naming(
                "statements[0].consideration",
                "statement-heard",
                () -> hear(accountability, new Statement("1", TODAY, false, "已部署整改，请求从轻。", "否"), waiver));
        Refused.naming(
                "statements[0].waived",
                "waiver-and-statement",
                () -> hear(accountability, new Statement("1", TODAY, true, "已部署整改，请求从轻。", ""), waiver));
        Refused.naming(
                "statements[0].heardOn",
                "heard-on",
                () -> hear(accountability, new Statement("1", TODAY.plusDays(1), true, "", ""), waiver));
        Refused.naming("statements", "every-subject", () -> hear(accountability, waiver));
        assertThat(accountability.state()).isEqualTo(AccountabilityState.HEARING);
    }

    private List<DeadlineStatus> statementDeadlines(AccountabilityCase accountability) {
        return rooms.get(Deadlines.class).of(accountability.id).stream()
                .filter(deadline -> deadline.kind() == DeadlineKind.STATEMENT)
                .map(io.duban.calendar.Deadline::status)
                .toList();
    }

    private static SubjectNotice notice(String ref, LocalDate day) {
        return new SubjectNotice(ref, day, NotificationWay.IN_PERSON);
    }

    private void tell(AccountabilityCase accountability, SubjectNotice... notices) {
        hearings.notifySubjects(accountability.id, List.of(notices), "office");
    }

    private void hear(AccountabilityCase accountability, Statement... statements) {
        hearings.hear(accountability.id, List.of(statements), "office");
    }
}
