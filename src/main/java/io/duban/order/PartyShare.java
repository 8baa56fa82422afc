package io.duban.order;

import io.duban.calendar.Deadline;
import io.duban.rectification.Problem;
import io.duban.rectification.ProblemState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 认定与要求 (A53, F10): what of an order the unit that has to rectify is told: the problems that proved true, or that a
 * paper addressed to it names, and its own terms; an allegation that proved unfounded and the terms of others never.
 */
final class PartyShare {

    private PartyShare() {}

    static List<Problem> problems(SupervisionOrder order, List<Problem> list) {
        return list.stream().filter(each -> isTold(order, each)).toList();
    }

    static List<Deadline> terms(SupervisionOrder order, List<Problem> list, List<Deadline> terms) {
        Set<String> told = problems(order, list).stream().map(Problem::id).collect(Collectors.toSet());
        boolean addressed = order.addresseeUnit().equals(order.accusedUnit());
        return terms.stream()
                .filter(each -> switch (each.kind()) {
                    case RECTIFICATION -> told.contains(String.valueOf(each.subjectId()));
                    case DEEMED_DELIVERY -> addressed;
                    default -> false;
                })
                .toList();
    }

    private static boolean isTold(SupervisionOrder order, Problem each) {
        return !order.instrument().isInvestigated() || each.state().isOpen() || each.state() == ProblemState.SIGNED_OFF;
    }
}
