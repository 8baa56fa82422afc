package io.duban.organisation;

import org.jspecify.annotations.Nullable;

/**
 * 单位: a government, school, institution or department that can hold roles or be accused.
 *
 * @param code {@code [0-9A-Z]{6,20}}, for districts the GB/T 2260 code
 * @param parent the code of the superior unit, if any
 * @param operator 举办者: the code of the unit that runs this one, if another unit does (INV-05)
 * @param active false once the unit has closed; it is kept because old cases name it
 * @param stage 学段 of a school; null for other units and where it is not known yet
 */
public record Unit(
        String code,
        String name,
        AdminLevel level,
        @Nullable String parent,
        @Nullable String operator,
        boolean active,
        @Nullable SchoolStage stage) {

    /** A unit without a stage. */
    public Unit(
            String code,
            String name,
            AdminLevel level,
            @Nullable String parent,
            @Nullable String operator,
            boolean active) {
        this(code, name, level, parent, operator, active, null);
    }

    /** 承办、整改一方: the candidate group of who takes what is addressed to the unit: its government, head or founder. */
    public String headGroup() {
        Role role = switch (level) {
            case SCHOOL, TOWNSHIP_CENTRE -> Role.SCHOOL_HEAD;
            case INSTITUTION -> Role.INSTITUTION_HEAD;
            default -> Role.GOVERNMENT;
        };
        return role.group(code);
    }

    boolean is(AdminLevel other) {
        return level == other;
    }
}
