package io.duban.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.calendar.Deadline;
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
        var waiver = new Statement("2", TODAY, true, "", "本人放弃声明");

        Refused.naming(
                "statements[0].statement",
                "statement-heard",
                () -> hear(accountability, new Statement("1", TODAY, false, "无", "整改未见成效。"), waiver));
        Refused.naming(
                "statements[0].consideration",
                "waiver-in-writing",
                () -> hear(accountability, new Statement("1", TODAY, true, "", ""), waiver));
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

    /** Told on Monday, the government in person, the headmaster by letter; the days from the 25th to the 27th are off. */
    @Test
    void whoSaysNothingIsDecidedAboutOnlyAfterTheTermThatBeganWithTheReceipt() {
        var accountability = new AccountabilityCase(rooms).established().notified();
        assertThat(rooms.get(Deadlines.class).of(accountability.id).stream()
                        .filter(each -> each.kind() == DeadlineKind.STATEMENT)
                        .map(Deadline::due))
                .containsExactlyInAnyOrder(LocalDate.of(2026, 9, 29), LocalDate.of(2026, 9, 30));

        var said = new Statement("1", TODAY, false, "已部署整改，请求从轻。", "整改未见成效。");
        var last = LocalDate.of(2026, 9, 30);
        rooms.setToday(last);
        assertThatThrownBy(() -> hear(accountability, said, silent(last))).hasMessageContaining("自 2026-10-01 起办理");
        rooms.setToday(last.plusDays(1));
        Refused.naming("statements[1].statement", "statement-term", () -> hear(accountability, said, silent(last)));
        hear(accountability, said, silent(last.plusDays(1)));

        assertThat(accountability.state()).isEqualTo(AccountabilityState.DECIDING);
        assertThat(rooms.view("userTask_decideAccountability", accountability.id)
                        .toString())
                .contains("期满未陈述（2026-10-01）");
    }

    private static Statement silent(LocalDate day) {
        return new Statement("2", day, false, "", "");
    }

    private List<DeadlineStatus> statementDeadlines(AccountabilityCase accountability) {
        return rooms.get(Deadlines.class).of(accountability.id).stream()
                .filter(deadline -> deadline.kind() == DeadlineKind.STATEMENT)
                .map(Deadline::status)
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
