package io.duban.ledger;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 台账导出: every row of a filter as a file, streamed as it is read, so that no copy of it lies anywhere. How many rows come
 * is known before the first, from the sums of the same state; each export leaves a line in the trail.
 */
@Service
class LedgerExports {

    private static final int AT_A_TIME = 3;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Ledger ledger;
    private final LedgerStatistics statistics;
    private final LedgerSearch search;
    private final WantedSentence sentence;
    private final Organisations organisations;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    LedgerExports(
            Ledger ledger,
            LedgerStatistics statistics,
            LedgerSearch search,
            WantedSentence sentence,
            Organisations organisations,
            People people,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.statistics = statistics;
        this.search = search;
        this.sentence = sentence;
        this.organisations = organisations;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Writes all rows the filter finds.
     *
     * @param begin told how many rows there will be, answers the file to write to
     * @param written counts on with every row
     */
    void write(Wanted wanted, LongFunction<LedgerFile> begin, AtomicLong written) {
        if (!places.tryAcquire()) {
            throw Refusal.conflict(
                    "export-busy", null, "已有多份台账正在导出，请稍后再试。", "Several exports are running; try again in a while.");
        }
        try {
            ledger.together(() -> {
                Asked asked = ledger.ask(wanted);
                long total = statistics.total(asked);
                String filter = sentence.of(wanted);
                apart.executeWithoutResult(status -> audit.record(
                        "ledger", "LEDGER_EXPORTED", "导出" + wanted.kind().label() + "台账 " + total + " 行；筛选：" + filter));
                try (LedgerFile file = begin.apply(total)) {
                    file.head(head(wanted, filter, total), columns(wanted.kind()));
                    search.all(asked, line -> {
                        file.row(cells(LedgerRow.of(line, organisations, asked.today()), wanted.kind()));
                        written.incrementAndGet();
                    });
                }
                return total;
            });
        } finally {
            places.release();
        }
    }

    private List<String> head(Wanted wanted, String filter, long total) {
        return List.of(
                "工作台账（" + wanted.kind().label() + "）",
                "筛选条件：" + filter,
                "共 " + total + " 行；导出账号 " + people.current().id() + "；导出时间 "
                        + clock.instant().atZone(clock.getZone()).format(MINUTE));
    }

    static List<String> columns(EntryKind kind) {
        List<String> columns = new ArrayList<>(List.of("编号", "标题", "文种", "发文单位", "主送单位", "被督办单位", "区县", "印发日期"));
        if (kind == EntryKind.PROBLEM) {
            columns.addAll(List.of("问题序号", "问题类别", "整改轮次"));
        }
        columns.addAll(List.of("状态", "统计口径", "期限", "逾期天数", "曾逾期办理", "反弹"));
        return columns;
    }

    private static List<Object> cells(LedgerRow row, EntryKind kind) {
        List<Object> cells = new ArrayList<>(List.of(
                row.number(),
                row.title(),
                row.instrumentLabel(),
                row.issuer(),
                row.addressee(),
                row.accused(),
                row.district(),
                row.issuedOn().toString()));
        if (kind == EntryKind.PROBLEM) {
            cells.add(row.problem());
            cells.add(row.categoryLabel() == null ? "" : row.categoryLabel());
            cells.add(row.round());
        }
        LocalDate due = row.due();
        cells.addAll(List.of(
                row.stateLabel(),
                row.phaseLabel(),
                due == null ? "" : due.toString(),
                row.overdueDays(),
                row.late() ? "是" : "",
                row.relapsed() ? "是" : ""));
        return cells;
    }
}
