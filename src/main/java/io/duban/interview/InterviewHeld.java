package io.duban.interview;

import java.time.LocalDate;

/**
 * The meeting has taken place (已约谈); published in the transaction that records it.
 *
 * @param interviewees how many persons were interviewed (人次, F16)
 */
public record InterviewHeld(String interviewId, String orderId, LocalDate heldOn, int interviewees) {}
