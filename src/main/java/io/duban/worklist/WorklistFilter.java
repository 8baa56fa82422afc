package io.duban.worklist;

import io.duban.organisation.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 筛选: the lists a person finds in Tasklist, in the order in which they stand there. */
enum WorklistFilter {
    GROUPS("我组的任务", "我所在各组的待办", "#2b6cb0", Whose.GROUPS, When.ANY),
    MINE("我的任务", "已由我领取的待办", "#1f6f54", Whose.MINE, When.ANY),
    OVERDUE("已超期", "期限已届满的待办", "#b42318", Whose.GROUPS, When.OVERDUE),
    TODAY("今日到期", "今天24时前应当办结的待办", "#c4320a", Whose.GROUPS, When.TODAY),
    TOMORROW("明日到期", "明天24时前应当办结的待办", "#b54708", Whose.GROUPS, When.TOMORROW),
    RECEIVE(
            "待签收",
            "已送达、尚未签收的督办单",
            "#6941c6",
            EnumSet.of(Role.GOVERNMENT, Role.SCHOOL_HEAD, Role.INSTITUTION_HEAD),
            "userTask_receiveOrder"),
    LEADS(
            "举报线索",
            "等待转办、签收、核查、认定或答复的举报线索",
            "#0e7090",
            EnumSet.of(
                    Role.PETITION_OFFICE,
                    Role.SUPERVISION_OFFICE,
                    Role.TRAINING_DIVISION,
                    Role.BASIC_EDUCATION_DIVISION,
                    Role.PERSONNEL_DIVISION,
                    Role.VOCATIONAL_DIVISION,
                    Role.RESEARCH_OFFICE),
            "userTask_declineLead",
            "userTask_transferLead",
            "userTask_receiveLead",
            "userTask_verifyLead",
            "userTask_concludeLead",
            "userTask_replyReporter",
            "userTask_guideLead",
            "userTask_chooseInstrument"),
    REVIEW(
            "待审核",
            "等待签发、审核或审批的事项",
            "#175cd3",
            EnumSet.of(
                    Role.SUPERVISION_OFFICE,
                    Role.SUPERVISION_LEAD,
                    Role.COMMITTEE_DIRECTOR,
                    Role.PETITION_VAULT_OFFICER),
            "userTask_issueOrder",
            "userTask_reviewReport",
            "userTask_decideExtension",
            "userTask_decideLeadExtension",
            "userTask_issueNotices",
            "userTask_reviewNotice",
            "userTask_decideDiscontinuation",
            "userTask_decideDisclosure",
            "userTask_approveInterview",
            "userTask_decideAccountability"),
    SIGN_OFF(
            "待销号",
            "等待初验或销号的问题",
            "#027a48",
            EnumSet.of(Role.SUPERVISION_OFFICE, Role.SUPERVISION_LEAD),
            "userTask_verifyRectification",
            "userTask_signOffProblem"),
    LOOK_BACK(
            "回头看到期",
            "到期应当回头看的督办单",
            "#5925dc",
            EnumSet.of(Role.INSPECTOR, Role.SUPERVISION_OFFICE),
            "userTask_lookBack"),
    VISIBLE("全部可见", "辖区内全部在办事项（只读）", "#475467", Whose.ANYBODY, When.ANY);

    /** Whose tasks a filter shows; evaluated for each request, never stored. */
    enum Whose {
        MINE,
        GROUPS,
        ANYBODY
    }

    /** When the tasks of a filter are due; evaluated for each request, never stored. */
    enum When {
        ANY,
        TODAY,
        TOMORROW,
        OVERDUE
    }

    private final String label;
    private final String description;
    private final String colour;
    private final Whose whose;
    private final When when;
    private final Set<Role> readers;
    private final List<String> taskKeys;

    WorklistFilter(String label, String description, String colour, Whose whose, When when) {
        this.label = label;
        this.description = description;
        this.colour = colour;
        this.whose = whose;
        this.when = when;
        this.readers = whose == Whose.ANYBODY
                ? EnumSet.of(Role.SUPERVISION_LEAD, Role.COMMITTEE_DIRECTOR)
                : EnumSet.complementOf(EnumSet.of(Role.DESIGNER, Role.ADMIN));
        this.taskKeys = List.of();
    }

    WorklistFilter(String label, String description, String colour, Set<Role> readers, String... taskKeys) {
        this.label = label;
        this.description = description;
        this.colour = colour;
        this.whose = Whose.GROUPS;
        this.when = When.ANY;
        this.readers = readers;
        this.taskKeys = List.of(taskKeys);
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    String colour() {
        return colour;
    }

    Whose whose() {
        return whose;
    }

    When when() {
        return when;
    }

    Set<Role> readers() {
        return Set.copyOf(readers);
    }

    /** The user tasks it shows; empty means all. */
    List<String> taskKeys() {
        return taskKeys;
    }

    static Optional<WorklistFilter> labelled(String label) {
        return Stream.of(values()).filter(each -> each.label.equals(label)).findFirst();
    }
}
