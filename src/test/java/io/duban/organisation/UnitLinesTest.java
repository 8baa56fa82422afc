package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duban.engine.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitLinesTest {

    private static final String HEADER = "code,name,level,parent,operator,active\n";

    private final UnitTree before = new UnitTree(List.of(
            new Unit("310000", "上海市", AdminLevel.PROVINCE, null, null, true),
            new Unit("310104", "徐汇区", AdminLevel.COUNTY, "310000", null, true),
            new Unit("310104S01", "学校", AdminLevel.SCHOOL, "310104", null, true),
            new Unit("310104T01", "机构", AdminLevel.INSTITUTION, "310104", "310104S01", true),
            new Unit("310104S09", "旧校", AdminLevel.SCHOOL, "310104", null, false)));

    @ParameterizedTest(name = "{0} → {2} at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "31010,甲,COUNTY,310000,,|lines[2].code|unit-code",
                "310104s01,甲,SCHOOL,310104,,|lines[2].code|unit-code",
                "310104-S1,甲,SCHOOL,310104,,|lines[2].code|unit-code",
                "310104S02,,SCHOOL,310104,,|lines[2].name|unit-name",
                "310104S02,\"甲\u0007\",SCHOOL,310104,,|lines[2].name|unit-name",
                "310104S02,甲,市,310104,,|lines[2].level|unit-level",
                "310104S02,甲,,310104,,|lines[2].level|unit-level",
                "310104S02,甲,SCHOOL,310104,,ja|lines[2].active|unit-active",
                "310104S02,甲,SCHOOL,310999,,|lines[2].parent|unknown-unit",
                "310104T02,甲,INSTITUTION,310104,310104S99,|lines[2].operator|unknown-unit",
                "310104S02,甲,SCHOOL,,,|lines[2].parent|parent-required",
                "310104T02,甲,INSTITUTION,310104S01,,|lines[2].parent|parent-level",
                "310104S02,甲,SCHOOL,310104S01,,|lines[2].parent|parent-level",
                "310105,甲,COUNTY,310104,,|lines[2].parent|parent-level",
                "310104X02,甲,DEPARTMENT,310104S09,,|lines[2].parent|parent-inactive",
                "310104S02,甲,SCHOOL,310104S02,,|lines[2].parent|unit-cycle",
                "310000,上海市,PROVINCE,310104,,|lines[2].parent|unit-cycle",
                "310104S01,学校,SCHOOL,310104,310104T01,|lines[2].operator|operator-cycle",
                "310104S01,学校,SCHOOL,310104,310104S01,|lines[2].operator|operator-cycle",
                "310104,徐汇区,SCHOOL,310000,,|lines[2].level|parent-level",
                "310104,徐汇区,COUNTY,310000,,false|lines[2].active|parent-inactive"
            })
    void a_line_that_breaks_a_rule_is_refused_by_line_field_and_rule(String line, String field, String rule) {
        var refusal = refusal(HEADER + line + "\n");
        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal).hasMessageStartingWith("第2行");
        assertThat(refusal.english()).startsWith("Line 2");
    }

    @Test
    void a_code_twice_in_the_file_is_refused_at_the_second_line() {
        var refusal = refusal(HEADER + "310105,长宁区,COUNTY,310000,,\n310105,长宁区,COUNTY,310000,,\n");
        assertThat(refusal.rule()).isEqualTo("duplicate-code");
        assertThat(refusal.field()).isEqualTo("lines[3].code");
    }

    @Test
    void a_circle_within_the_file_is_refused() {
        var refusal = refusal(HEADER + "420000,甲省,PROVINCE,421300,,\n421300,乙市,PREFECTURE,420000,,\n");
        assertThat(refusal.rule()).isEqualTo("unit-cycle");
    }

    @Test
    void a_child_may_come_before_its_parent_and_the_word_in_the_name_does_not_matter() {
        var change = change(HEADER + "140581,高平市,COUNTY,140500,,\n140500,晋城市,PREFECTURE,,,\n");
        assertThat(change.created()).extracting(Unit::code).containsExactly("140581", "140500");
        assertThat(change.after().districtOf("140581")).map(Unit::level).contains(AdminLevel.COUNTY);
    }

    @Test
    void a_known_unit_is_changed_an_equal_one_is_left_and_none_is_deleted() {
        var change = change(HEADER + "310104S01,新名,SCHOOL,310104,,\n310104,徐汇区,COUNTY,310000,,\n");
        assertThat(change.result()).isEqualTo(new UploadResult(0, 1, 1));
        assertThat(change.after().units()).hasSize(5);
    }

    @Test
    void a_closed_unit_stays_closed_unless_the_file_opens_it() {
        assertThat(change("code,name,level,parent,operator\n310104S09,旧校,SCHOOL,310104,\n")
                        .changed())
                .isEmpty();
        assertThat(change(HEADER + "310104S09,旧校,SCHOOL,310104,,true\n").changed())
                .singleElement()
                .matches(Unit::active);
    }

    @Test
    void a_district_may_close_when_the_file_moves_its_units() {
        var change = change(HEADER + """
                310104,徐汇区,COUNTY,310000,,false
                310105,长宁区,COUNTY,310000,,
                310104S01,学校,SCHOOL,310105,,
                310104T01,机构,INSTITUTION,310105,310104S01,
                """);
        assertThat(change.after().districtOf("310104T01")).map(Unit::code).contains("310105");
        assertThat(change.after().jurisdiction("310000")).extracting(Unit::code).containsExactly("310105");
    }

    @Test
    void a_school_has_a_stage_keeps_it_and_nobody_else_has_one() {
        var staged = "code,name,level,parent,operator,stage\n";
        var given = change(staged + "310104S01,学校,SCHOOL,310104,,NINE_YEAR\n").after();
        assertThat(given.find("310104S01")).map(Unit::stage).contains(SchoolStage.NINE_YEAR);

        var later = UnitLines.check(OrganisationContext.unitLines(HEADER + "310104S01,新名,SCHOOL,310104,,\n"), given);
        assertThat(later.after().find("310104S01")).map(Unit::stage).contains(SchoolStage.NINE_YEAR);

        for (var line : List.of("310104S01,学校,SCHOOL,310104,,高中", "310104T01,机构,INSTITUTION,310104,,PRIMARY")) {
            var refusal = refusal(staged + line + "\n");
            assertThat(refusal.rule()).isEqualTo("unit-stage");
            assertThat(refusal.field()).isEqualTo("lines[2].stage");
        }
    }

    private UnitChange change(String csv) {
        return UnitLines.check(OrganisationContext.unitLines(csv), before);
    }

    private Refusal refusal(String csv) {
        return catchThrowableOfType(Refusal.class, () -> change(csv));
    }
}
