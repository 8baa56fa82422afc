package io.duban.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper.ExceptionLoggingHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job that failed is logged once: a reference, the job, which failures caused which, and where. Never what they say,
 * because a message may quote what people have written (domain rule: nothing personal in logs).
 */
final class FailedJobs implements ExceptionLoggingHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);
    private static final int DEEPEST = 10;
    private static final int MOST_FRAMES = 12;

    @Override
    public void exceptionWhileExecutingJob(String jobId, Throwable failure) {
        if (failure instanceof OptimisticLockingException) {
            LOG.info("job {} lost a race and is tried again", jobId);
            return;
        }
        LOG.error("reference {}: job {} failed: {}", UUID.randomUUID(), jobId, described(failure));
    }

    /** The failures by class, the outermost first, and the place where the innermost arose. */
    static String described(Throwable failure) {
        List<String> classes = new ArrayList<>();
        Throwable innermost = failure;
        for (Throwable each = failure; each != null && classes.size() < DEEPEST; each = each.getCause()) {
            classes.add(Quieted.named(each));
            innermost = each;
        }
        StringBuilder text = new StringBuilder(String.join(" caused by ", classes));
        StackTraceElement[] frames = innermost.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append(System.lineSeparator()).append("    at ").append(frames[i]);
        }
        return text.toString();
    }
}
