package io.duban.lead;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 举报渠道: what a unit publishes so that people can report (A07, G11, G36, H12). Addresses and numbers are data of the
 * installation, never constants.
 *
 * @param topic the topic it is bound to, if it is (G36 two hot-lines)
 * @param publicSince since when it has been public; none while it is not
 */
record ReportChannel(
        String id,
        String unit,
        Type type,
        String address,
        @Nullable LeadTopic topic,
        String openHours,
        @Nullable LocalDate publicSince,
        boolean active) {

    /** 渠道种类. */
    enum Type {
        EMAIL("电子邮箱"),
        PHONE("举报电话"),
        WEB("网络平台"),
        LETTER("来信地址"),
        BOX("举报箱"),
        INSPECTOR("责任督学");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public String topicLabel() {
        return Optional.ofNullable(topic).map(LeadTopic::label).orElse("各类问题");
    }

    boolean isPublicOn(LocalDate day) {
        return active && publicSince != null && !publicSince.isAfter(day);
    }
}
