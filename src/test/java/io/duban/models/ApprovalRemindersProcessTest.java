package io.duban.models;

import static io.duban.models.PlayedModel.due;
import static io.duban.models.PlayedModel.evening;
import static io.duban.models.PlayedModel.fire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApprovalRemindersProcessTest {

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("approval-reminders");

    @Test
    void theNextDayIsOpenedBeforeWhoeverHasToApproveIsReminded() {
        var begin = evening("2030-05-31");
        var day = MODEL.start(Map.of("remindingDay", begin));
        assertThat(due("intermediateTimer_remindingDay", day)).isEqualTo(begin);

        fire("intermediateTimer_remindingDay", day);
        assertThat(day)
                .as("the next day stays open even if reminding fails")
                .hasPassed("serviceTask_openNextRemindingDay")
                .isWaitingAt("serviceTask_remindDeciders");
        fire("serviceTask_remindDeciders", day);

        assertThat(day)
                .isEnded()
                .hasPassedInOrder(
                        "serviceTask_openNextRemindingDay", "serviceTask_remindDeciders", "endEvent_decidersReminded");
    }
}
