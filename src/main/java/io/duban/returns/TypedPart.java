package io.duban.returns;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 填报内容: what only the one who fills in the return knows (B55–B57, B60).
 *
 * @param numbers every typed figure in each of its columns
 * @param reasons by the figure, why its columns do not fit together (情况说明)
 * @param mainProblems 主要问题 1–3; empty text where there is none
 */
record TypedPart(
        String filler,
        String phone,
        Map<CellKey, Integer> numbers,
        Map<Figure, String> reasons,
        List<String> mainProblems) {

    static final int MAIN_PROBLEMS = 3;
    static final int MOST = 100_000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_PROBLEM = 200;
    private static final String BASIS = "附件5";
    private static final Pattern PHONE = Pattern.compile("[0-9][0-9 \\-]{4,29}(转[0-9]{1,6})?");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    TypedPart {
        numbers = Map.copyOf(numbers);
        reasons = Map.copyOf(reasons);
        mainProblems = List.copyOf(mainProblems);
    }

    /** The cells people type. */
    static List<CellKey> cells() {
        return Stream.of(Figure.values())
                .filter(Figure::isTyped)
                .flatMap(figure -> figure.columns().stream().map(column -> new CellKey(figure, column)))
                .toList();
    }

    /** The figures whose columns may not fit together for a good reason. */
    static List<Figure> explained() {
        return List.of(Figure.INSPECTORS, Figure.VISITED_SCHOOLS, Figure.NOTICES);
    }

    static String reasonField(Figure figure) {
        return figure.key() + "Reason";
    }

    static TypedPart from(Fields fields) {
        Map<CellKey, Integer> numbers = new LinkedHashMap<>();
        String filler = line(fields, "filler", LONGEST_NAME);
        String phone = phone(fields);
        cells().forEach(cell -> numbers.put(cell, count(fields, cell)));
        Map<Figure, String> reasons = new EnumMap<>(Figure.class);
        explained()
                .forEach(figure -> fields.optionalText(reasonField(figure))
                        .ifPresent(text -> reasons.put(figure, line(fields, reasonField(figure), LONGEST_REASON))));
        List<String> problems = new ArrayList<>();
        for (int i = 1; i <= MAIN_PROBLEMS; i++) {
            String field = "mainProblem" + i;
            problems.add(fields.optionalText(field).isEmpty() ? "" : line(fields, field, LONGEST_PROBLEM));
        }
        return new TypedPart(filler, phone, numbers, reasons, problems);
    }

    int number(Figure figure, ReturnColumn column) {
        return numbers.getOrDefault(new CellKey(figure, column), 0);
    }

    private static int count(Fields fields, CellKey cell) {
        String field = cell.figure().field(cell.column());
        int number = fields.number(field);
        if (number < 0 || number > MOST) {
            throw Refusal.of(
                    field,
                    "count-range",
                    BASIS,
                    "“" + cell.label() + "”应为 0 至 " + MOST + " 的整数，请修改。",
                    cell.label() + " must be a whole number from 0 to " + MOST + "; correct it.");
        }
        return number;
    }

    private static String phone(Fields fields) {
        String phone = fields.text("phone");
        if (!PHONE.matcher(phone).matches()) {
            throw Refusal.of(
                    "phone",
                    "phone",
                    "B55",
                    "联系电话应为数字，可用空格、“-”和“转分机号”，如 021-00000000转8001，请修改。",
                    "A telephone number has digits, blanks, hyphens and an extension after 转; correct it.");
        }
        return phone;
    }

    /** One line of plain words. */
    private static String line(Fields fields, String field, int longest) {
        String text = fields.text(field);
        if (text.length() > longest || CONTROL.matcher(text).find()) {
            throw Refusal.of(
                    field,
                    "one-line",
                    BASIS,
                    "此栏最多 " + longest + " 字，不能换行或含控制字符，请缩短。",
                    "One line of at most " + longest + " characters; shorten it.");
        }
        return text;
    }
}
