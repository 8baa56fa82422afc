package io.duban.order;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Role;
import java.util.EnumSet;
import java.util.Set;

/** 督办文书: which paper it is decides who issues it, whom it may address and whether it is investigated (INV-24, F10). */
public enum Instrument {
    KEY_ISSUE_ORDER(
            "重点问题督办单",
            EnumSet.of(AdminLevel.PROVINCE, AdminLevel.PREFECTURE),
            EnumSet.of(AdminLevel.COUNTY),
            "区（县）人民政府",
            true),
    RECTIFICATION_ORDER(
            "问题整改督办单",
            EnumSet.of(AdminLevel.COUNTY),
            EnumSet.of(AdminLevel.SCHOOL, AdminLevel.INSTITUTION),
            "学校或校外培训机构",
            false),
    RECTIFICATION_LETTER(
            "整改督办函",
            EnumSet.of(AdminLevel.COUNTY),
            EnumSet.of(AdminLevel.SCHOOL, AdminLevel.INSTITUTION),
            "学校或校外培训机构",
            false);

    private final String label;
    private final Set<AdminLevel> issuers;
    private final Set<AdminLevel> addressees;
    private final String addresseeLabel;
    private final boolean investigated;

    Instrument(
            String label,
            Set<AdminLevel> issuers,
            Set<AdminLevel> addressees,
            String addresseeLabel,
            boolean investigated) {
        this.label = label;
        this.issuers = issuers;
        this.addressees = addressees;
        this.addresseeLabel = addresseeLabel;
        this.investigated = investigated;
    }

    public String label() {
        return label;
    }

    String addresseeLabel() {
        return addresseeLabel;
    }

    /** Whether the facts still have to be investigated (five working days, A50) or are verified already. */
    boolean isInvestigated() {
        return investigated;
    }

    boolean isIssuedBy(AdminLevel level) {
        return issuers.contains(level);
    }

    boolean mayAddress(AdminLevel level) {
        return addressees.contains(level);
    }

    /** Who signs: the lead of the office; a letter is signed by the education bureau (G17), so that two persons act. */
    String issuerGroup(String issuerUnit) {
        Role role = this == RECTIFICATION_LETTER ? Role.EDUCATION_BUREAU : Role.SUPERVISION_LEAD;
        return role.group(issuerUnit);
    }

    /** Who signs off in the end: the issuing office; for county instruments its lead (P05). */
    String signOffGroup(String issuerUnit) {
        Role role = this == KEY_ISSUE_ORDER ? Role.SUPERVISION_OFFICE : Role.SUPERVISION_LEAD;
        return role.group(issuerUnit);
    }
}
