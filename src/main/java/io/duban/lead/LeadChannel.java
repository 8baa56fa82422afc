package io.duban.lead;

/** 举报渠道: by which way a lead came in (A07 电子邮箱或电话, G11 举报箱, B11 责任督学受理). */
public enum LeadChannel {
    WEB("网络平台"),
    PHONE("举报电话"),
    EMAIL("电子邮箱"),
    LETTER("来信"),
    BOX("举报箱"),
    INSPECTOR("责任督学"),
    NATIONAL_PLATFORM("国家平台转来"),
    IMPORT("批量导入");

    private final String label;

    LeadChannel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether staff may enter a single report of this channel; the public and the import have ways of their own. */
    public boolean isEnteredByStaff() {
        return this != WEB && this != IMPORT;
    }
}
