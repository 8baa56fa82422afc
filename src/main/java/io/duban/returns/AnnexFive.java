package io.duban.returns;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.order.ProblemFigures.CountedProblem;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.People;
import io.duban.organisation.SchoolStage;
import io.duban.organisation.Unit;
import io.duban.returns.AnnexFiveReturn.Subordinate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 附件5「双减」有关情况统计表: what is counted live, what the unit types, and how far those below have filled in. */
@Service
@Transactional
class AnnexFive {

    private final ReturnUnits units;
    private final LiveFigures live;
    private final FilledInRepository filledIn;
    private final ProblemStages stages;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    AnnexFive(
            ReturnUnits units,
            LiveFigures live,
            FilledInRepository filledIn,
            ProblemStages stages,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.units = units;
        this.live = live;
        this.filledIn = filledIn;
        this.stages = stages;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The return of a unit, for whoever may see it. */
    @Transactional(readOnly = true)
    public AnnexFiveReturn of(String unitCode, ReturnPeriod period) {
        Unit unit = units.visible(unitCode);
        Cells cells = new Cells();
        LiveFigures.Live counted = live.count(unit, period, cells);
        Map<String, FilledIn> filled = filledBelow(unit, period);
        filled.values()
                .forEach(each -> each.typed()
                        .numbers()
                        .forEach((cell, number) -> cells.add(cell.figure(), cell.column(), number)));
        Optional<FilledIn> own = Optional.ofNullable(filled.get(unit.code()));
        return new AnnexFiveReturn(
                unit,
                period,
                cells,
                own,
                mainProblems(own, counted.proposals()),
                counted.proposals(),
                AnnexFiveChecks.of(
                        cells, own.map(each -> each.typed().reasons()).orElse(Map.of()), withoutStage(counted)),
                subordinates(unit, filled.keySet()),
                counted.ofBothStages(),
                counted.decided(),
                units.mayFill(unit));
    }

    /**
     * Keeps what the unit types, as another version.
     *
     * @throws Refusal where the numbers contradict each other, a reason is missing, or somebody else was first
     */
    public void fill(String unitCode, ReturnPeriod period, Fields fields) {
        Unit unit = units.mine(unitCode);
        TypedPart typed = TypedPart.from(fields);
        AnnexFiveChecks.require(typed);
        int before = fields.number("version");
        int known = filledIn.of(unit.code(), period).map(FilledIn::version).orElse(0);
        if (before != known) {
            throw FilledInRepository.lostRace();
        }
        place(unit, period, fields);
        String person = people.current().id();
        filledIn.add(new FilledIn(unit.code(), known + 1, typed, person, clock.instant()), period);
        audit.record(
                "annex-5/" + unit.code() + "/" + period.from() + "/" + period.to(),
                "RETURN_FILLED",
                "填报附件5：" + unit.name() + "，" + period.words() + "，第" + (known + 1) + "版");
    }

    /** By school, so that whoever reads the return of a district or city knows whom to ask. */
    private Map<String, Long> withoutStage(LiveFigures.Live counted) {
        return counted.undecided().stream()
                .collect(Collectors.groupingBy(each -> units.name(each.unit()), TreeMap::new, Collectors.counting()));
    }

    /** Gives problems of 九年一贯制 schools their stage; a school's own return leaves none without (F15). */
    private void place(Unit unit, ReturnPeriod period, Fields fields) {
        LiveFigures.Live counted = live.count(unit, period, new Cells());
        Set<String> mine =
                counted.ofBothStages().stream().map(CountedProblem::id).collect(Collectors.toSet());
        Map<String, SchoolStage> given = new HashMap<>();
        List<Fields> rows = fields.rows("stages");
        for (Fields row : rows) {
            String problem = row.text("problem");
            if (!mine.contains(problem)) {
                throw Refusal.of(
                        row.nameOf("problem"),
                        "unknown-problem",
                        "F15",
                        "该问题不在本表之中或其学校只有一个学段，请刷新后重选。",
                        "The problem is not in this return, or its school has one stage only; reload.");
            }
            given.put(problem, stage(row));
        }
        List<CountedProblem> left = counted.undecided().stream()
                .filter(each -> !given.containsKey(each.id()))
                .toList();
        if (!left.isEmpty() && unit.level() == AdminLevel.SCHOOL) {
            throw Refusal.of(
                    "stages",
                    "problems-sum",
                    "F15",
                    "存在问题的合计应等于小学+初中：还有 " + left.size() + " 个问题未分学段（如“"
                            + left.get(0).description() + "”），请逐个选择小学或初中。",
                    "Problems must be those of both stages together; choose a stage for each.");
        }
        stages.set(given, people.current().id(), clock.instant());
    }

    private static SchoolStage stage(Fields row) {
        return switch (row.text("stage")) {
            case "PRIMARY" -> SchoolStage.PRIMARY;
            case "JUNIOR" -> SchoolStage.JUNIOR;
            default ->
                throw Refusal.of(
                        row.nameOf("stage"),
                        "option",
                        "附件5",
                        "学段应为 PRIMARY（小学）或 JUNIOR（初中），请重选。",
                        "The stage is PRIMARY or JUNIOR; choose again.");
        };
    }

    /** What the unit and those below it have typed, by unit. */
    Map<String, FilledIn> filledBelow(Unit unit, ReturnPeriod period) {
        Set<String> counted = ReturnUnits.codes(units.counted(unit));
        return filledIn.of(period).stream()
                .filter(each -> counted.contains(each.unit()))
                .collect(Collectors.toMap(FilledIn::unit, Function.identity()));
    }

    /** What has been filed stands as it is, empty lines too; proposals only stand where nothing has been filed. */
    private static List<String> mainProblems(Optional<FilledIn> own, List<String> proposals) {
        if (own.isPresent()) {
            return own.get().typed().mainProblems();
        }
        List<String> shown = new ArrayList<>(proposals);
        while (shown.size() < TypedPart.MAIN_PROBLEMS) {
            shown.add("");
        }
        return shown;
    }

    private List<Subordinate> subordinates(Unit unit, Set<String> filled) {
        return units.subordinates(unit).stream()
                .map(each -> {
                    List<Unit> below = units.below(each);
                    int done = Math.toIntExact(below.stream()
                            .filter(one -> filled.contains(one.code()))
                            .count());
                    return new Subordinate(each.code(), each.name(), filled.contains(each.code()), below.size(), done);
                })
                .toList();
    }
}
