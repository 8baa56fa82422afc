package io.duban.returns;

import io.duban.accountability.AccountabilityFigures;
import io.duban.interview.InterviewFigures;
import io.duban.order.OrderFigures;
import io.duban.order.ProblemFigures;
import io.duban.order.ProblemFigures.CountedProblem;
import io.duban.order.ProblemFigures.ProblemTally;
import io.duban.organisation.CountScope;
import io.duban.organisation.SchoolStage;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the business tables know of a return, counted at the moment of asking (附件5 整改落实、问责情况、主要问题). */
@Component
class LiveFigures {

    private static final int MAIN_PROBLEMS = 3;

    private final ReturnUnits units;
    private final OrderFigures orders;
    private final ProblemFigures problems;
    private final InterviewFigures interviews;
    private final AccountabilityFigures accountabilities;
    private final ProblemStages stages;

    LiveFigures(
            ReturnUnits units,
            OrderFigures orders,
            ProblemFigures problems,
            InterviewFigures interviews,
            AccountabilityFigures accountabilities,
            ProblemStages stages) {
        this.units = units;
        this.orders = orders;
        this.problems = problems;
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.stages = stages;
    }

    CountScope scope(Unit unit, ReturnPeriod period) {
        return new CountScope(
                ReturnUnits.codes(units.counted(unit)),
                period.from(),
                period.to(),
                Optional.empty(),
                orders.keptFromReader(unit.code()));
    }

    /** The schools of a return, closed ones included. */
    List<Unit> schools(Unit unit) {
        return units.counted(unit).stream()
                .filter(each -> each.level().isSchool())
                .toList();
    }

    /** Adds 学校整改落实情况 and 问责情况. */
    Live count(Unit unit, ReturnPeriod period, Cells cells) {
        accountable(scope(unit, period), cells);
        List<Unit> schools = schools(unit);
        CountScope scope = scope(unit, period).of(ReturnUnits.codes(schools));
        List<ProblemTally> tallies = problems.problems(scope);
        List<CountedProblem> ofBothStages = ofBothStages(schools, scope, tallies);
        Map<String, SchoolStage> decided = stages.of(ofBothStages);
        SchoolCounts counts = new SchoolCounts(schools);
        tallies.forEach(counts::count);
        ofBothStages.forEach(
                each -> Optional.ofNullable(decided.get(each.id())).ifPresent(stage -> counts.place(each, stage)));
        counts.addTo(cells);
        return new Live(counts, ofBothStages, decided, proposals(tallies));
    }

    private void accountable(CountScope scope, Cells cells) {
        for (ReturnColumn column : Figure.ORDERS.columns()) {
            CountScope asked = column == ReturnColumn.TOTAL ? scope : scope.initiatedBy(units.districts());
            cells.add(Figure.ORDERS, column, orders.issued(asked));
            cells.add(Figure.BULLETINS, column, orders.bulletins(asked));
            cells.add(Figure.INTERVIEWS, column, interviews.interviewed(asked));
            cells.add(Figure.ACCOUNTABILITIES, column, accountabilities.heldToAccount(asked));
        }
    }

    /** The problems of schools whose stage does not say in which column they stand. */
    private List<CountedProblem> ofBothStages(List<Unit> schools, CountScope scope, List<ProblemTally> tallies) {
        var having = tallies.stream().map(ProblemTally::unit).collect(Collectors.toSet());
        var undecided = schools.stream()
                .filter(school -> Stages.columnOf(school).isEmpty())
                .map(Unit::code)
                .filter(having::contains)
                .collect(Collectors.toSet());
        return undecided.isEmpty()
                ? List.of()
                : problems.problems(scope.of(undecided), List.of(), Optional.empty(), 0, Integer.MAX_VALUE);
    }

    /** 主要问题: the categories with most problems, in the words of the catalogue. */
    private static List<String> proposals(List<ProblemTally> tallies) {
        Map<ProblemCategory, Integer> sums = new TreeMap<>();
        tallies.forEach(each -> sums.merge(each.category(), each.problems(), Integer::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<ProblemCategory, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAIN_PROBLEMS)
                .map(each -> each.getKey().label() + "（" + each.getValue() + "个）")
                .toList();
    }

    /**
     * What was counted beside the cells.
     *
     * @param ofBothStages the problems that need a stage of their own
     * @param decided the stages given to them
     */
    record Live(
            SchoolCounts schools,
            List<CountedProblem> ofBothStages,
            Map<String, SchoolStage> decided,
            List<String> proposals) {

        List<CountedProblem> undecided() {
            return ofBothStages.stream()
                    .filter(each -> !decided.containsKey(each.id()))
                    .toList();
        }
    }
}
