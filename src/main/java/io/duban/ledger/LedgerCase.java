package io.duban.ledger;

import io.duban.ledger.LedgerLine.Standing;
import io.duban.order.OrderState;
import io.duban.rectification.ProblemState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines of one order while entries are folded into them: what happens to the order shows in its problems, and back. */
final class LedgerCase {

    private final String orderId;
    private final Map<String, LedgerLine> lines = new LinkedHashMap<>();

    LedgerCase(String orderId, Collection<LedgerLine> known) {
        this.orderId = orderId;
        known.forEach(each -> lines.put(each.entryId(), each));
    }

    Collection<LedgerLine> lines() {
        return lines.values();
    }

    /** Takes one entry in; an entry of an order that never went out belongs nowhere. */
    void take(LedgerEntry entry, Function<String, String> provinceOf) {
        LedgerLine line = lines.get(entry.entryId());
        if (line == null) {
            line = begun(entry, provinceOf);
        }
        if (line != null) {
            lines.put(line.entryId(), line.with(line.standing().after(entry)));
        }
    }

    private @Nullable LedgerLine begun(LedgerEntry entry, Function<String, String> provinceOf) {
        LedgerLine order = lines.get(orderId);
        if (entry.kind() == EntryKind.ORDER) {
            return entry.heading() == null
                    ? null
                    : new LedgerLine(
                            entry.seq(),
                            orderId,
                            EntryKind.ORDER,
                            orderId,
                            0,
                            entry.heading(),
                            provinceOf.apply(entry.heading().districtUnit()),
                            "",
                            beginning(entry));
        }
        return order == null || entry.state() == null || entry.problemSeq() == null
                ? null
                : new LedgerLine(
                        entry.seq(),
                        entry.entryId(),
                        EntryKind.PROBLEM,
                        orderId,
                        entry.problemSeq(),
                        order.heading(),
                        order.provinceUnit(),
                        Objects.requireNonNullElse(entry.category(), ""),
                        beginning(entry));
    }

    private static Standing beginning(LedgerEntry entry) {
        return new Standing(
                Objects.requireNonNullElse(entry.state(), ""),
                Phase.PENDING,
                LedgerLine.NO_TERM,
                LedgerLine.NO_TERM,
                false,
                false,
                1,
                entry.at());
    }

    /** Draws the conclusions once all entries are in. */
    void settle() {
        Optional.ofNullable(lines.get(orderId)).ifPresent(this::settle);
    }

    private void settle(LedgerLine order) {
        OrderState state = OrderState.valueOf(order.standing().state());
        LocalDate first = order.standing().ownDue();
        boolean late = order.standing().late();
        boolean relapsed = order.standing().relapsed();
        for (LedgerLine each : lines.values().stream()
                .filter(line -> line.kind() == EntryKind.PROBLEM)
                .toList()) {
            Standing problem = settled(each.standing(), state.isEarlyEnd());
            lines.put(each.entryId(), each.with(problem));
            first = problem.due().isBefore(first) ? problem.due() : first;
            late |= problem.late();
            relapsed |= problem.relapsed();
        }
        Phase phase = Phase.of(state);
        lines.put(
                orderId,
                order.with(order.standing()
                        .in(state.name(), phase, order.standing().changedAt())
                        .due(phase == Phase.OPEN ? first : LedgerLine.NO_TERM, late, relapsed)));
    }

    private static Standing settled(Standing problem, boolean orderEndedEarly) {
        Phase phase = Phase.of(ProblemState.valueOf(problem.state()), orderEndedEarly);
        return problem.in(problem.state(), phase, problem.changedAt())
                .due(phase == Phase.OPEN ? problem.ownDue() : LedgerLine.NO_TERM, problem.late(), problem.relapsed());
    }
}
