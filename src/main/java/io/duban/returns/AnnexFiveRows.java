package io.duban.returns;

import io.duban.accountability.AccountabilityFigures;
import io.duban.engine.Refusal;
import io.duban.interview.InterviewFigures;
import io.duban.order.OrderFigures;
import io.duban.order.ProblemFigures;
import io.duban.order.ProblemFigures.CountedProblem;
import io.duban.organisation.CountScope;
import io.duban.organisation.Unit;
import io.duban.returns.SchoolCounts.SchoolCount;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows each figure of 附件5 counts, by the same scopes, so that a figure and its rows agree. */
@Service
@Transactional(readOnly = true)
class AnnexFiveRows {

    private static final int MOST = 100;

    private final AnnexFive returns;
    private final ReturnUnits units;
    private final LiveFigures live;
    private final OrderFigures orders;
    private final ProblemFigures problems;
    private final InterviewFigures interviews;
    private final AccountabilityFigures accountabilities;

    AnnexFiveRows(
            AnnexFive returns,
            ReturnUnits units,
            LiveFigures live,
            OrderFigures orders,
            ProblemFigures problems,
            InterviewFigures interviews,
            AccountabilityFigures accountabilities) {
        this.returns = returns;
        this.units = units;
        this.live = live;
        this.orders = orders;
        this.problems = problems;
        this.interviews = interviews;
        this.accountabilities = accountabilities;
    }

    /** One page; one row more than asked for tells whether there is another. */
    CountedRows of(String unitCode, ReturnPeriod period, CellKey cell, int page, int size) {
        if (page < 0 || page > MOST * MOST || size < 1 || size > MOST) {
            throw Refusal.of(
                    "size", "page", "Q2", "页码须从 0 起，每页 1 至 100 条。", "Pages count from 0 and hold 1 to 100 rows.");
        }
        Unit unit = units.visible(unitCode);
        int total = returns.of(unitCode, period).cells().get(cell);
        int skip = page * size;
        List<List<String>> found = cell.figure().isTyped()
                ? typed(unit, period, cell).skip(skip).limit(size + 1L).toList()
                : counted(unit, period, cell, skip, size + 1);
        return new CountedRows(
                cell.name(),
                cell.label(),
                total,
                headings(cell.figure()),
                found.stream().limit(size).toList(),
                page,
                size,
                found.size() > size);
    }

    private List<List<String>> counted(Unit unit, ReturnPeriod period, CellKey cell, int skip, int most) {
        CountScope scope = live.scope(unit, period);
        CountScope asked = cell.column() == Column.DISTRICT_OFFICE ? scope.initiatedBy(units.districts()) : scope;
        return switch (cell.figure()) {
            case PROBLEM_SCHOOLS, COMPLETED_SCHOOLS ->
                schools(unit, period, cell).skip(skip).limit(most).toList();
            case PROBLEMS -> problems(unit, period, cell, Optional.empty(), skip, most);
            case COMPLETED_PROBLEMS -> problems(unit, period, cell, Optional.of(true), skip, most);
            case OPEN_PROBLEMS -> problems(unit, period, cell, Optional.of(false), skip, most);
            case ORDERS ->
                orders.issued(asked, skip, most).stream()
                        .map(each -> line(
                                each.number(),
                                each.instrument(),
                                each.title(),
                                units.name(each.issuerUnit()),
                                units.name(each.addresseeUnit()),
                                each.issuedOn(),
                                each.state()))
                        .toList();
            case BULLETINS ->
                orders.bulletins(asked, skip, most).stream()
                        .map(each -> line(
                                each.number(),
                                each.title(),
                                units.name(each.issuerUnit()),
                                each.issuedOn(),
                                each.orders() + " 件"))
                        .toList();
            case INTERVIEWS ->
                interviews.interviewed(asked, skip, most).stream()
                        .map(each -> line(
                                each.name(),
                                each.unit(),
                                each.post(),
                                each.heldOn(),
                                each.orderNumber(),
                                units.name(each.issuerUnit())))
                        .toList();
            case ACCOUNTABILITIES ->
                accountabilities.heldToAccount(asked, skip, most).stream()
                        .map(each -> line(
                                each.name() == null ? "（由上级问责，不予显示）" : each.name(),
                                each.kind(),
                                each.deliveredOn(),
                                each.orderNumber(),
                                units.name(each.issuerUnit())))
                        .toList();
            default -> throw new IllegalStateException(cell.name());
        };
    }

    private Stream<List<String>> typed(Unit unit, ReturnPeriod period, CellKey cell) {
        return returns.filledBelow(unit, period).values().stream()
                .filter(each -> each.typed().number(cell.figure(), cell.column()) > 0)
                .sorted(java.util.Comparator.comparing(FilledIn::unit))
                .map(each -> line(
                        units.name(each.unit()),
                        each.typed().number(cell.figure(), cell.column()),
                        each.typed().filler(),
                        "第 " + each.version() + " 版"));
    }

    private Stream<List<String>> schools(Unit unit, ReturnPeriod period, CellKey cell) {
        SchoolCounts counts = live.count(unit, period, new Cells()).schools();
        List<SchoolCount> found =
                cell.figure() == Figure.COMPLETED_SCHOOLS ? counts.complete(cell.column()) : counts.of(cell.column());
        return found.stream()
                .map(each -> line(units.name(each.unit()), each.done() + each.open(), each.done(), each.open()));
    }

    private List<List<String>> problems(
            Unit unit, ReturnPeriod period, CellKey cell, Optional<Boolean> done, int skip, int most) {
        List<Unit> schools = live.schools(unit);
        boolean all = cell.column() == Column.TOTAL;
        List<Unit> whole = schools.stream()
                .filter(school -> all
                        || Stages.columnOf(school).filter(cell.column()::equals).isPresent())
                .toList();
        LiveFigures.Live counted = live.count(unit, period, new Cells());
        List<String> placed = counted.decided().entrySet().stream()
                .filter(each -> Stages.columnOf(each.getValue()) == cell.column())
                .map(java.util.Map.Entry::getKey)
                .toList();
        CountScope scope = live.scope(unit, period).of(ReturnUnits.codes(whole));
        return problems.problems(scope, placed, done, skip, most).stream()
                .map(this::problem)
                .toList();
    }

    private List<String> problem(CountedProblem each) {
        return line(
                units.name(each.unit()),
                each.category(),
                each.description(),
                each.done() ? "已完成整改" : "正在整改",
                each.signedOffOn(),
                each.state(),
                each.due(),
                each.orderNumber());
    }

    private static List<String> headings(Figure figure) {
        return switch (figure) {
            case PROBLEM_SCHOOLS, COMPLETED_SCHOOLS -> List.of("学校", "存在问题", "已完成整改", "正在整改");
            case PROBLEMS, COMPLETED_PROBLEMS, OPEN_PROBLEMS ->
                List.of("学校", "问题类别", "问题", "期末", "销号日期", "现状", "整改期限", "督办单");
            case ORDERS -> List.of("编号", "文种", "标题", "印发单位", "主送单位", "印发日期", "现状");
            case BULLETINS -> List.of("文号", "标题", "印发单位", "印发日期", "涉及督办单");
            case INTERVIEWS -> List.of("被约谈人", "单位", "职务", "约谈日期", "督办单", "约谈单位");
            case ACCOUNTABILITIES -> List.of("被问责人", "身份", "送达日期", "督办单", "问责单位");
            default -> List.of("填报单位", "填报数", "填报人", "版本");
        };
    }

    private static List<String> line(@Nullable Object... values) {
        return Stream.of(values).map(each -> Objects.toString(each, "—")).toList();
    }
}
