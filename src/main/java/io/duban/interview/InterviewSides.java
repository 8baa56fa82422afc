package io.duban.interview;

import java.util.Set;

/**
 * Between whom an interview (约谈) takes place, for whoever must stand aside (回避, INV-05).
 *
 * @param interviewed the order's addressee and, once it is, the unit that was invited
 */
public record InterviewSides(String orderId, String issuerUnit, Set<String> interviewed) {

    public InterviewSides {
        interviewed = Set.copyOf(interviewed);
    }
}
