package io.duban.returns;

import static io.duban.returns.ReturnColumn.DISTRICT_OFFICE;
import static io.duban.returns.ReturnColumn.JUNIOR;
import static io.duban.returns.ReturnColumn.PRIMARY;
import static io.duban.returns.ReturnColumn.TOTAL;

import java.util.List;

/** 附件5 的一行: its words as they stand in the annex (B56–B60), its columns, and whether people type it or we count it. */
enum Figure {
    INSTITUTIONS("institutions", "实地督导校外培训机构数量（个）", true, TOTAL),
    SUBJECT_INSTITUTIONS("subjectInstitutions", "学科类", true, TOTAL),
    OTHER_INSTITUTIONS("otherInstitutions", "非学科类", true, TOTAL),
    INSPECTORS("inspectors", "派出责任督学数（人）", true, TOTAL, PRIMARY, JUNIOR),
    VISITED_SCHOOLS("visited", "实地督导学校数量（所）", true, TOTAL, PRIMARY, JUNIOR),
    NOTICES("notices", "责任督学已出具整改通知书及问题清单（套）", true, TOTAL, PRIMARY, JUNIOR),
    PROBLEM_SCHOOLS("problemSchools", "存在问题学校（所）", false, TOTAL, PRIMARY, JUNIOR),
    COMPLETED_SCHOOLS("completedSchools", "已完成整改学校数", false, TOTAL, PRIMARY, JUNIOR),
    PROBLEMS("problems", "存在问题（个）", false, TOTAL, PRIMARY, JUNIOR),
    COMPLETED_PROBLEMS("completedProblems", "已完成整改问题数", false, TOTAL, PRIMARY, JUNIOR),
    OPEN_PROBLEMS("openProblems", "正在整改问题数", false, TOTAL, PRIMARY, JUNIOR),
    ORDERS("orders", "印发督办单（件）", false, TOTAL, DISTRICT_OFFICE),
    BULLETINS("bulletins", "通报（次）", false, TOTAL, DISTRICT_OFFICE),
    INTERVIEWS("interviews", "约谈（人次）", false, TOTAL, DISTRICT_OFFICE),
    ACCOUNTABILITIES("accountabilities", "问责（人次）", false, TOTAL, DISTRICT_OFFICE),
    EXPERIENCES("experiences", "共发现典型经验（例）", true, TOTAL);

    private final String key;
    private final String label;
    private final boolean typed;
    private final List<ReturnColumn> columns;

    Figure(String key, String label, boolean typed, ReturnColumn... columns) {
        this.key = key;
        this.label = label;
        this.typed = typed;
        this.columns = List.of(columns);
    }

    /** 学校整改落实情况. */
    static List<Figure> rectified() {
        return List.of(PROBLEM_SCHOOLS, COMPLETED_SCHOOLS, PROBLEMS, COMPLETED_PROBLEMS, OPEN_PROBLEMS);
    }

    /** 问责情况. */
    static List<Figure> accountable() {
        return List.of(ORDERS, BULLETINS, INTERVIEWS, ACCOUNTABILITIES);
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public boolean isTyped() {
        return typed;
    }

    public List<ReturnColumn> columns() {
        return columns;
    }

    /** Whether its columns are 合计, 小学 and 初中. */
    public boolean isByStage() {
        return columns.contains(PRIMARY);
    }

    /** The name of the typed field of a column, e.g. {@code inspectorsPrimary}; of the only column, the figure's. */
    public String field(ReturnColumn column) {
        return columns.size() == 1 ? key : key + column.suffix();
    }
}
