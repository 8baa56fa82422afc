package io.duban.calendar;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.duban.engine.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file of one year's arrangement (放假安排文件): a first line {@code # notice}, then {@code date,kind,name}, every
 * day singly. It is read strictly, because a wrong line would move legal deadlines.
 */
record CalendarFile(String notice, SortedMap<LocalDate, CalendarDay> days) {

    static final int MOST_BYTES = 64 * 1024;

    private static final String NO_NOTICE = "（文件未注明通知名称和文号）";
    private static final int LONGEST_NOTICE = 200;
    private static final List<String> HEADER = List.of("date", "kind", "name");

    /**
     * Reads a file in UTF-8, with or without byte order mark, or in GB18030.
     *
     * @throws Refusal naming the line and what is wrong with it
     */
    static CalendarFile read(int year, byte[] content) {
        if (content.length == 0) {
            throw refuse("file", "文件是空的。", "The file is empty.");
        }
        if (content.length > MOST_BYTES) {
            throw refuse("file", "文件超过 64 KB。", "The file is larger than 64 KB.");
        }
        var text = CalendarText.decode(content);
        try (var reader =
                CsvReader.builder().commentStrategy(CommentStrategy.READ).ofCsvRecord(text)) {
            return read(year, reader.stream().toList());
        } catch (CsvParseException e) {
            throw refuse("file", "文件不是有效的 CSV。", "The file is not valid CSV.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CalendarFile read(int year, List<CsvRecord> records) {
        var notice = records.stream()
                .filter(CsvRecord::isComment)
                .findFirst()
                .map(line -> line.getField(0).strip())
                .filter(line -> !line.isEmpty())
                .orElse(NO_NOTICE);
        if (notice.length() > LONGEST_NOTICE) {
            throw refuse("lines[1]", "通知名称超过 200 字。", "The name of the notice is longer than 200 characters.");
        }
        var lines = records.stream().filter(line -> !line.isComment()).toList();
        requireHeader(lines);
        var days = new TreeMap<LocalDate, CalendarDay>();
        for (var line : lines.subList(1, lines.size())) {
            var day = CalendarLine.read(year, line);
            if (days.put(day.date(), day) != null) {
                throw CalendarLine.refuse(line, "date", "日期 " + day.date() + " 重复", day.date() + " appears twice");
            }
        }
        requireStatutoryDaysOff(year, days);
        return new CalendarFile(notice, days);
    }

    private static void requireHeader(List<CsvRecord> lines) {
        if (lines.isEmpty()) {
            throw refuse("file", "文件没有内容。", "The file holds no lines.");
        }
        var header = lines.get(0).getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!header.equals(HEADER)) {
            throw CalendarLine.refuse(
                    lines.get(0), "header", "表头须为 date,kind,name", "the header must be date,kind,name");
        }
        if (lines.size() == 1) {
            throw refuse("file", "文件只有表头，没有日期。", "The file holds a header but no days.");
        }
    }

    /** A file without the days that the law itself makes free is cut off or of another year. */
    private static void requireStatutoryDaysOff(int year, SortedMap<LocalDate, CalendarDay> days) {
        for (var statutory : StatutoryDays.of(year).values()) {
            var day = days.get(statutory.date());
            if (day == null || day.kind() != DayKind.OFF) {
                throw refuse(
                        "file",
                        "法定节假日 " + statutory.date() + "（" + statutory.name() + "）没有列为 OFF，文件可能不完整。",
                        "The statutory holiday " + statutory.date() + " is not listed as OFF; is the file complete?");
            }
        }
    }

    static Refusal refuse(String field, String chinese, String english) {
        return Refusal.of(field, "calendar-file", "国务院办公厅年度放假安排；INV-08", chinese, english);
    }
}
