package io.duban.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What a failure has left behind (故障后果), which is the first thing who is told of it wants to know. That nothing was
 * changed is said only where it is certain.
 */
enum Aftermath {
    /** Others held for too long what was needed, or no connection was free: the work has not been begun, or was undone. */
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "系统正忙（同一单位的编号或同一事项正由他人办理），未作任何更改，请稍后重试。",
            "Others are at work on the same; nothing was changed, try again in a moment."),
    NOTHING(HttpStatus.INTERNAL_SERVER_ERROR, "系统故障，未作任何更改。", "Something failed; nothing was changed."),
    /** The answer to a commit was lost, or what failed came after it. */
    UNKNOWN(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "系统故障，不能确定所办事项是否已经生效。请先到待办或案件卷宗中核对，已生效的不要重复提交。",
            "Something failed, and it is not certain whether what you sent has taken effect: look at your tasks or the"
                    + " case first, and do not send again what is there.");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final HttpStatus status;
    private final String chinese;
    private final String english;

    Aftermath(HttpStatus status, String chinese, String english) {
        this.status = status;
        this.chinese = chinese;
        this.english = english;
    }

    HttpStatus status() {
        return status;
    }

    Map<String, Object> problem(String reference) {
        Map<String, Object> problem = Problems.body(
                status, chinese + "请把编号 " + reference + " 告诉管理员。", english + " Give the administrator the reference.");
        problem.put("reference", reference);
        return problem;
    }

    /** What the failure of a request that is answered by this thread has left behind. */
    static Aftermath of(HttpServletRequest request, @Nullable Throwable failure) {
        boolean uncertain = RequestThread.hasCommitted() || RequestThread.hasLostACommit() && !isUndone(failure);
        if (uncertain && !READING.contains(request.getMethod())) {
            return UNKNOWN;
        }
        return Causes.of(failure).anyMatch(Aftermath::isWaitingInVain) ? BUSY : NOTHING;
    }

    /** Whether the database itself has said that it undid the work: a constraint or a lost race found at the end. */
    private static boolean isUndone(@Nullable Throwable failure) {
        return Causes.of(failure)
                .flatMap(cause -> Causes.sqlStateOf(cause).stream())
                .anyMatch(state -> state.startsWith("23") || state.startsWith("40") && !"40003".equals(state));
    }

    private static boolean isWaitingInVain(Throwable cause) {
        return cause instanceof QueryTimeoutException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof CannotGetJdbcConnectionException
                || cause instanceof SQLTransientException
                || cause instanceof SQLException sql && "55P03".equals(sql.getSQLState());
    }
}
