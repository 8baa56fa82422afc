package io.duban.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 岗位: what a person does in a unit; the id is the permission group, {@code <id>.<unit code>} the candidate group. */
public enum Role {
    SUPERVISION_OFFICE("supervision-office", "督导办经办", AdminLevel.PROVINCE, AdminLevel.COUNTY),
    SUPERVISION_LEAD("supervision-lead", "督导办负责人", AdminLevel.PROVINCE, AdminLevel.COUNTY),
    COMMITTEE_DIRECTOR("committee-director", "督导委主任", AdminLevel.PROVINCE, AdminLevel.COUNTY),
    GOVERNMENT("government", "区县人民政府", AdminLevel.COUNTY),
    INVESTIGATION_TEAM("investigation-team", "调查组", AdminLevel.PROVINCE, AdminLevel.COUNTY),
    EDUCATION_BUREAU("education-bureau", "教育局", AdminLevel.COUNTY),
    PETITION_OFFICE("petition-office", "信访办", AdminLevel.PROVINCE, AdminLevel.COUNTY),
    PETITION_VAULT_OFFICER("petition-vault-officer", "举报人信息保管员", AdminLevel.PROVINCE, AdminLevel.COUNTY),
    TRAINING_DIVISION("training-division", "培管处", AdminLevel.PROVINCE),
    BASIC_EDUCATION_DIVISION("basic-education-division", "基础教育处（股）", AdminLevel.PROVINCE, AdminLevel.COUNTY),
    PERSONNEL_DIVISION("personnel-division", "人事师资股", AdminLevel.COUNTY),
    VOCATIONAL_DIVISION("vocational-division", "成教职教股", AdminLevel.COUNTY),
    RESEARCH_OFFICE("research-office", "教育教学研究室", AdminLevel.COUNTY),
    INSPECTOR("inspector", "督学", AdminLevel.PROVINCE, AdminLevel.COUNTY),
    SCHOOL_HEAD("school-head", "校长", AdminLevel.SCHOOL),
    INSTITUTION_HEAD("institution-head", "机构负责人", AdminLevel.INSTITUTION),
    DESIGNER("designer", "流程设计"),
    ADMIN("admin", "系统管理");

    /**
     * 答复岗位: who answers for a unit to those above it and so reads what the unit is told of its own interview or
     * accountability case: its government, its office and their lead, its head [design; 问责办法 art. 14 names the unit].
     */
    private static final Set<Role> ANSWERING =
            EnumSet.of(GOVERNMENT, SUPERVISION_OFFICE, SUPERVISION_LEAD, SCHOOL_HEAD, INSTITUTION_HEAD);

    private final String id;
    private final String label;
    private final List<AdminLevel> levels;

    Role(String id, String label, AdminLevel... levels) {
        this.id = id;
        this.label = label;
        this.levels = List.of(levels);
    }

    /** The role's id, which is also the id of its permission group. */
    public String id() {
        return id;
    }

    /** The Chinese label. */
    public String label() {
        return label;
    }

    /** The levels at whose units the role exists; empty for roles without a unit. */
    public Set<AdminLevel> levels() {
        return Set.copyOf(levels);
    }

    public boolean existsAt(AdminLevel level) {
        return levels.contains(level);
    }

    /** Whether who holds the role answers for the unit. */
    boolean answers() {
        return ANSWERING.contains(this);
    }

    /** Whether the role belongs to no unit (流程设计, 系统管理). */
    public boolean isUnitless() {
        return levels.isEmpty();
    }

    /** The candidate group of this role in one unit, e.g. {@code supervision-lead.310000}. */
    public String group(String unitCode) {
        return id + "." + unitCode;
    }

    /** The role with this id, if there is one. */
    public static Optional<Role> byId(String id) {
        return Stream.of(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** The roles that exist at units of the level. */
    public static List<Role> at(AdminLevel level) {
        return Stream.of(values()).filter(role -> role.existsAt(level)).toList();
    }
}
