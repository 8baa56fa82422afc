package io.duban.calendar;

import java.time.LocalDate;

/**
 * A second calendar, written from the notices alone and on purpose another way: one long string with a letter per day,
 * W for work, o for off, counted with an index. It shares no code and no file with the first.
 */
final class NaiveCalendar {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2032, 12, 31);

    private static final String[] OFF = {
        "2021 0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007",
        "2022 0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231-1231",
        "2023 0101-0102 0121-0127 0405-0405 0429-0503 0622-0624 0929-1006",
        "2024 0101-0101 0210-0217 0404-0406 0501-0505 0610-0610 0915-0917 1001-1007",
        "2025 0101-0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
        "2026 0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
        "2027 0101-0101 0205-0208 0405-0405 0501-0502 0609-0609 0915-0915 1001-1003",
        "2028 0101-0101 0125-0128 0404-0404 0501-0502 0528-0528 1001-1003",
        "2029 0101-0101 0212-0215 0404-0404 0501-0502 0616-0616 0922-0922 1001-1003",
        "2030 0101-0101 0202-0205 0405-0405 0501-0502 0605-0605 0912-0912 1001-1003",
        "2031 0101-0101 0405-0405 0501-0502 1001-1003",
        "2032 0101-0101 0404-0404 0501-0502 1001-1003",
    };

    private static final String[] WORK = {
        "2021 0207 0220 0425 0508 0918 0926 1009",
        "2022 0129 0130 0402 0424 0507 1008 1009",
        "2023 0128 0129 0423 0506 0625 1007 1008",
        "2024 0204 0218 0407 0428 0511 0914 0929 1012",
        "2025 0126 0208 0427 0928 1011",
        "2026 0104 0214 0228 0509 0920 1010",
    };

    private final char[] days = new char[index(LAST) + 1];

    NaiveCalendar() {
        for (int i = 0; i < days.length; i++) {
            // 1 January 2021 was a Friday
            days[i] = i % 7 == 1 || i % 7 == 2 ? 'o' : 'W';
        }
        for (var year : OFF) {
            var parts = year.split(" ");
            for (int p = 1; p < parts.length; p++) {
                int to = index(parts[0], parts[p].substring(5));
                for (int i = index(parts[0], parts[p].substring(0, 4)); i <= to; i++) {
                    days[i] = 'o';
                }
            }
        }
        for (var year : WORK) {
            var parts = year.split(" ");
            for (int p = 1; p < parts.length; p++) {
                days[index(parts[0], parts[p])] = 'W';
            }
        }
    }

    LocalDate due(LocalDate from, int workingDays) {
        int i = index(from);
        int left = workingDays;
        while (left > 0) {
            i++;
            left -= days[i] == 'W' ? 1 : 0;
        }
        return FIRST.plusDays(i);
    }

    boolean works(LocalDate date) {
        return days[index(date)] == 'W';
    }

    private static int index(String year, String monthAndDay) {
        return index(LocalDate.parse(year + "-" + monthAndDay.substring(0, 2) + "-" + monthAndDay.substring(2)));
    }

    private static int index(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }
}
