package io.duban.returns;

import io.duban.engine.Refusal;
import java.util.stream.Stream;

/** 一个数: a figure in one of its columns, addressed as {@code problems.primary}. */
record CellKey(Figure figure, ReturnColumn column) {

    /** The cell of this name; refuses naming the field {@code figure}. */
    static CellKey parse(String name) {
        return Stream.of(Figure.values())
                .flatMap(figure -> figure.columns().stream().map(column -> new CellKey(figure, column)))
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "figure",
                        "unknown-figure",
                        "附件5",
                        "附件5没有“" + name + "”这一格，请写明行和栏，如 problems.total、orders.districtOffice。",
                        "Annex 5 has no such figure; name row and column, e.g. problems.total."));
    }

    public String name() {
        return figure.key() + "." + column.key();
    }

    public String label() {
        return figure.columns().size() == 1 ? figure.label() : figure.label() + " · " + column.label();
    }
}
