package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;

/** Missing is never "no": what a program leaves out of a body must not arrive as false. */
class RequestBodiesTest {

    @Test
    void noBodyHasAYesOrNoThatIsNoWhenItIsLeftOut() {
        List<Class<?>> bodies = bodies();
        assertThat(bodies).hasSizeGreaterThan(3);
        assertThat(bodies).allSatisfy(body -> {
            if (body.isRecord()) {
                assertThat(body.getRecordComponents())
                        .as(body.getName())
                        .extracting(RecordComponent::getType)
                        .doesNotContain(boolean.class);
            }
        });
    }

    private static List<Class<?>> bodies() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        List<Class<?>> bodies = new ArrayList<>();
        for (var found : scanner.findCandidateComponents("io.duban")) {
            Class<?> door = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            for (Method method : door.getDeclaredMethods()) {
                for (Parameter each : method.getParameters()) {
                    if (each.isAnnotationPresent(RequestBody.class)) {
                        bodies.add(each.getType());
                    }
                }
            }
        }
        return bodies;
    }
}
