package io.duban.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days of one year that differ from the plain week (年度放假安排), and where they come from: a due date is only as
 * firm as the arrangement of the years it runs through.
 */
record YearArrangement(
        int year,
        Source source,
        String notice,
        SortedMap<LocalDate, CalendarDay> days,
        @Nullable String uploadedBy,
        @Nullable Instant uploadedAt) {

    /** Where an arrangement comes from; the later the constant, the weaker it is. */
    enum Source {
        /** 管理员载入. */
        UPLOADED,
        /** 随软件提供. */
        BUNDLED,
        /** 暂定: no notice is known; weekends and the statutory days only. */
        STATUTORY
    }

    YearArrangement {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    static YearArrangement bundled(int year, CalendarFile file) {
        return new YearArrangement(year, Source.BUNDLED, file.notice(), file.days(), null, null);
    }

    static YearArrangement statutory(int year) {
        return new YearArrangement(year, Source.STATUTORY, "尚无放假安排：仅按双休日和法定节假日暂定", StatutoryDays.of(year), null, null);
    }

    boolean provisional() {
        return source == Source.STATUTORY;
    }

    @Nullable
    CalendarDay on(LocalDate date) {
        return days.get(date);
    }
}
