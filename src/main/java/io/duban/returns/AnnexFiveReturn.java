package io.duban.returns;

import io.duban.order.ProblemFigures.CountedProblem;
import io.duban.organisation.SchoolStage;
import io.duban.organisation.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 附件5 of one unit and period as it stands now.
 *
 * @param cells the numbers of the unit with all below it
 * @param own what the unit itself has typed
 * @param mainProblems 主要问题 1–3 as they are shown; empty text where there is none
 * @param proposals 主要问题 as the counts propose them
 * @param subordinates the units directly below and whether they have filled in
 * @param ofBothStages the problems whose column is given one by one
 * @param stages the stages given to them so far
 */
record AnnexFiveReturn(
        Unit unit,
        ReturnPeriod period,
        Cells cells,
        Optional<FilledIn> own,
        List<String> mainProblems,
        List<String> proposals,
        List<Check> checks,
        List<Subordinate> subordinates,
        List<CountedProblem> ofBothStages,
        Map<String, SchoolStage> stages,
        boolean mayFill) {

    /**
     * 填报进度 of a unit below.
     *
     * @param below how many units stand below it
     * @param belowFilled how many of those have filled in
     */
    record Subordinate(String unit, String name, boolean filled, int below, int belowFilled) {}

    public String title() {
        return unit.name() + period.words() + "“双减”督导有关情况统计表";
    }

    public int version() {
        return own.map(FilledIn::version).orElse(0);
    }

    /** The rules a row does not keep. */
    public List<Check> checksOf(String field) {
        return checks.stream().filter(each -> each.field().equals(field)).toList();
    }
}
