package io.duban.ledger;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 过账: takes entries that are committed and not yet known into the lines and their sums, each exactly once, in
 * transactions of its own. Whoever reads the ledger has it catch up first; steps of a case never wait for it. An entry is
 * found by its mark, not by a number read up to, so one that was committed late is not passed over.
 */
@Component
class LedgerFold {

    private static final int BATCH = 1000;
    private static final int DEPTH = 8;

    private final LedgerEntries entries;
    private final LedgerLines lines;
    private final LedgerSums sums;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    LedgerFold(
            LedgerEntries entries,
            LedgerLines lines,
            LedgerSums sums,
            Organisations organisations,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.lines = lines;
        this.sums = sums;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Brings lines and sums up to everything committed by now; costs one look into an index when there is nothing new. */
    void catchUp() {
        while (entries.anyFresh()) {
            alone.executeWithoutResult(status -> fold());
        }
    }

    private void fold() {
        jdbc.sql("select id from ledger_fold where id = 1 for update")
                .query(Integer.class)
                .single();
        List<LedgerEntry> fresh = entries.fresh(BATCH);
        if (fresh.isEmpty()) {
            return;
        }
        Map<String, List<LedgerEntry>> byOrder = fresh.stream()
                .collect(Collectors.groupingBy(LedgerEntry::orderId, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<LedgerLine>> known =
                lines.ofOrders(byOrder.keySet()).stream().collect(Collectors.groupingBy(LedgerLine::orderId));
        Changes changes = new Changes();
        byOrder.forEach((orderId, news) -> {
            List<LedgerLine> before = known.getOrDefault(orderId, List.of());
            LedgerCase folded = new LedgerCase(orderId, before);
            news.forEach(each -> folded.take(each, this::provinceOf));
            folded.settle();
            changes.note(before, folded.lines());
        });
        lines.insert(changes.added);
        lines.update(changes.changed);
        sums.add(changes.differences);
        entries.folded(fresh);
    }

    /** The province above the district; the district itself where there is none, so that nobody above sees it. */
    private String provinceOf(String district) {
        Optional<Unit> unit = organisations.find(district);
        for (int i = 0; i < DEPTH && unit.isPresent(); i++) {
            if (unit.get().level() == AdminLevel.PROVINCE) {
                return unit.get().code();
            }
            unit = Optional.ofNullable(unit.get().parent()).flatMap(organisations::find);
        }
        return district;
    }

    /** What a fold has to write. */
    private static final class Changes {

        private final List<LedgerLine> added = new ArrayList<>();
        private final List<LedgerLine> changed = new ArrayList<>();
        private final Map<SumKey, Long> differences = new HashMap<>();

        void note(Iterable<LedgerLine> before, Iterable<LedgerLine> after) {
            Map<String, LedgerLine> old = new HashMap<>();
            before.forEach(each -> old.put(each.entryId(), each));
            for (LedgerLine line : after) {
                LedgerLine was = old.get(line.entryId());
                if (line.equals(was)) {
                    continue;
                }
                (was == null ? added : changed).add(line);
                if (was != null) {
                    differences.merge(SumKey.of(was), -1L, Long::sum);
                }
                differences.merge(SumKey.of(line), 1L, Long::sum);
            }
        }
    }
}
