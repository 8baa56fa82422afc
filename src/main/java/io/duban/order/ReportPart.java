package io.duban.order;

/** The five parts a report of investigation must have (A51). */
enum ReportPart {
    PROCESS("process", "process_part", "调查过程"),
    FACTS("facts", "facts", "实际情况"),
    DISPOSITION("disposition", "disposition", "处理意见"),
    MEASURES("measures", "measures", "整改措施"),
    CAUSE("cause", "cause", "原因分析");

    private final String field;
    private final String column;
    private final String label;

    ReportPart(String field, String column, String label) {
        this.field = field;
        this.column = column;
        this.label = label;
    }

    /** The field's key in the forms, and the stem of the decision's input. */
    String field() {
        return field;
    }

    String column() {
        return column;
    }

    String label() {
        return label;
    }
}
