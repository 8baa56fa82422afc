package io.duban.calendar;

import io.duban.engine.Stage;

/**
 * Where a deadline stands (期限状态). That an open one is overdue is a question of the day: it is told to whoever asks
 * ({@link Deadline#status(java.time.LocalDate)}) and never stored.
 */
public enum DeadlineStatus implements Stage {
    OPEN("计时中"),
    OVERDUE("已逾期"),
    MET("按期完成"),
    OVERDUE_MET("逾期完成"),
    CANCELLED("已取消");

    private final String chinese;

    DeadlineStatus(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    @Override
    public String label() {
        return chinese;
    }
}
