package io.duban.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever of the vault gets into a log, an exception or a debugger's line by its toString says nothing. */
class VaultTypesTest {

    private static final String CANARY = "canary-in-to-string";

    /** Records that hold references, counts and states only; everything else must keep silent. */
    private static final Set<String> HOLDING_NO_SECRET = Set.of("Place", "Holdings", "Disclosure", "Ground");

    static Stream<JavaClass> records() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.duban.reporter")
                        .stream()
                        .filter(each -> each.isRecord() && !HOLDING_NO_SECRET.contains(each.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void saysNothingOfItsContent(JavaClass type) throws Exception {
        Class<?> loaded = Class.forName(type.getName());
        Constructor<?> constructor = loaded.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] canaries = Stream.of(loaded.getRecordComponents())
                .map(RecordComponent::getType)
                .map(VaultTypesTest::canary)
                .toArray();

        String printed = constructor.newInstance(canaries).toString();

        boolean textIsTheKeysName = loaded == VaultKeys.Wrapped.class;
        assertThat(printed).hasSizeLessThan(40);
        if (!textIsTheKeysName) {
            assertThat(printed).doesNotContain(CANARY);
        }
        assertThat(printed).doesNotContain("[B@", "Optional");
    }

    private static Object canary(Class<?> type) {
        if (type == String.class) {
            return CANARY;
        }
        if (type == byte[].class) {
            return CANARY.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        if (type == int.class) {
            return 1;
        }
        if (type == Optional.class) {
            return Optional.of(CANARY);
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == LocalDate.class) {
            return VaultRoom.TODAY;
        }
        return type.getEnumConstants()[0];
    }
}
