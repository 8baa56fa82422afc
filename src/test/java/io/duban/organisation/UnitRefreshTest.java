package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.Task;

/** What one node has uploaded the others take over by themselves. */
class UnitRefreshTest {

    private final UnitRepository repository = mock();
    private final Organisations organisations = new Organisations(repository);
    private final UnitRefresh refresh = new UnitRefresh(organisations);

    @Test
    void aChangedListIsReadAgain() {
        when(repository.revision()).thenReturn(1L);
        when(repository.read()).thenReturn(tree("310000"));
        assertThat(organisations.find("310101")).isEmpty();

        when(repository.revision()).thenReturn(2L);
        when(repository.read()).thenReturn(tree("310000", "310101"));
        refresh.look();

        assertThat(organisations.find("310101")).isPresent();
    }

    @Test
    void anUnchangedListIsNot() {
        when(repository.revision()).thenReturn(1L);
        when(repository.read()).thenReturn(tree("310000"));
        organisations.find("310000");

        refresh.look();
        refresh.look();

        verify(repository, times(1)).read();
    }

    @Test
    void aDatabaseThatIsAwayIsAskedAgainLater() {
        when(repository.read()).thenReturn(tree("310000"));
        organisations.find("310000");
        when(repository.revision()).thenThrow(new DataAccessResourceFailureException("away"));

        assertThatCode(refresh::look).doesNotThrowAnyException();
        assertThat(organisations.find("310000")).isPresent();
    }

    @Test
    void itLooksEveryFewSeconds() {
        when(repository.revision()).thenReturn(1L, 2L);
        when(repository.read()).thenReturn(tree("310000"));
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(UnitRepository.class, () -> repository);
            context.register(Organisations.class, UnitRefresh.class);
            context.refresh();
            context.getBean(Organisations.class).find("310000");

            var planned =
                    context.getBean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks();
            assertThat(planned).hasSize(1);
            Task look = planned.iterator().next().getTask();
            assertThat(look)
                    .asInstanceOf(type(FixedDelayTask.class))
                    .extracting(FixedDelayTask::getIntervalDuration)
                    .isEqualTo(Duration.ofSeconds(UnitRefresh.SECONDS));
            look.getRunnable().run();

            verify(repository, times(2)).read();
        }
    }

    private static UnitTree tree(String... codes) {
        return new UnitTree(List.of(codes).stream()
                .map(code -> new Unit(code, code, AdminLevel.COUNTY, null, null, true))
                .toList());
    }
}
