package io.duban.lead;

/** 举报主题: decides which division guides and handles (D02 股室/处室定向). */
public enum LeadTopic {
    TEACHER_PAID_TUTORING("在职教师有偿补课、师德师风"),
    HIDDEN_VARIANT("隐形变异培训"),
    TRAINING_INSTITUTION("校外培训机构"),
    HOMEWORK("作业负担"),
    AFTER_SCHOOL("课后服务"),
    TEACHING_QUALITY("教学质量与考试"),
    COORDINATION("组织协调"),
    OTHER("其他举报");

    private final String label;

    LeadTopic(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
