package io.duban.calendar;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.duban.engine.Refusal;
import io.duban.engine.UnseenCharacters;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Reads one line of an arrangement (日期、种类、名称), and says which line is wrong and why. */
final class CalendarLine {

    /** 2027-01-01, and 2027/1/1 as Excel writes it when it saves the file again. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST_NAME = 40;

    private CalendarLine() {}

    static CalendarDay read(int year, CsvRecord line) {
        if (line.getFieldCount() != 3) {
            throw refuse(
                    line,
                    "line",
                    "应有 3 列 date,kind,name，实有 " + line.getFieldCount() + " 列",
                    "expected 3 columns date,kind,name, found " + line.getFieldCount());
        }
        var date = date(year, line);
        var kind = kind(line);
        if (kind == DayKind.WORK && !WorkingDayCalendar.isWeekend(date)) {
            throw refuse(line, "kind", date + " 不是周六、周日，本来就上班，不能标为 WORK", date + " is no weekend and needs no WORK");
        }
        return new CalendarDay(date, kind, name(line));
    }

    private static LocalDate date(int year, CsvRecord line) {
        var text = line.getField(0).strip();
        LocalDate date;
        try {
            date = LocalDate.parse(text.replace('/', '-'), DATE);
        } catch (DateTimeParseException e) {
            throw refuse(line, "date", "日期“" + shortened(text) + "”无效，应如 2027-01-01", "not a date such as 2027-01-01");
        }
        if (date.getYear() != year) {
            throw refuse(line, "date", "日期 " + date + " 不在 " + year + " 年", date + " is not in " + year);
        }
        return date;
    }

    private static DayKind kind(CsvRecord line) {
        var text = line.getField(1).strip();
        return switch (text) {
            case "OFF" -> DayKind.OFF;
            case "WORK" -> DayKind.WORK;
            default ->
                throw refuse(
                        line, "kind", "种类“" + shortened(text) + "”无效，只能是 OFF 或 WORK", "the kind must be OFF or WORK");
        };
    }

    private static String name(CsvRecord line) {
        var name = line.getField(2).strip();
        if (name.isEmpty()) {
            throw refuse(line, "name", "没有写节日名称", "the name of the holiday is missing");
        }
        if (name.length() > LONGEST_NAME || UnseenCharacters.areInLine(name)) {
            throw refuse(line, "name", "节日名称超过 40 字或含控制字符", "the name is too long or holds control characters");
        }
        return name;
    }

    static Refusal refuse(CsvRecord line, String column, String chinese, String english) {
        long number = line.getStartingLineNumber();
        return CalendarFile.refuse(
                "lines[" + number + "]." + column,
                "第 " + number + " 行：" + chinese + "。",
                "Line " + number + ": " + english + ".");
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
