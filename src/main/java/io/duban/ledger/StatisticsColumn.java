package io.duban.ledger;

import java.util.List;
import java.util.stream.Stream;

/** A column of the statistics: how it is counted, and which rows it opens. */
enum StatisticsColumn {
    ALL("督办单", "问题"),
    EXISTING("", "存在问题"),
    DONE("", ""),
    OPEN("", ""),
    OVERDUE("逾期", "逾期"),
    LATE("曾逾期办理", "曾逾期办理"),
    PENDING("", ""),
    UNFOUNDED("", ""),
    ENDED("", ""),
    ONCE_SIGNED_OFF("", "曾销号"),
    RELAPSED("", "反弹");

    private final String ofOrders;
    private final String ofProblems;

    StatisticsColumn(String ofOrders, String ofProblems) {
        this.ofOrders = ofOrders;
        this.ofProblems = ofProblems;
    }

    static List<StatisticsColumn> of(EntryKind kind) {
        return kind == EntryKind.ORDER
                ? List.of(ALL, OPEN, OVERDUE, LATE, DONE, UNFOUNDED, ENDED)
                : Stream.of(values()).filter(each -> each != ALL).toList();
    }

    String label(EntryKind kind) {
        String own = kind == EntryKind.ORDER ? ofOrders : ofProblems;
        return own.isEmpty() ? Phase.valueOf(name()).label(kind) : own;
    }

    long count(Counts counts) {
        return switch (this) {
            case ALL -> counts.all();
            case EXISTING -> counts.existing();
            case OVERDUE -> counts.of(Lateness.OVERDUE);
            case LATE -> counts.of(Lateness.LATE);
            case ONCE_SIGNED_OFF -> counts.onceSignedOff();
            case RELAPSED -> counts.relapsed();
            default -> counts.of(Phase.valueOf(name()));
        };
    }

    /** The filter that finds what this column counts of what another filter finds. */
    Wanted narrow(Wanted wanted) {
        return switch (this) {
            case ALL -> wanted;
            case OVERDUE -> wanted.lateness(Lateness.OVERDUE);
            case LATE -> wanted.lateness(Lateness.LATE);
            case ONCE_SIGNED_OFF -> wanted.once(true, false);
            case RELAPSED -> wanted.once(false, true);
            default -> wanted.state(name());
        };
    }
}
