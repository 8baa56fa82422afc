package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import java.time.LocalDate;

/** 督办通知文稿: one text for all districts of a period (A21). */
record NoticeDraft(String title, String requirements, LocalDate replyDue, boolean masked) {

    static NoticeDraft from(Fields fields) {
        return new NoticeDraft(
                fields.text("title"), fields.text("requirements"), fields.date("replyDue"), fields.yesNo("masked"));
    }

    void requireComplete(LocalDate today) {
        SummaryRules.requireNone("requirements", requirements);
        if (!replyDue.isAfter(today) || replyDue.isAfter(today.plusYears(1))) {
            throw Refusal.of(
                    "replyDue",
                    "due-date-range",
                    "A21",
                    "反馈期限须在今天之后一年之内。",
                    "The reply is due after today and within a year.");
        }
        if (!masked) {
            throw Refusal.of(
                    "masked",
                    "masking-check",
                    "A53；INV-10",
                    "送签前须确认文稿不含举报人信息，请核对后勾选。",
                    "Confirm that the text holds nothing about who reported.");
        }
    }
}
