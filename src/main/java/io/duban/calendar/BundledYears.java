package io.duban.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The arrangements that come with the software (内置放假安排), one file a year under {@code calendar/}. */
final class BundledYears {

    private static final List<YearArrangement> ALL = readAll();

    private BundledYears() {}

    static List<YearArrangement> all() {
        return ALL;
    }

    private static List<YearArrangement> readAll() {
        var years = new ArrayList<YearArrangement>();
        for (int year = WorkingDayCalendar.FIRST_YEAR; year <= WorkingDayCalendar.LAST_YEAR; year++) {
            try (var file = BundledYears.class.getResourceAsStream("/calendar/" + year + ".csv")) {
                if (file != null) {
                    years.add(YearArrangement.bundled(year, CalendarFile.read(year, file.readAllBytes())));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(years);
    }
}
