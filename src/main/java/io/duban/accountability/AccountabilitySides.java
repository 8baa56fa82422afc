package io.duban.accountability;

import java.util.Set;

/**
 * Between whom a case of accountability (问责) is, for whoever must stand aside (回避, 《教育督导问责办法》).
 *
 * @param accused the order's addressee and, once the facts are established, the units of the subjects
 */
public record AccountabilitySides(String orderId, String issuerUnit, Set<String> accused) {

    public AccountabilitySides {
        accused = Set.copyOf(accused);
    }
}
