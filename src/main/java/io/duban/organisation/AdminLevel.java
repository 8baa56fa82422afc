package io.duban.organisation;

/**
 * 行政层级: decides what a unit is, because the word 市 in a name denotes three different levels in the source documents
 * (上海市 省级, 晋城市 地级, 高平市 县级).
 */
public enum AdminLevel {
    NATIONAL("国家", 0),
    PROVINCE("省级（直辖市）", 1),
    PREFECTURE("地市级", 2),
    COUNTY("区县级", 3),
    TOWNSHIP_CENTRE("乡镇中心校", 4),
    SCHOOL("学校", 5),
    INSTITUTION("校外培训机构", 5),
    DEPARTMENT("职能部门", 6);

    private final String label;
    private final int rank;

    AdminLevel(String label, int rank) {
        this.label = label;
        this.rank = rank;
    }

    /** The Chinese label. */
    public String label() {
        return label;
    }

    /** Whether such units teach in compulsory education: schools and 中心校. */
    public boolean isSchool() {
        return this == SCHOOL || this == TOWNSHIP_CENTRE;
    }

    /** Whether a unit of this level may stand directly or indirectly above one of the other level. */
    public boolean isAbove(AdminLevel other) {
        return rank < other.rank;
    }
}
