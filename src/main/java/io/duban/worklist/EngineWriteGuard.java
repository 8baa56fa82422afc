package io.duban.worklist;

import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The list of what may be sent to the engine's REST interface besides the forms. Reading is the engine's own business;
 * of everything else only what is named here passes, so that nothing typed finds another way into the engine.
 */
final class EngineWriteGuard {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Queries that travel as POST, and handing tasks on (which the assignment guard watches). */
    private static final List<String> EVERYBODY = lines("""
            POST task
            POST task/count
            POST filter/*/list
            POST filter/*/count
            POST filter/*/singleResult
            POST process-instance
            POST process-instance/count
            POST execution
            POST execution/count
            POST variable-instance
            POST variable-instance/count
            POST job
            POST job/count
            POST external-task
            POST external-task/count
            POST group
            POST group/count
            POST history/activity-instance
            POST history/activity-instance/count
            POST history/process-instance
            POST history/process-instance/count
            POST history/task
            POST history/task/count
            POST history/variable-instance
            POST history/variable-instance/count
            POST history/detail
            POST history/job-log
            POST history/job-log/count
            POST history/external-task-log
            POST history/external-task-log/count
            POST identity/password-policy
            POST task/*/claim
            POST task/*/unclaim
            POST task/*/assignee
            POST task/*/delegate
            """);

    /** Accounts and rights, and the technical repair of jobs. */
    private static final List<String> ADMINISTRATORS = lines("""
            POST user/create
            PUT user/*/profile
            PUT user/*/credentials
            POST user/*/unlock
            DELETE user/*
            POST group/create
            PUT group/*
            DELETE group/*
            PUT group/*/members/*
            DELETE group/*/members/*
            POST tenant/create
            PUT tenant/*
            DELETE tenant/*
            PUT tenant/*/user-members/*
            DELETE tenant/*/user-members/*
            PUT tenant/*/group-members/*
            DELETE tenant/*/group-members/*
            POST authorization/create
            PUT authorization/*
            DELETE authorization/*
            PUT job/*/retries
            PUT job/*/suspended
            PUT job/suspended
            PUT job/*/duedate
            POST job/*/duedate/recalculate
            POST job/*/execute
            PUT job-definition/*/retries
            PUT job-definition/*/suspended
            PUT job-definition/suspended
            PUT job-definition/*/jobPriority
            PUT process-instance/*/suspended
            PUT process-instance/suspended
            PUT process-definition/*/suspended
            PUT process-definition/suspended
            DELETE incident/*
            """);

    private EngineWriteGuard() {}

    /**
     * Lets the call through or refuses it.
     *
     * @throws Refusal (403) that says where the same thing is done instead
     */
    static void check(EngineCall call, SignedIn person) {
        if (READING.contains(call.method())) {
            return;
        }
        boolean allowed =
                !call.encoded() && (isOn(EVERYBODY, call) || (person.administrator() && isOn(ADMINISTRATORS, call)));
        if (!allowed) {
            throw Refusal.forbidden(
                    "engine-write",
                    "留痕与流程变量清单（设计决定）",
                    "不能由此更改流程数据。请在待办的表单中办理；案情、附件和意见请在“案情”页查看和提交。",
                    "Process data is not changed this way; use the task's form or the dossier.");
        }
    }

    private static boolean isOn(List<String> list, EngineCall call) {
        return list.stream()
                .map(line -> line.split(" "))
                .anyMatch(line -> call.matches(line[0], line[1]).isPresent());
    }

    private static List<String> lines(String list) {
        return Arrays.stream(list.split("\n")).filter(line -> !line.isBlank()).toList();
    }
}
