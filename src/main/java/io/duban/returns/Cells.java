package io.duban.returns;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of one 附件5: every figure in each of its columns; what nobody set is nought. */
final class Cells {

    private final Map<Figure, Map<ReturnColumn, Integer>> values = new EnumMap<>(Figure.class);

    Cells() {
        for (Figure figure : Figure.values()) {
            Map<ReturnColumn, Integer> row = new EnumMap<>(ReturnColumn.class);
            figure.columns().forEach(column -> row.put(column, 0));
            values.put(figure, row);
        }
    }

    public int get(Figure figure, ReturnColumn column) {
        return values.get(figure).getOrDefault(column, 0);
    }

    int get(CellKey cell) {
        return get(cell.figure(), cell.column());
    }

    void add(Figure figure, ReturnColumn column, int value) {
        values.get(figure).merge(column, value, Integer::sum);
    }

    /** The numbers by the names of rows and columns, in the order of the annex. */
    Map<String, Map<String, Integer>> named() {
        Map<String, Map<String, Integer>> named = new LinkedHashMap<>();
        values.forEach((figure, row) -> {
            Map<String, Integer> columns = new LinkedHashMap<>();
            row.forEach((column, value) -> columns.put(column.key(), value));
            named.put(figure.key(), columns);
        });
        return named;
    }
}
