package io.duban.calendar;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Loads the arrangement of a year (载入放假安排) and moves the open deadlines that run through it, all in one
 * transaction. Deadlines that are closed or on a day set by people stay, but working days
 * added to such a day, and the reminder before it, are counted again. A deadline that another transaction is opening
 * at that very moment is counted by the old calendar; loading the same file again moves it.
 */
@Component
class CalendarUploads {

    private static final int BATCH = 500;

    private final CalendarRepository repository;
    private final DeadlineRepository register;
    private final CurrentCalendar current;
    private final AuditTrail audit;
    private final DeadlineMoves moves;
    private final Clock clock;

    CalendarUploads(
            CalendarRepository repository,
            DeadlineRepository register,
            CurrentCalendar current,
            AuditTrail audit,
            DeadlineMoves moves,
            Clock clock) {
        this.repository = repository;
        this.register = register;
        this.current = current;
        this.audit = audit;
        this.moves = moves;
        this.clock = clock;
    }

    /** Says what the file would do, and changes nothing. */
    @Transactional(readOnly = true)
    public CalendarChange preview(int year, byte[] content, String administrator) {
        var arrangement = arrangement(year, content, administrator);
        var before = current.read();
        var tally = new CalendarChange.Tally(today());
        forEachChange(arrangement, before, before.with(arrangement), tally::add);
        return tally.change(arrangement, digest(content), false);
    }

    /**
     * Stores the file and moves the deadlines.
     *
     * @param confirmed the digest that the preview of this file has shown
     */
    @Transactional
    public CalendarChange store(int year, byte[] content, String confirmed, String administrator) {
        var arrangement = arrangement(year, content, administrator);
        var digest = digest(content);
        if (!digest.equals(confirmed)) {
            throw Refusal.of(
                    "confirm",
                    "calendar-confirm",
                    "设计：先预览后载入",
                    "确认码与文件不符：请先预览这个文件，再用预览给出的 digest 确认。",
                    "The confirmation does not belong to this file: preview it, then confirm with its digest.");
        }
        repository.lock();
        var before = current.read();
        repository.replace(arrangement, digest);
        forgetAfterwards();
        var tally = new CalendarChange.Tally(today());
        forEachChange(arrangement, before, before.with(arrangement), (old, moved) -> {
            tally.add(old, moved);
            moves.apply("因载入 " + year + " 年放假安排", old, moved);
        });
        audit.record(
                "calendar",
                "CALENDAR_UPLOADED",
                "载入 " + year + " 年放假安排：" + arrangement.notice() + "，变更期限 " + tally.moved() + " 项");
        return tally.change(arrangement, digest, true);
    }

    private void forEachChange(
            YearArrangement arrangement,
            WorkingDayCalendar before,
            WorkingDayCalendar after,
            BiConsumer<Deadline, Deadline> change) {
        var last = "";
        var batch = register.openThrough(arrangement.year(), last, BATCH);
        while (!batch.isEmpty()) {
            for (var row : batch) {
                var old = new Deadline(row, before);
                var moved = new Deadline(row.countedBy(after), after);
                if (!moved.row().equals(row) || !moved.remindAt().equals(old.remindAt())) {
                    change.accept(old, moved);
                }
                last = row.id();
            }
            batch = register.openThrough(arrangement.year(), last, BATCH);
        }
    }

    private YearArrangement arrangement(int year, byte[] content, String administrator) {
        current.get().year(year);
        var file = CalendarFile.read(year, content);
        return new YearArrangement(
                year, YearArrangement.Source.UPLOADED, file.notice(), file.days(), administrator, clock.instant());
    }

    /** Readers load anew when the transaction has ended, whichever way; until then they keep the old calendar. */
    private void forgetAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                current.forget();
            }
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
