package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/** The file closed, and notified to the higher office (归档备案). */
record Filing(String filingNumber, String higherOffice, LocalDate filedOn) {

    void check(LocalDate deliveredOn, LocalDate today) {
        if (filingNumber.isBlank() || higherOffice.isBlank()) {
            throw refusal(
                    filingNumber.isBlank() ? "filingNumber" : "higherOffice",
                    "filing",
                    "请填写归档号和备案的上级督导机构。",
                    "Give the filing number and the higher office it is filed with.");
        }
        if (filedOn.isBefore(deliveredOn) || filedOn.isAfter(today)) {
            throw refusal(
                    "filedOn",
                    "filed-on",
                    "备案日期须在送达日期（" + deliveredOn + "）至今日（" + today + "）之间。",
                    "The case was filed between the day of delivery and today.");
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "《教育督导问责办法》归档、备案", chinese, english);
    }
}
