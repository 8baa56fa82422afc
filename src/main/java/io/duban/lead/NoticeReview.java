package io.duban.lead;

/** 审核反馈: what the office makes of a district's answer to a notice. */
enum NoticeReview {
    /** 同意办结 */
    CLOSED,
    /** 升级督办 */
    ESCALATED,
    /** 退回补充 */
    RETURNED
}
