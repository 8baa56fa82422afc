package io.duban.accountability;

/**
 * Who can be held to account (被问责对象): the seven of G19, and what 《教育督导问责办法》 adds to them: schools and
 * institutions as units, and inspectors.
 */
enum SubjectKind {
    GOVERNMENT("政府", Family.UNIT, "GOVERNMENT"),
    DEPARTMENT("职能部门", Family.UNIT, "DEPARTMENT"),
    SCHOOL("学校", Family.UNIT, "SCHOOL"),
    INSTITUTION("校外培训机构", Family.UNIT, "INSTITUTION"),
    SCHOOL_HEAD("学校主要负责人", Family.PERSON, "PERSON"),
    DEPUTY_IN_CHARGE("分管负责人", Family.PERSON, "PERSON"),
    INSTITUTION_SPONSOR("机构举办者", Family.PERSON, "PERSON"),
    INSTITUTION_HEAD("机构负责人", Family.PERSON, "PERSON"),
    RESPONSIBLE_PERSON("涉事责任人", Family.PERSON, "PERSON"),
    INSPECTOR("督学", Family.INSPECTOR, "INSPECTOR");

    /** The three lists of sanctions (问责办法: 单位、责任人、督学). */
    enum Family {
        UNIT,
        PERSON,
        INSPECTOR
    }

    private final String label;
    private final Family family;
    private final String decisionInput;

    SubjectKind(String label, Family family, String decisionInput) {
        this.label = label;
        this.family = family;
        this.decisionInput = decisionInput;
    }

    String label() {
        return label;
    }

    Family family() {
        return family;
    }

    boolean isUnit() {
        return family == Family.UNIT;
    }

    /** The value of {@code subjectType} in the decision table {@code suggestAccountability}. */
    String decisionInput() {
        return decisionInput;
    }
}
