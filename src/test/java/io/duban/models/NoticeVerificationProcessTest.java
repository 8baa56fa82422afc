package io.duban.models;

import static io.duban.models.PlayedModel.CASE_ID;
import static io.duban.models.PlayedModel.due;
import static io.duban.models.PlayedModel.evening;
import static io.duban.models.PlayedModel.fire;
import static io.duban.models.PlayedModel.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoticeVerificationProcessTest {

    private static final Date DUE = evening("2030-05-29");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("notice-verification");

    @Test
    void theDistrictReceivesVerifiesAndAnswersByItsTerm() {
        var notice = issued();

        assertThat(offer(task(notice)))
                .isEqualTo(Offer.to("supervision-office.330106").until(DUE));
        complete(task("userTask_receiveNotice", notice));
        assertThat(offer(task(notice)))
                .isEqualTo(Offer.to("education-bureau.330106").until(DUE));
        complete(task("userTask_verifyNotice", notice));
        assertThat(offer(task(notice)))
                .isEqualTo(Offer.to("supervision-office.330106").until(DUE));
        complete(task("userTask_reportNotice", notice), withVariables("reported", true));
        assertThat(offer(task(notice))).isEqualTo(Offer.to("supervision-office.330000"));
        complete(task("userTask_reviewNotice", notice), withVariables("reviewResult", "CLOSED"));

        assertThat(notice).isEnded().hasPassed("serviceTask_closeNotice", "endEvent_noticeClosed");
    }

    @Test
    void anAnswerThatIsNotReadyOrNotEnoughGoesBack() {
        var notice = verified();
        complete(task("userTask_reportNotice", notice), withVariables("reported", false));
        assertThat(notice).isWaitingAtExactly("userTask_verifyNotice");

        complete(task("userTask_verifyNotice", notice));
        complete(task("userTask_reportNotice", notice), withVariables("reported", true));
        complete(task("userTask_reviewNotice", notice), withVariables("reviewResult", "RETURNED"));

        assertThat(notice).isWaitingAtExactly("userTask_verifyNotice");
    }

    @Test
    void leadsThatAreStillNotPutRightEscalate() {
        var notice = verified();
        complete(task("userTask_reportNotice", notice), withVariables("reported", true));

        complete(task("userTask_reviewNotice", notice), withVariables("reviewResult", "ESCALATED"));

        assertThat(notice).isEnded().hasPassed("serviceTask_escalateNotice", "endEvent_noticeEscalated");
    }

    @Test
    void aMissedTermIsUrgedAndTheWorkStays() {
        var notice = issued();
        assertThat(due("startEvent_noticeDue", notice)).isEqualTo(DUE);

        fire("startEvent_noticeDue", notice);

        assertThat(notice).hasPassed("serviceTask_remindNotice").isWaitingAtExactly("userTask_receiveNotice");
    }

    private static ProcessInstance verified() {
        var notice = issued();
        complete(task("userTask_receiveNotice", notice));
        complete(task("userTask_verifyNotice", notice));
        return notice;
    }

    private static ProcessInstance issued() {
        return MODEL.start(
                Map.of("caseId", CASE_ID, "receivingUnit", "330000", "districtUnit", "330106", "replyDue", DUE));
    }
}
