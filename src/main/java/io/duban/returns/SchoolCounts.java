package io.duban.returns;

import io.duban.order.ProblemFigures.CountedProblem;
import io.duban.order.ProblemFigures.ProblemTally;
import io.duban.organisation.SchoolStage;
import io.duban.organisation.Unit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 学校整改落实情况: every problem is placed once as done or open, so that 存在问题 = 已完成 + 正在整改 holds in each column
 * (INV-01); a school is complete only when all its problems are signed off, whatever the column (INV-02).
 */
final class SchoolCounts {

    private final Map<String, Unit> schools;
    private final Map<ReturnColumn, Map<String, SchoolCount>> columns = new EnumMap<>(ReturnColumn.class);

    SchoolCounts(List<Unit> schools) {
        this.schools = schools.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        Figure.PROBLEMS.columns().forEach(column -> columns.put(column, new TreeMap<>()));
    }

    void count(ProblemTally tally) {
        int done = tally.done() ? tally.problems() : 0;
        SchoolCount counted = new SchoolCount(tally.unit(), done, tally.problems() - done);
        add(ReturnColumn.TOTAL, counted);
        Stages.columnOf(schools.get(tally.unit())).ifPresent(column -> add(column, counted));
    }

    /** Places one problem of a 九年一贯制 school in the column of the stage that was given to it. */
    void place(CountedProblem problem, SchoolStage stage) {
        add(Stages.columnOf(stage), new SchoolCount(problem.unit(), problem.done() ? 1 : 0, problem.done() ? 0 : 1));
    }

    private void add(ReturnColumn column, SchoolCount counted) {
        columns.get(column).merge(counted.unit(), counted, SchoolCount::plus);
    }

    void addTo(Cells cells) {
        for (ReturnColumn column : Figure.PROBLEMS.columns()) {
            cells.add(Figure.PROBLEM_SCHOOLS, column, of(column).size());
            cells.add(Figure.COMPLETED_SCHOOLS, column, complete(column).size());
            for (SchoolCount each : of(column)) {
                cells.add(Figure.PROBLEMS, column, each.done() + each.open());
                cells.add(Figure.COMPLETED_PROBLEMS, column, each.done());
                cells.add(Figure.OPEN_PROBLEMS, column, each.open());
            }
        }
    }

    /** The schools with a problem in the column, by code. */
    List<SchoolCount> of(ReturnColumn column) {
        return columns.get(column).values().stream()
                .sorted(Comparator.comparing(SchoolCount::unit))
                .toList();
    }

    /** Those of them that have no open problem in any column. */
    List<SchoolCount> complete(ReturnColumn column) {
        Map<String, SchoolCount> all = columns.get(ReturnColumn.TOTAL);
        return of(column).stream()
                .filter(each -> all.get(each.unit()).open() == 0)
                .toList();
    }

    /** One school's problems in one column. */
    record SchoolCount(String unit, int done, int open) {

        SchoolCount plus(SchoolCount other) {
            return new SchoolCount(unit, done + other.done, open + other.open);
        }
    }
}
