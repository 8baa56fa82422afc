package io.duban.calendar;

/** How a term is counted (期限的计算单位): 行政许可法 82 for working days, 民法典 201 for days. */
public enum TermUnit {
    /** Only working days count. */
    WORKING_DAYS("工作日"),
    /** Every day counts, and the last one is not moved by a holiday (design, domain row 80). */
    CALENDAR_DAYS("自然日"),
    /** People set the date; a new arrangement never moves it. */
    FIXED_DATE("指定日期");

    private final String chinese;

    TermUnit(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
