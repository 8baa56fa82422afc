package io.duban.order;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;

class ExtensionProcessTest {

    private static final Instant DUE = Instant.parse("2026-12-08T16:00:00Z");

    private final RunningDates dates = mock(RunningDates.class);
    private final ExtensionRepository requests = mock(ExtensionRepository.class);
    private final ExtensionProcess process =
            new ExtensionProcess(mock(RuntimeService.class), mock(SystemCalls.class), dates, requests);

    @Test
    void aRequestRunsOutWithTheTermItAsksToExtend() {
        when(requests.openFor("d1")).thenReturn(Optional.of("x1"));

        process.deadlineMoved(moved("d1", false));

        verify(dates)
                .move(
                        Running.part("extension", "o1", "extensionId", "x1"),
                        Map.of("extensionDue", DUE),
                        Map.of("boundaryTimer_extensionLapsed", "extensionDue"),
                        "extensionDue",
                        List.of("userTask_decideExtension"));
    }

    @Test
    void anotherTermOfTheSameOrderLeavesItAlone() {
        when(requests.openFor("d2")).thenReturn(Optional.empty());

        process.deadlineMoved(moved("d2", false));

        verify(dates, never()).move(any(), any(), any(), any(), any());
    }

    @Test
    void theExtensionItGrantsDoesNotMoveIt() {
        when(requests.openFor("d1")).thenReturn(Optional.of("x1"));

        process.deadlineMoved(moved("d1", true));

        verify(dates, never()).move(any(), any(), any(), any(), any());
    }

    private static DeadlineMoved moved(String id, boolean extended) {
        var after = mock(Deadline.class);
        when(after.id()).thenReturn(id);
        when(after.caseId()).thenReturn("o1");
        when(after.dueAt()).thenReturn(DUE);
        when(after.extended()).thenReturn(extended);
        return new DeadlineMoved(mock(Deadline.class), after);
    }
}
