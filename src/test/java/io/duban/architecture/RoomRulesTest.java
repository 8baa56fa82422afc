package io.duban.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.duban.form.Flag;
import io.duban.form.Flags;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

class RoomRulesTest {

    private static final DescribedPredicate<JavaClass> SPEAKS_WITH_THE_ENGINE = describe(
            "tasks, processes or the engine's own rooms",
            each -> Pattern.compile("(Tasks|Process)(\\$.*)?$")
                            .matcher(each.getName())
                            .find()
                    || resideInAnyPackage("io.duban.engine", "io.duban.worklist")
                            .test(each));

    @Test
    void theEngineIsKnownInFourPlacesOnly() {
        check(
                noClasses()
                        .that(not(SPEAKS_WITH_THE_ENGINE))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.camunda..")
                        .because(
                                "Camunda 7.24 is the last community release; this boundary keeps a move to a fork a week's work"));
    }

    @Test
    void nothingIsNamedAfterNothing() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..common..",
                        "..helper..",
                        "..config..",
                        "..dto..",
                        "..impl..",
                        "..constants..",
                        "..manager..")
                .orShould()
                .haveNameMatching(".*(Util|Utils|Helper|Dto|DTO|Impl|Constants|Manager)")
                .because("such names say where code was put, not what it is for"));
    }

    @Test
    void controllersArePackagePrivateAndSpeakToFacades() {
        check(classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .andShould(notDependOn(resideInAPackage("org.camunda.."), "the engine"))
                .andShould(notDependOn(
                        describe("a repository", each -> each.isAnnotatedWith(Repository.class)), "a repository"))
                .andShould(notDependOn(assignableTo(JdbcClient.class), "the database"))
                .because("a request asks a facade, which holds the rules and the transaction"));
    }

    @Test
    void repositoriesStayInTheirRoom() {
        check(classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .should()
                .bePackagePrivate()
                .because("a table has one owner; the others ask its facade"));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(Resource.class)
                .because("a constructor says what a class needs and lets a test give it"));
    }

    @Test
    void oldDatesStayWhereTheEngineIsSpokenTo() {
        check(
                noClasses()
                        .that(not(SPEAKS_WITH_THE_ENGINE))
                        .and()
                        .haveNameNotMatching(".*Variables")
                        .and()
                        .doNotBelongToAnyOf(Flag.class, Flags.class)
                        .and()
                        .resideOutsideOfPackage("io.duban.model")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(Date.class.getName())
                        .because(
                                "the trade counts in java.time; java.util.Date is the engine's type of a date variable, which only the check of the models knows beside it"));
    }

    @Test
    void valuesCarryNoEngineTypes() {
        check(classes()
                .that()
                .areRecords()
                .or()
                .areEnums()
                .should(notDependOn(
                        resideInAPackage("org.camunda..")
                                .and(not(resideInAPackage("org.camunda.bpm.engine.authorization"))),
                        "the engine"))
                .because("a value outlives the engine that carried it"));
    }

    @Test
    void variablesAreDeclaredInPackagePrivateClassesOfTheirRoom() {
        check(classes()
                .that()
                .haveSimpleNameEndingWith("Variables")
                .and()
                .resideOutsideOfPackage("io.duban.worklist")
                .should()
                .bePackagePrivate()
                .because("no room reads another room's process variables"));
    }

    @Test
    void processesAndTasksArePackagePrivate() {
        check(classes()
                .that()
                .haveSimpleNameEndingWith("Tasks")
                .or()
                .haveSimpleNameEndingWith("Process")
                .or()
                .haveSimpleNameEndingWith("Forms")
                .should()
                .bePackagePrivate()
                .because("only the facade of a capability is seen from outside"));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes()
                .should(new ArchCondition<>("reside in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass each, ConditionEvents events) {
                        boolean marked = each.getPackage().isAnnotatedWith(NullMarked.class)
                                || "io.duban".equals(each.getPackageName());
                        events.add(new SimpleConditionEvent(each, marked, each.getName() + " in a package not marked"));
                    }
                })
                .because("no nulls travel between packages unannounced"));
    }

    private static ArchCondition<JavaClass> notDependOn(DescribedPredicate<JavaClass> target, String name) {
        return not(new ArchCondition<>("depend on " + name) {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                each.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> target.test(dependency.getTargetClass()))
                        .forEach(found -> events.add(SimpleConditionEvent.satisfied(found, found.getDescription())));
            }
        });
    }

    private static void check(ArchRule rule) {
        rule.check(Source.CLASSES);
    }
}
