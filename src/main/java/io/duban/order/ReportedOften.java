package io.duban.order;

/**
 * What the escalation wants to know of a unit and only rooms above can say: 举报问题多 and 工作落后 (A41, H21). Nobody answers
 * while those rooms do not exist.
 */
public interface ReportedOften {

    /** Whether many valid leads name the unit in the current period. */
    boolean reportCountHigh(String unit);

    /** Whether the district's work lags behind. */
    boolean lagging(String district);
}
