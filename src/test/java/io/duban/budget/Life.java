package io.duban.budget;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The whole life of one order, step by step: begun, eleven tasks of persons, and the timer of the look-back. Looking a
 * task up belongs to the test and is not counted; everything else is.
 */
abstract class Life {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String TIMER = "intermediateTimer_lookBackDue";

    private final ProcessEngine engine;
    private final RoundTrips trips;

    Life(ProcessEngine engine, RoundTrips trips) {
        this.engine = engine;
        this.trips = trips;
    }

    /** Begins a case; answers its id, which is the business key. */
    abstract String begin();

    abstract void claim(String taskId, Step step);

    abstract void complete(String taskId, Step step);

    /**
     * Lives once.
     *
     * @param claims whether each task is claimed in a call of its own before it is completed
     * @return what each step cost, in order
     */
    Map<String, Tally> live(boolean claims) {
        Map<String, Tally> costs = new LinkedHashMap<>();
        String[] begun = new String[1];
        costs.put("begin", trips.during(() -> begun[0] = begin()));
        for (Step step : Step.all(LocalDate.now(ZONE))) {
            if ("userTask_lookBack".equals(step.task())) {
                String job = job(begun[0], "lookBack", TIMER);
                ClockUtil.setCurrentTime(dueDate(job));
                costs.put(
                        TIMER, trips.during(() -> engine.getManagementService().executeJob(job)));
                ClockUtil.reset();
            }
            String task = task(begun[0], step.task());
            Tally claim = claims ? trips.during(() -> claim(task, step)) : Tally.NONE;
            costs.put(step.task(), claim.plus(trips.during(() -> complete(task, step))));
        }
        requireEnded(begun[0]);
        return costs;
    }

    /** Lives up to, not including, the given task; answers the case. */
    String liveUntil(String task) {
        String caseId = begin();
        Step.all(LocalDate.now(ZONE)).stream()
                .takeWhile(step -> !step.task().equals(task))
                .forEach(step -> complete(task(caseId, step.task()), step));
        return caseId;
    }

    static Tally sum(Map<String, Tally> costs) {
        return costs.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    private String task(String caseId, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
    }

    private Date dueDate(String job) {
        return engine.getManagementService()
                .createJobQuery()
                .jobId(job)
                .singleResult()
                .getDuedate();
    }

    /** The job of a timer that is running for the case. */
    String job(String caseId, String process, String timer) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(caseId)
                .singleResult()
                .getId();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .singleResult()
                .getId();
    }

    private void requireEnded(String caseId) {
        boolean running = !engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .listPage(0, 1)
                .isEmpty();
        if (running) {
            throw new IllegalStateException("the life of " + caseId + " has not ended");
        }
    }
}
