package io.duban.lead;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The parameters around leads on which the source documents are silent (domain 3.8): our defaults, a city's own values in
 * {@code duban.lead}.
 *
 * @param consolidationPeriod 归集周期: how long a period of consolidation is (A21 定期)
 * @param reportsOften 举报问题多: how many valid leads on one unit in a period count as many (A41)
 * @param lateNotices 工作落后: how many overdue notices of one district count as lagging behind (H21)
 * @param replyWorkingDays 反馈期限: the term proposed for a notice, in working days
 * @param smallCell below the city counts smaller than this are not shown, lest they point at a reporter
 */
@ConfigurationProperties("duban.lead")
record LeadSettings(
        @DefaultValue("HALF_MONTH") Period consolidationPeriod,
        @DefaultValue("5") int reportsOften,
        @DefaultValue("2") int lateNotices,
        @DefaultValue("10") int replyWorkingDays,
        @DefaultValue("5") int smallCell) {}
