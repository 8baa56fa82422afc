package io.duban.ledger;

import java.time.LocalDate;

/** 逾期与账龄: how a line stands to its term today, in calendar days; every open line is in exactly one of the first six. */
enum Lateness {
    NO_TERM("无期限在走", 0, 0),
    NOT_DUE("未到期", 0, 0),
    D1_5("逾期 1–5 天", 1, 5),
    D6_15("逾期 6–15 天", 6, 15),
    D16_30("逾期 16–30 天", 16, 30),
    D31("逾期 30 天以上", 31, Integer.MAX_VALUE),
    OVERDUE("逾期未办结", 1, Integer.MAX_VALUE),
    LATE("曾逾期办理", 0, 0);

    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private final String label;
    private final int least;
    private final int most;

    Lateness(String label, int least, int most) {
        this.label = label;
        this.least = least;
        this.most = most;
    }

    public String label() {
        return label;
    }

    boolean isOfOpenLines() {
        return this != LATE;
    }

    /** The first due date of this sort. */
    LocalDate from(LocalDate today) {
        return switch (this) {
            case NO_TERM -> LedgerLine.NO_TERM;
            case NOT_DUE -> today;
            default -> most == Integer.MAX_VALUE ? EVER : today.minusDays(most);
        };
    }

    /** The due date before which it ends. */
    LocalDate until(LocalDate today) {
        return switch (this) {
            case NO_TERM -> LedgerLine.NO_TERM.plusDays(1);
            case NOT_DUE -> LedgerLine.NO_TERM;
            default -> today.minusDays(least - 1L);
        };
    }
}
