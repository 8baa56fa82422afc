package io.duban.calendar;

import io.duban.engine.Stage;

/** Where a deadline stands (期限状态); whether an open one is overdue is a question of the day, not a state. */
public enum DeadlineStatus implements Stage {
    OPEN("计时中"),
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
