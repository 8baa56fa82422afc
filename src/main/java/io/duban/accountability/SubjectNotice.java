package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/**
 * The written notice of facts and opinion to one subject (书面告知, 问责办法 art. 14).
 *
 * @param ref the subject's number in the case
 */
record SubjectNotice(String ref, LocalDate notifiedOn, NotificationWay way) {

    void check(String field, LocalDate establishedOn, LocalDate today) {
        if (notifiedOn.isBefore(establishedOn) || notifiedOn.isAfter(today)) {
            throw Refusal.of(
                    field + ".notifiedOn",
                    "notified-on",
                    "INV-15",
                    "告知日期须在调查认定完成之日（" + establishedOn + "）至今日（" + today + "）之间。",
                    "The notice lies between the day the facts were established and today.");
        }
    }
}
