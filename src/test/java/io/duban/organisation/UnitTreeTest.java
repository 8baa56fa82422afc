package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTreeTest {

    private final UnitTree tree = OrganisationContext.demoTree();

    @ParameterizedTest
    @CsvSource({
        "310104S001, 310104S001, SAME",
        "310104, 310104, SAME",
        "310104S001, 310104, SUBORDINATE",
        "310104T001, 310000, SUBORDINATE",
        "310105T003, 310105S001, SUBORDINATE",
        "310105S001, 310105T003, OPERATOR",
        "310105, 310105T003, NONE",
        "310104, 310104S001, NONE",
        "310000, 310104, NONE",
        "310105, 310104, NONE",
        "310105S002, 310105S001, NONE",
        "310105T002, 310105T003, NONE",
        "310104T003, 310104S001, NONE"
    })
    void a_body_stands_aside_for_itself_its_superiors_and_what_it_runs(String body, String accused, Relation relation) {
        assertThat(tree.relation(body, accused)).isEqualTo(relation);
        assertThat(relation.requiresRecusal()).isEqualTo(relation != Relation.NONE);
    }

    @Test
    void all_units_a_body_stands_aside_for_are_found_at_once() {
        for (Unit body : tree.units()) {
            assertThat(tree.entangledWith(body.code()))
                    .as(body.code())
                    .containsExactlyInAnyOrderElementsOf(tree.units().stream()
                            .map(Unit::code)
                            .filter(accused ->
                                    tree.relation(body.code(), accused).requiresRecusal())
                            .toList());
        }
    }

    @Test
    void whoever_is_within_the_operator_or_runs_the_operator_stands_aside_too() {
        var chained = new UnitTree(List.of(
                new Unit("310104", "某区", AdminLevel.COUNTY, null, null, true),
                new Unit("310104C01", "中心校", AdminLevel.TOWNSHIP_CENTRE, "310104", "310105", true),
                new Unit("310104S01", "学校", AdminLevel.SCHOOL, "310104C01", null, true),
                new Unit("310105", "邻区", AdminLevel.COUNTY, null, null, true),
                new Unit("310105T01", "机构", AdminLevel.INSTITUTION, "310105", "310104C01", true)));
        assertThat(chained.relation("310104S01", "310105T01")).isEqualTo(Relation.OPERATOR);
        assertThat(chained.relation("310105", "310105T01")).isEqualTo(Relation.OPERATOR);
        assertThat(chained.relation("310104", "310105T01")).isEqualTo(Relation.NONE);
    }

    @Test
    void a_unit_is_within_itself_and_its_superiors_only() {
        assertThat(tree.isWithin("310104S001", "310104S001")).isTrue();
        assertThat(tree.isWithin("310104S001", "310104")).isTrue();
        assertThat(tree.isWithin("310104S001", "310000")).isTrue();
        assertThat(tree.isWithin("310104", "310104S001")).isFalse();
        assertThat(tree.isWithin("310104S001", "310105")).isFalse();
        assertThat(tree.isWithin("999999", "310000")).isFalse();
        assertThat(tree.isWithin("999999", "999999")).isFalse();
    }

    @Test
    void the_district_is_the_county_at_or_above() {
        assertThat(tree.districtOf("310104T002")).map(Unit::code).contains("310104");
        assertThat(tree.districtOf("310104")).map(Unit::code).contains("310104");
        assertThat(tree.districtOf("310000")).map(Unit::code).contains("310000");
    }

    @Test
    void the_jurisdiction_is_the_counties_below_or_the_own_county() {
        assertThat(tree.jurisdiction("310000")).hasSize(16).allMatch(unit -> unit.is(AdminLevel.COUNTY));
        assertThat(tree.jurisdiction("310104")).extracting(Unit::code).containsExactly("310104");
        assertThat(tree.jurisdiction("310104S001")).extracting(Unit::code).containsExactly("310104");
        assertThat(tree.jurisdiction("999999")).isEmpty();
    }

    @Test
    void a_school_directly_under_the_province_has_no_county_in_its_jurisdiction() {
        var small = new UnitTree(List.of(
                new Unit("310000", "上海市", AdminLevel.PROVINCE, null, null, true),
                new Unit("310104", "徐汇区", AdminLevel.COUNTY, "310000", null, true),
                new Unit("310000S01", "市属学校", AdminLevel.SCHOOL, "310000", null, true)));
        assertThat(small.jurisdiction("310000S01")).isEmpty();
        assertThat(small.districtOf("310000S01")).map(Unit::code).contains("310000");
    }

    @Test
    void the_demo_has_one_province_16_districts_48_schools_and_48_institutions() {
        assertThat(tree.units()).hasSize(1 + 16 + 48 + 48);
        assertThat(count(AdminLevel.PROVINCE)).isEqualTo(1);
        assertThat(count(AdminLevel.COUNTY)).isEqualTo(16);
        assertThat(count(AdminLevel.SCHOOL)).isEqualTo(48);
        assertThat(count(AdminLevel.INSTITUTION)).isEqualTo(48);
        assertThat(tree.units().stream().filter(unit -> unit.level() == AdminLevel.COUNTY))
                .allSatisfy(
                        district -> assertThat(tree.children(district.code())).hasSize(6));
    }

    @Test
    void demo_names_are_marked_distinct_and_hold_no_digits() {
        var invented = tree.units().stream()
                .filter(unit -> AdminLevel.COUNTY.isAbove(unit.level()))
                .map(Unit::name)
                .toList();
        assertThat(invented).allMatch(name -> name.endsWith("（演示）")).doesNotHaveDuplicates();
        assertThat(tree.units())
                .extracting(Unit::name)
                .noneMatch(name -> Pattern.compile("[0-9０-９]").matcher(name).find());
    }

    @Test
    void a_few_demo_institutions_are_run_by_the_first_school_of_their_district() {
        assertThat(tree.units().stream().filter(unit -> unit.operator() != null))
                .hasSize(4)
                .allMatch(unit -> unit.is(AdminLevel.INSTITUTION))
                .allMatch(unit -> (unit.parent() + "S001").equals(unit.operator()));
    }

    private long count(AdminLevel level) {
        return tree.active().filter(unit -> unit.is(level)).count();
    }
}
