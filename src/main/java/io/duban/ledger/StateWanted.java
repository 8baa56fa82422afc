package io.duban.ledger;

import io.duban.order.OrderState;
import io.duban.rectification.ProblemState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the filter 状态 can ask for: a column of the statistics, or one state.
 *
 * @param phases the phases it takes in
 * @param state the one state, if it is one
 */
record StateWanted(
        String code,
        String label,
        Set<Phase> phases,
        @Nullable String state) {

    static final String EXISTING = "EXISTING";

    /** All that can be asked of lines of this kind, columns first. */
    static List<StateWanted> of(EntryKind kind) {
        List<StateWanted> all = new ArrayList<>();
        if (kind == EntryKind.PROBLEM) {
            all.add(new StateWanted(EXISTING, "存在问题（已完成＋正在整改）", Set.of(Phase.DONE, Phase.OPEN), null));
        }
        for (Phase phase : Phase.values()) {
            if (kind == EntryKind.PROBLEM || phase != Phase.PENDING) {
                all.add(new StateWanted(phase.name(), phase.label(kind), Set.of(phase), null));
            }
        }
        if (kind == EntryKind.ORDER) {
            Stream.of(OrderState.values())
                    .filter(OrderState::isOut)
                    .forEach(each -> add(all, each.name(), each.label(), Phase.of(each)));
        } else {
            Stream.of(ProblemState.values())
                    .forEach(each -> add(all, each.name(), each.label(), Phase.of(each, false)));
        }
        return all;
    }

    private static void add(List<StateWanted> all, String code, String label, Phase phase) {
        if (all.stream().noneMatch(each -> each.code().equals(code))) {
            all.add(new StateWanted(code, "· " + label, Set.of(phase), code));
        }
    }

    static Optional<StateWanted> find(EntryKind kind, String code) {
        return of(kind).stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
