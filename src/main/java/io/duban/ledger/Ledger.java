package io.duban.ledger;

import io.duban.engine.Refusal;
import io.duban.engine.StandingAside;
import io.duban.ledger.LedgerSearch.Place;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 工作台账 for whoever reads it: within what they may see, as it stands by now, rows and figures from one state. */
@Service
class Ledger {

    private final LedgerFold fold;
    private final LedgerVisibility visibility;
    private final LedgerSearch search;
    private final LedgerEntries entries;
    private final LedgerLines lines;
    private final Organisations organisations;
    private final StandingAside aside;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    Ledger(
            LedgerFold fold,
            LedgerVisibility visibility,
            LedgerSearch search,
            LedgerEntries entries,
            LedgerLines lines,
            Organisations organisations,
            StandingAside aside,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.fold = fold;
        this.visibility = visibility;
        this.search = search;
        this.entries = entries;
        this.lines = lines;
        this.organisations = organisations;
        this.aside = aside;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Does several reads on one and the same state of the ledger, with everything committed by now in it. */
    <T> T together(Supplier<T> reads) {
        visibility.scope();
        fold.catchUp();
        return java.util.Objects.requireNonNull(snapshot.execute(status -> reads.get()));
    }

    /** What the current person asks, within what they may see. */
    Asked ask(Wanted wanted) {
        LedgerScope scope = visibility.scope();
        LocalDate today = LocalDate.now(clock);
        Optional<Unit> unit = wanted.unit().map(organisations::get);
        if (unit.isEmpty()) {
            return new Asked(wanted, scope, null, today);
        }
        Set<String> codes = visibility.within(scope, unit.get());
        return switch (unit.get().level()) {
            case NATIONAL -> new Asked(wanted, scope, null, today);
            case PROVINCE -> new Asked(wanted, new LedgerScope(codes, Set.of()), null, today);
            case PREFECTURE, COUNTY -> new Asked(wanted, new LedgerScope(Set.of(), codes), null, today);
            default -> new Asked(wanted, scope, codes, today);
        };
    }

    /** One row more than asked for tells whether there is another page. */
    List<LedgerLine> page(Asked asked, @Nullable Place after, int size) {
        return search.page(asked, after, size + 1);
    }

    /** The lines and the entries of one order, oldest first; answers as if it did not exist to whoever may not see it. */
    History history(String orderId) {
        LedgerScope scope = visibility.scope();
        Collection<LedgerLine> found = lines.ofOrders(Set.of(orderId));
        LedgerLine order = found.stream()
                .filter(each -> each.kind() == EntryKind.ORDER)
                .filter(scope::holds)
                .findFirst()
                .orElseThrow(() -> {
                    if (!found.isEmpty()) {
                        aside.attempted(orderId);
                    }
                    return Refusal.notFound("台账中没有这份督办单，或您无权查看。", "There is no such order that you may see.");
                });
        return new History(order, List.copyOf(found), entries.of(orderId));
    }

    /** What the ledger knows of one order. */
    record History(LedgerLine order, List<LedgerLine> lines, List<LedgerEntry> entries) {}
}
