package io.duban.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.DubanApplication;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void springModulithFindsNoCycleAndNobodyInsideAnothersRoom() {
        ApplicationModules.of(DubanApplication.class).verify();
    }

    @Test
    void everyFolderIsARoomOfTheTable() {
        var folders = Source.ALL.stream()
                .map(Source::room)
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toSet());

        assertThat(folders)
                .as("a new room gets its floor and its neighbours in Room before its first class")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Room.values()).map(Room::folder).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theTableOnlyLetsARoomUseLowerFloorsOrTheFixedOrderOfTheGroundFloor(Room room) {
        assertThat(room.uses)
                .allMatch(used -> used.floor < room.floor || (room.floor == 0 && used.ordinal() < room.ordinal()))
                .noneMatch(used -> used.floor == room.floor && room.floor > 0);
    }

    @ParameterizedTest
    @EnumSource
    void aRoomUsesOnlyTheRoomsListedForIt(Room room) {
        String[] allowed = Stream.concat(Stream.of(room), room.uses.stream())
                .map(Room::packages)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(room.packages())
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.duban..")).or(resideInAnyPackage(allowed)))
                .because("a lower room asks a higher one through an interface of its own and tells it by an event")
                .check(Source.CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheTableListsIsReallyUsed(Room room) {
        var used = Source.CLASSES.stream()
                .filter(each -> each.getPackageName().equals("io.duban." + room.folder()))
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(each -> each.getTargetClass().getPackageName())
                .collect(Collectors.toSet());

        assertThat(room.uses)
                .as("a permission nobody uses is taken out of the table")
                .allMatch(each -> used.contains("io.duban." + each.folder()));
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("io.duban.(*)..")
                .should()
                .beFreeOfCycles()
                .because("two rooms that use each other are one room")
                .check(Source.CLASSES);
    }

    @Test
    void roomsHaveNoRoomsInside() {
        classes()
                .should()
                .resideInAnyPackage("io.duban", "io.duban.*")
                .because("open the tree, see the regulation: one level of folders")
                .check(Source.CLASSES);
    }
}
