package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/**
 * How the decision reached those it concerns (印发送达).
 *
 * @param deliveredOn the day it was handed over or sent
 */
record DecisionDelivery(LocalDate deliveredOn, NotificationWay way, String recipients) {

    void check(LocalDate decidedOn, LocalDate today) {
        if (deliveredOn.isBefore(decidedOn) || deliveredOn.isAfter(today)) {
            throw refusal(
                    "deliveredOn",
                    "delivered-on",
                    "送达日期须在审定日期（" + decidedOn + "）至今日（" + today + "）之间。",
                    "The decision was delivered between the day it was made and today.");
        }
        if (recipients.isBlank()) {
            throw refusal("recipients", "recipients", "请写明送达对象。", "Say to whom the decision was delivered.");
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "《教育督导问责办法》第十六条", chinese, english);
    }
}
