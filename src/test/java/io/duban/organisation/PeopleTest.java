package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.duban.engine.Refusal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class PeopleTest {

    private final UnitRepository repository = mock();
    private final Organisations organisations = new Organisations(repository);
    private final People people = new People(organisations);

    PeopleTest() {
        given(repository.read()).willReturn(OrganisationContext.demoTree());
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_person_has_the_roles_and_units_of_its_groups() {
        OrganisationContext.logIn("zhang", "supervision-lead", "supervision-lead.310104", "inspector.310105");
        var person = people.current();
        assertThat(person.id()).isEqualTo("zhang");
        assertThat(person.has(Role.SUPERVISION_LEAD)).isTrue();
        assertThat(person.has(Role.SUPERVISION_LEAD, "310104")).isTrue();
        assertThat(person.has(Role.SUPERVISION_LEAD, "310105")).isFalse();
        assertThat(person.units()).containsExactly("310104", "310105");
        assertThat(person.isAdmin()).isFalse();
    }

    @Test
    void groups_that_are_no_role_in_a_unit_give_no_unit() {
        var person = new Person("x", Set.of("chef.310000", "admin.310000", "designer", "supervision-lead", ".310000"));
        assertThat(person.units()).isEmpty();
    }

    @Test
    void a_person_sees_its_own_unit_and_those_below_but_neither_siblings_nor_superiors() {
        OrganisationContext.logIn("li", "supervision-office.310104");
        assertThat(people.sees("310104")).isTrue();
        assertThat(people.sees("310104S001")).isTrue();
        assertThat(people.sees("310105")).isFalse();
        assertThat(people.sees("310105S001")).isFalse();
        assertThat(people.sees("310000")).isFalse();
        assertThat(people.sees("999999")).isFalse();
    }

    @Test
    void spring_roles_are_not_groups_but_the_administrators_is_recognised() {
        OrganisationContext.logIn("root", "ROLE_ADMIN", "ROLE_USER");
        assertThat(people.current().groups()).containsExactly("admin");
        people.requireAdmin();
    }

    @Test
    void whoever_is_no_administrator_is_refused() {
        OrganisationContext.logIn("li", "supervision-office.310104");
        var refusal = catchThrowableOfType(Refusal.class, people::requireAdmin);
        assertThat(refusal.status()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(refusal.rule()).isEqualTo("admin-only");
    }

    @Test
    void nobody_anonymous_or_not_yet_authenticated_is_a_person() {
        var anonymous =
                new AnonymousAuthenticationToken("k", "anonymous", AuthorityUtils.createAuthorityList("ROLE_X"));
        Stream.of(null, anonymous, new UsernamePasswordAuthenticationToken("li", "secret"))
                .forEach(authentication -> {
                    SecurityContextHolder.getContext().setAuthentication(authentication);
                    var refusal = catchThrowableOfType(Refusal.class, people::current);
                    assertThat(refusal.rule()).isEqualTo("not-logged-in");
                });
    }

    @Test
    void an_unknown_or_closed_unit_is_refused_naming_the_field() {
        given(repository.read())
                .willReturn(new UnitTree(Set.of(new Unit("310104", "旧区", AdminLevel.COUNTY, null, null, false))));
        var unknown = catchThrowableOfType(Refusal.class, () -> organisations.require("addressee", "310999"));
        var closed = catchThrowableOfType(Refusal.class, () -> organisations.require("addressee", "310104"));
        assertThat(unknown.rule()).isEqualTo("unknown-unit");
        assertThat(unknown.field()).isEqualTo("addressee");
        assertThat(closed.rule()).isEqualTo("unknown-unit");
        assertThat(organisations.get("310104").name()).isEqualTo("旧区");
        assertThat(catchThrowableOfType(Refusal.class, () -> organisations.get("310999"))
                        .field())
                .isEqualTo("unit");
        assertThat(organisations.all(AdminLevel.COUNTY)).isEmpty();
        assertThat(organisations.best("旧", unit -> true, 10)).isEmpty();
    }

    @Test
    void relations_and_districts_of_unknown_units_are_refused_not_guessed() {
        assertThatThrownBy(() -> organisations.relation("999999", "310104")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> organisations.relation("310104", "999999")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> organisations.districtOf("999999")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> organisations.jurisdiction("999999")).isInstanceOf(Refusal.class);
        assertThat(organisations.relation("310105S001", "310105T003")).isEqualTo(Relation.OPERATOR);
        assertThat(organisations.districtOf("310000").code()).isEqualTo("310000");
    }

    @Test
    void whoever_types_the_very_name_or_code_of_a_unit_finds_it_first_however_many_others_hold_it() {
        for (Unit unit : organisations.best("", each -> true, 100)) {
            assertThat(organisations.best(unit.name(), each -> true, 1))
                    .extracting(Unit::name)
                    .containsExactly(unit.name());
            assertThat(organisations.best(unit.code(), each -> true, 1)).containsExactly(unit);
        }
        assertThat(organisations.best("徐汇区", each -> !each.name().startsWith("徐汇区墨溪"), 1))
                .extracting(Unit::code)
                .containsExactly("310104");
    }

    @Test
    void units_are_found_by_code_and_name_in_the_order_of_their_codes() {
        assertThat(organisations.best("徐汇", unit -> true, 3))
                .extracting(Unit::code)
                .containsExactly("310104", "310104S001", "310104S002");
        assertThat(organisations.best("310104t", unit -> true, 9)).hasSize(3);
        assertThat(organisations.best("", unit -> true, 5000)).hasSize(100);
        assertThat(organisations.children("310104")).hasSize(6);
        assertThat(organisations.all(AdminLevel.COUNTY)).hasSize(16);
    }

    @Test
    void each_role_exists_at_the_levels_of_the_regulation() {
        assertThat(Role.at(AdminLevel.PROVINCE)).hasSize(9);
        assertThat(Role.at(AdminLevel.COUNTY)).hasSize(13);
        assertThat(Role.at(AdminLevel.SCHOOL)).containsExactly(Role.SCHOOL_HEAD);
        assertThat(Role.at(AdminLevel.INSTITUTION)).containsExactly(Role.INSTITUTION_HEAD);
        assertThat(Role.at(AdminLevel.DEPARTMENT)).isEmpty();
        assertThat(Role.byId("education-bureau")).contains(Role.EDUCATION_BUREAU);
        assertThat(Role.byId("teacher")).isEmpty();
    }
}
