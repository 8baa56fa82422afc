package io.duban.order;

import java.time.LocalDate;

/**
 * What the escalation wants to know of a unit and only rooms above can say: 举报问题多 and 工作落后 (A41, H21). Nobody answers
 * while those rooms do not exist.
 */
public interface ReportedOften {

    /**
     * Whether many leads of the current period that proved valid after a day name the unit; only those count of which
     * everybody who works for the issuer may know, because its order tells them that there are many.
     *
     * @param answered the day up to which a measure has answered for them
     */
    boolean reportCountHigh(String issuer, String unit, LocalDate answered);

    /** Whether the district's work lags behind with what fell due on or after a day; the parameter as above. */
    boolean lagging(String district, LocalDate answered);
}
