package io.duban.accountability;

import io.duban.accountability.SubjectKind.Family;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms of accountability (问责方式) and to whom each applies; some only propose what other departments carry out. */
enum Sanction {
    PUBLIC_CRITICISM("公开批评", Family.UNIT),
    INTERVIEW("约谈", Family.UNIT, Family.PERSON),
    SUPERVISION_BULLETIN("督导通报", Family.UNIT),
    RESOURCE_ADJUSTMENT("资源调整", Family.UNIT),
    /** By the competent department, and only against schools and institutions. */
    ADMIN_PENALTY_REFERRAL("行政处罚移送", Family.UNIT),
    WRITTEN_SELF_CRITICISM("责令检查", Family.PERSON, Family.INSPECTOR),
    CIRCULATED_CRITICISM("通报批评", Family.PERSON, Family.INSPECTOR),
    ORGANISATIONAL_MEASURE("组织处理建议", Family.PERSON, Family.INSPECTOR),
    DISCIPLINARY_REFERRAL("处分建议（移交）", Family.PERSON, Family.INSPECTOR),
    PRACTICE_BAN("从业禁止", Family.PERSON),
    INTEGRITY_RECORD("纳入诚信记录", Family.PERSON),
    ADMONITION("批评教育", Family.INSPECTOR),
    INSPECTOR_DISMISSAL("取消督学资格", Family.INSPECTOR);

    private final String label;
    private final Set<Family> families;

    Sanction(String label, Family first, Family... others) {
        this.label = label;
        this.families = EnumSet.of(first, others);
    }

    String label() {
        return label;
    }

    boolean appliesTo(SubjectKind kind) {
        boolean penalisable = kind == SubjectKind.SCHOOL || kind == SubjectKind.INSTITUTION;
        return families.contains(kind.family()) && (this != ADMIN_PENALTY_REFERRAL || penalisable);
    }

    static String labels(List<Sanction> sanctions) {
        return sanctions.stream().map(Sanction::label).collect(Collectors.joining("、"));
    }

    /** The labels of all forms that may be chosen for this kind, for the sentence of a refusal. */
    static String labelsFor(SubjectKind kind) {
        return labels(
                List.of(values()).stream().filter(each -> each.appliesTo(kind)).toList());
    }
}
