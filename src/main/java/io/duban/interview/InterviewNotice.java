package io.duban.interview;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/**
 * The notice to the unit that is to be interviewed (约谈通知, A41: 区、学校或培训机构).
 *
 * @param meetingDate today or later; a day off is allowed and only noted
 */
public record InterviewNotice(String intervieweeUnit, String place, LocalDate meetingDate, String text) {

    void check(LocalDate today) {
        if (meetingDate.isBefore(today)) {
            throw Refusal.of(
                    "meetingDate",
                    "meeting-date",
                    "P15（设计决定）",
                    "约谈日期 " + meetingDate + " 已过，请填写 " + today + " 或之后的日期。",
                    "The meeting date has passed; choose today or later.");
        }
        if (place.isBlank() || text.strip().length() < 10) {
            throw Refusal.of(
                    place.isBlank() ? "place" : "noticeText",
                    "notice-content",
                    "P15（设计决定）",
                    "约谈通知须写明地点和事由（通知内容至少 10 字）。",
                    "The notice must name the place and say in at least 10 characters what it is about.");
        }
    }
}
