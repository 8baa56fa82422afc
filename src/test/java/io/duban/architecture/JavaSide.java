package io.duban.architecture;

import static org.mockito.Mockito.mock;

import com.tngtech.archunit.core.domain.JavaField;
import io.duban.engine.AskedByModels;
import io.duban.form.Flag;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.model.Known;
import io.duban.model.NamesInJava;
import io.duban.model.Question;
import io.duban.organisation.Role;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;

/** What Java has for models, read from the classes without starting anything: the same as the rooms tell at the start. */
public final class JavaSide {

    private JavaSide() {}

    /** Everything together, as the check of the models wants it. */
    public static Known known() {
        Known known = new Known(NamesInJava.read());
        tell(known);
        return known;
    }

    /** Tells what the rooms tell, and the beans besides. */
    public static void tell(Known known) {
        constants(Flag.class, Flag.class).forEach(flag -> {
            known.variable(flag.name(), flag.type());
            known.values(flag.name(), ((Flag<?>) flag).values());
        });
        constants(Question.class, Question.class).forEach(known::question);
        Delegates.serviceTasks().forEach(each -> known.serviceTask(each.getName()));
        Delegates.ALL.stream()
                .filter(each -> each.getRawReturnType().isAssignableTo(AskedByModels.class))
                .forEach(each -> known.asked(each.getName()));
        for (Role role : Role.values()) {
            known.role(role.id(), role.isUnitless());
        }
        bindings().forEach(each -> known.desk(each.key(), each.form()));
    }

    static List<Question> questions() {
        return constants(Question.class, Question.class).toList();
    }

    private static <T> Stream<T> constants(Class<?> type, Class<T> as) {
        return Source.CLASSES.stream()
                .filter(each -> !each.isAssignableTo(type))
                .flatMap(each -> each.getFields().stream())
                .filter(each -> each.getRawType().isEquivalentTo(type)
                        && each.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                .map(each -> as.cast(value(each)));
    }

    private static Object value(JavaField constant) {
        try {
            Field field = Delegates.load(constant.getOwner().getName()).getDeclaredField(constant.getName());
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(constant.getFullName(), impossible);
        }
    }

    private static Stream<FormBinding> bindings() {
        return Source.CLASSES.stream()
                .filter(each -> each.isAssignableTo(FormDesk.class) && !each.isInterface())
                .flatMap(each -> desk(Delegates.load(each.getName())).forms().stream());
    }

    static FormDesk desk(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (FormDesk) constructor.newInstance(Stream.of(constructor.getParameterTypes())
                    .map(each -> mock(each))
                    .toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(type.getName(), impossible);
        }
    }
}
