package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.engine.WrittenDates;
import io.duban.engine.WrittenDates.Mended;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.util.ReflectionTestUtils;

/** What the engine's columns say is not what a term is judged by. */
class TimersAskTheRegisterTest extends EndToEnd {

    @Autowired
    private ManagementService managementService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private WrittenDates written;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    @Qualifier("datesOfAnotherZone")
    private Object start;

    /** Read in China, a time of day that was written elsewhere is another instant. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
    void whatWasWrittenInAnotherZoneIsFoundAndMendedWithAReport(String zone) {
        KeyOrder order = KeyOrder.drafted(duban).received();
        Job timer = timer(order, "boundaryTimer_investigationDue");
        Task task = task(order);
        Date due = timer.getDuedate();
        Date asked = task.getDueDate();
        managementService.setJobDuedate(timer.getId(), asWrittenIn(zone, due));
        task.setDueDate(asWrittenIn(zone, asked));
        taskService.saveTask(task);

        List<Mended> mended = written.mend();

        assertThat(mended)
                .extracting(Mended::caseId, Mended::element)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(order.id, "boundaryTimer_investigationDue"),
                        org.assertj.core.groups.Tuple.tuple(order.id, task.getTaskDefinitionKey()));
        assertThat(timer(order, "boundaryTimer_investigationDue").getDuedate()).hasSameTimeAs(due);
        assertThat(task(order).getDueDate()).hasSameTimeAs(asked);
        assertThat(written.mend()).as("once").isEmpty();
    }

    /** The variable of the case is wrong as well: what counts is the row of the register. */
    @Test
    void whatIsMendedIsComparedWithTheRegister() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        Job timer = timer(order, "boundaryTimer_investigationDue");
        Date due = timer.getDuedate();
        runtimeService.setVariable(timer.getProcessInstanceId(), "investigationDue", asWrittenIn("UTC", due));
        managementService.setJobDuedate(timer.getId(), asWrittenIn("UTC", due));

        written.mend();

        assertThat(timer(order, "boundaryTimer_investigationDue").getDuedate()).hasSameTimeAs(due);
        assertThat(jdbc.queryForObject(
                        "select due_at from deadline where case_id = ? and kind = 'INVESTIGATION'",
                        OffsetDateTime.class,
                        order.id))
                .isEqualTo(due.toInstant().atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime());
    }

    @Test
    void atTheFirstStartInChineseTimeEachCaseSaysInItsTrailWhatWasMended() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        Job timer = timer(order, "boundaryTimer_investigationDue");
        managementService.setJobDuedate(timer.getId(), asWrittenIn("America/New_York", timer.getDuedate()));
        jdbc.update("delete from engine_zone");

        ReflectionTestUtils.invokeMethod(start, "mendOnce");
        ReflectionTestUtils.invokeMethod(start, "mendOnce");

        assertThat(order.timeline())
                .filteredOn(sentence -> sentence.contains("更正按该时区写入的时点"))
                .hasSize(1);
        assertThat(jdbc.queryForObject("select mended from engine_zone", Integer.class))
                .isGreaterThanOrEqualTo(1);
        assertThat(timer(order, "boundaryTimer_investigationDue").getDuedate()).hasSameTimeAs(timer.getDuedate());
    }

    /** Moved in the register alone: the column of the engine and the variable of the case both say that it is over. */
    @Test
    void whoHasUntilALaterDayInTheRegisterIsNotTakenToHaveReceived() {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        Job timer = timer(order, "boundaryTimer_deemedDelivered");
        Date later = Date.from(timer.getDuedate().toInstant().plus(Duration.ofDays(7)));
        jdbc.update(
                "update deadline set due_at = ?, due_date = ? where case_id = ? and kind = 'DEEMED_DELIVERY'",
                new java.sql.Timestamp(later.getTime()),
                new java.sql.Date(later.getTime() - 1),
                order.id);
        setClock(OffsetDateTime.ofInstant(timer.getDuedate().toInstant(), ZoneId.of("Asia/Shanghai"))
                .plusHours(1)
                .toString());

        managementService.executeJob(timer.getId());

        assertThat(order.state()).isEqualTo("ISSUED");
        assertThat(timer(order, "boundaryTimer_deemedDelivered").getDuedate()).hasSameTimeAs(later);
    }

    @Test
    void whatIsChangedAtTheSameTimeIsLookedThroughAgainAndNotReportedTwice() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        Job timer = timer(order, "boundaryTimer_investigationDue");
        Date due = timer.getDuedate();
        managementService.setJobDuedate(timer.getId(), asWrittenIn("UTC", due));
        List<List<Mended>> pages = new ArrayList<>();

        List<Mended> mended = written.mend(page -> {
            pages.add(page);
            if (pages.size() == 1) {
                throw new OptimisticLockingException("a timer that fired meanwhile");
            }
        });

        assertThat(pages.get(1)).as("the first page again").isEqualTo(pages.get(0));
        assertThat(mended).doesNotHaveDuplicates().extracting(Mended::caseId).contains(order.id);
        assertThat(timer(order, "boundaryTimer_investigationDue").getDuedate()).hasSameTimeAs(due);
    }

    @Test
    void aTimerThatComesEarlyRecordsNothingAndIsSetAgain() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        Job timer = timer(order, "boundaryTimer_investigationDue");

        managementService.executeJob(timer.getId());

        assertThat(order.timeline()).noneMatch(sentence -> sentence.contains("逾期"));
        assertThat(timer(order, "boundaryTimer_investigationDue").getDuedate()).hasSameTimeAs(timer.getDuedate());
    }

    @Test
    void afterAnOutageThatLastedBeyondTheTermNobodyIsRemindedOfIt() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        Job reminder = timer(order, "boundaryTimer_investigationReminder");
        Job due = timer(order, "boundaryTimer_investigationDue");
        setClock(OffsetDateTime.ofInstant(due.getDuedate().toInstant(), ZoneId.of("Asia/Shanghai"))
                .plusHours(9)
                .toString());

        managementService.executeJob(reminder.getId());
        managementService.executeJob(due.getId());

        assertThat(order.timeline())
                .noneMatch(sentence -> sentence.contains("期限临近"))
                .anyMatch(sentence -> sentence.contains("调查核实期限届满"));
    }

    private static Date asWrittenIn(String zone, Date right) {
        var there = right.toInstant().atZone(ZoneId.of(zone)).getOffset();
        var here = right.toInstant().atZone(ZoneId.of("Asia/Shanghai")).getOffset();
        return Date.from(right.toInstant().plus(Duration.ofSeconds(there.getTotalSeconds() - here.getTotalSeconds())));
    }

    private Job timer(KeyOrder order, String event) {
        return managementService.createJobQuery().activityId(event).list().stream()
                .filter(job -> isOf(order, job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow();
    }

    private Task task(KeyOrder order) {
        return taskService.createTaskQuery().taskDefinitionKey("userTask_investigate").list().stream()
                .filter(each -> isOf(order, each.getProcessInstanceId()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOf(KeyOrder order, String instance) {
        return order.id.equals(jdbc.queryForObject(
                "select business_key_ from act_ru_execution where id_ = ?", String.class, instance));
    }
}
