package io.duban.interview;

import io.duban.engine.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meeting as it took place (约谈会): who was there, the written record and what is demanded until when (INV-16; 问责办法:
 * 书面记录、限期整改要求).
 *
 * @param rectificationDue the last day for putting things right; null for the usual term of the decision table dueDates
 */
public record InterviewMeeting(
        LocalDate heldOn,
        List<Attendee> attendees,
        String record,
        String demands,
        @Nullable LocalDate rectificationDue) {

    private static final int SHORTEST_RECORD = 20;
    private static final int SHORTEST_DEMANDS = 5;
    private static final int MOST_YEARS = 2;

    public InterviewMeeting {
        attendees = List.copyOf(attendees);
    }

    /** 人次: how many persons were interviewed (附件5). */
    public int interviewees() {
        return count(AttendeeRole.INTERVIEWEE);
    }

    void check(LocalDate notifiedOn, LocalDate today) {
        if (heldOn.isBefore(notifiedOn) || heldOn.isAfter(today)) {
            throw refusal(
                    "heldOn",
                    "held-on",
                    "约谈日期须在发出通知之日（" + notifiedOn + "）至今日（" + today + "）之间，约谈结束后再登记。",
                    "The meeting lies between the day of the notice and today; record it once it has been held.");
        }
        requireWriting();
        requireDue(today);
        requireRoles();
        requireDistinctPersons();
    }

    private void requireWriting() {
        if (record.strip().length() < SHORTEST_RECORD) {
            throw refusal(
                    "record",
                    "written-record",
                    "约谈须有书面记录，至少 20 字，请补充。",
                    "The written record needs at least 20 characters.");
        }
        if (demands.strip().length() < SHORTEST_DEMANDS) {
            throw refusal("demands", "demands", "请写明整改要求（至少 5 字）。", "State the demands in at least 5 characters.");
        }
    }

    /** The term begins when it is recorded: until then nobody is offered the task to report. */
    private void requireDue(LocalDate today) {
        var latest = heldOn.plusYears(MOST_YEARS);
        if (rectificationDue != null && (rectificationDue.isBefore(today) || rectificationDue.isAfter(latest))) {
            throw refusal(
                    "rectificationDue",
                    "rectification-due",
                    "约谈整改期限须在今日（" + today + "）至 " + latest + " 之间，请修改，或留空按默认期限计算。",
                    "The deadline must lie between today and two years after the meeting; change it or leave it empty.");
        }
    }

    private void requireRoles() {
        if (count(AttendeeRole.INTERVIEWER) == 0 || count(AttendeeRole.INTERVIEWEE) == 0) {
            throw refusal(
                    "attendees",
                    "attendee-roles",
                    "参加人员中至少要有一名约谈人和一名被约谈人，请逐人登记。",
                    "Name at least one interviewer and one interviewee.");
        }
    }

    private void requireDistinctPersons() {
        for (int i = 0; i < attendees.size(); i++) {
            var person = attendees.get(i);
            if (attendees.subList(0, i).stream().anyMatch(person::isSamePersonAs)) {
                throw refusal(
                        "attendees[" + i + "].name",
                        "attendee-twice",
                        "“" + person.name() + "”重复登记，约谈按人次统计，请删除重复的一行。",
                        "The person is listed twice; interviews are counted by persons, so remove one row.");
            }
        }
    }

    private int count(AttendeeRole role) {
        return Math.toIntExact(
                attendees.stream().filter(each -> each.role() == role).count());
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "INV-16", chinese, english);
    }
}
