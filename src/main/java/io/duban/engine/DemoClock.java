package io.duban.engine;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the demo forward in time. Every timer on the way fires at its own due date, one after the other, so that a chain
 * of daily timers sees its own days. The work is done on a thread of its own, where no person is signed in, exactly as
 * the job executor would do it.
 */
@Component
@Profile("demo")
public class DemoClock {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);
    private static final int MOST_JOBS = 10_000;
    private static final Duration FURTHEST = Duration.ofDays(400);

    private final StoredClock stored;
    private final BusinessClock clock;
    private final ManagementService managementService;
    private final JobExecutor jobExecutor;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "duban-demo-clock"));

    DemoClock(StoredClock stored, BusinessClock clock, ProcessEngine engine) {
        this.stored = stored;
        this.clock = clock;
        this.managementService = engine.getManagementService();
        this.jobExecutor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /**
     * What moving the clock did.
     *
     * @param firedTimers how many timers fired on the way
     * @param failed the timers that could not be carried out, each in one line
     */
    public record Moved(Instant now, int firedTimers, List<String> failed) {}

    public Duration offset() {
        return stored.offset();
    }

    /**
     * Moves to a later instant, firing what falls due on the way.
     *
     * @throws Refusal if the instant lies in the past or more than 400 days ahead
     */
    public Moved moveTo(Instant target) {
        Instant now = clock.instant();
        if (target.isBefore(now)) {
            throw Refusal.of(
                    "to",
                    "clock-forward",
                    "设计决定：演示时钟",
                    "演示时钟只能向前拨：已经发生的期限和留痕不能倒退。",
                    "The demo's clock only moves forward: deadlines that have passed cannot be undone.");
        }
        if (Duration.between(now, target).compareTo(FURTHEST) > 0) {
            throw Refusal.of(
                    "to", "clock-distance", "设计参数：演示时钟", "一次最多向前拨 400 天。", "At most 400 days ahead at a time.");
        }
        try {
            return worker.submit(() -> move(target)).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while moving the clock", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the clock could not be moved", failure.getCause());
        }
    }

    private Moved move(Instant target) {
        boolean wasActive = jobExecutor.isActive();
        jobExecutor.shutdown();
        try {
            return fireUntil(target);
        } finally {
            if (wasActive) {
                jobExecutor.start();
            }
        }
    }

    private Moved fireUntil(Instant target) {
        int fired = 0;
        Set<String> passedOver = new HashSet<>();
        List<String> failed = new ArrayList<>();
        for (int done = 0; done < MOST_JOBS; done++) {
            Optional<Job> next = next(target, passedOver);
            if (next.isEmpty()) {
                if (target.isAfter(clock.instant())) {
                    stored.moveTo(target);
                }
                return new Moved(clock.instant(), fired, failed);
            }
            Job job = next.get();
            goTo(job);
            if (carriedOut(job, failed)) {
                fired += job.getDuedate() == null ? 0 : 1;
            } else {
                passedOver.add(job.getId());
            }
        }
        failed.add("已连续执行 " + MOST_JOBS + " 项，时钟停在途中，请再拨一次。");
        return new Moved(clock.instant(), fired, failed);
    }

    private void goTo(Job job) {
        if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.instant())) {
            stored.moveTo(job.getDuedate().toInstant());
        }
    }

    /** Continuations come before timers: they belong to what has already happened. */
    private Optional<Job> next(Instant target, Set<String> passedOver) {
        int most = passedOver.size() + 1;
        return first(
                        managementService
                                .createJobQuery()
                                .messages()
                                .executable()
                                .active()
                                .listPage(0, most),
                        passedOver)
                .or(() -> first(
                        managementService
                                .createJobQuery()
                                .timers()
                                .withRetriesLeft()
                                .active()
                                .duedateLowerThan(java.util.Date.from(target.plusMillis(1)))
                                .orderByJobDuedate()
                                .asc()
                                .orderByJobId()
                                .asc()
                                .listPage(0, most),
                        passedOver));
    }

    private static Optional<Job> first(List<Job> jobs, Set<String> passedOver) {
        return jobs.stream().filter(job -> !passedOver.contains(job.getId())).findFirst();
    }

    private boolean carriedOut(Job job, List<String> failed) {
        try {
            managementService.executeJob(job.getId());
            return true;
        } catch (RuntimeException failure) {
            boolean stillThere =
                    managementService.createJobQuery().jobId(job.getId()).count() > 0;
            if (stillThere) {
                LOG.warn(
                        "job {} failed while the demo's clock was moved: {}",
                        job.getId(),
                        FailedJobs.described(failure));
                failed.add(job.getProcessDefinitionKey() + " " + activity(job) + " 到期 "
                        + (job.getDuedate() == null
                                ? ""
                                : job.getDuedate().toInstant().atZone(BusinessClock.ZONE)));
            }
            return false;
        }
    }

    private String activity(Job job) {
        var definition = managementService
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition == null ? "" : definition.getActivityId();
    }

    @PreDestroy
    void stop() {
        worker.shutdown();
    }
}
