package io.duban.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The embedded database has one process at a time; a second start, or a command, is told so in words. */
class DatabaseInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final int ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException refused) {
        for (Throwable each = refused; each != null; each = each.getCause()) {
            if (each instanceof SQLException cause && cause.getErrorCode() == ALREADY_OPEN) {
                return new FailureAnalysis(
                        "内置数据库的文件正被另一个运行中的督办程序使用，未作任何更改。"
                                + " The file of the embedded database is in use by another Duban that is running; nothing was changed.",
                        "先停止它，再重新启动或执行命令（如 --duban.admin.unlock=<账号>）；使用 PostgreSQL 时不必停止。"
                                + " Stop it first, then start again or give the command again; on PostgreSQL it may go on running.",
                        refused);
            }
        }
        return null;
    }
}
