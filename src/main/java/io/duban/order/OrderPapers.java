package io.duban.order;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.document.PaperKind;
import io.duban.document.PaperText;
import io.duban.document.Papers;
import io.duban.organisation.Organisations;
import io.duban.rectification.Problem;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 督办文书的文字: what the papers of an order say. Only the order's own words go on paper; where it came from and who
 * reported stands in none of them (A53).
 */
@Component
class OrderPapers {

    private final Papers papers;
    private final Problems problems;
    private final Organisations organisations;
    private final Clock clock;

    OrderPapers(Papers papers, Problems problems, Organisations organisations, Clock clock) {
        this.papers = papers;
        this.problems = problems;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The order itself; answers its number. */
    String issue(SupervisionOrder order) {
        List<Problem> list = problems.of(order.id());
        return papers.issue(
                        switch (order.instrument()) {
                            case KEY_ISSUE_ORDER -> keyIssueOrder(order, list);
                            case RECTIFICATION_ORDER -> rectificationOrder(order, list);
                            case RECTIFICATION_LETTER -> letter(order, list);
                        })
                .number();
    }

    private PaperText keyIssueOrder(SupervisionOrder order, List<Problem> list) {
        String rules = "国家和" + organisations.get(order.issuerUnit()).name() + "的相关规定";
        String found = list.stream()
                .map(each -> OrderPhrases.numbered(list, each) + OrderPhrases.sentence(each.description()))
                .collect(Collectors.joining("\n"));
        return PaperText.of(
                PaperKind.KEY_ISSUE_ORDER,
                order.id(),
                order.issuerUnit(),
                order.addresseeUnit(),
                Map.of(
                        "标题", order.title(),
                        "被督办单位", withoutDistrict(order),
                        "存在问题", found,
                        "违反规定", OrderPhrases.phrase(order.provisions(), rules),
                        "社会影响", OrderPhrases.phrase(order.socialImpact(), "产生了不良的社会影响"),
                        "上级规定", rules));
    }

    private PaperText rectificationOrder(SupervisionOrder order, List<Problem> list) {
        return new PaperText(
                PaperKind.RECTIFICATION_ORDER,
                order.id(),
                order.issuerUnit(),
                order.addresseeUnit(),
                Map.of("标题", order.title(), "督办时间", Papers.chinese(LocalDate.now(clock))),
                list.stream()
                        .map(each -> Map.of(
                                "序号", String.valueOf(each.seq()),
                                "发现的问题", each.description(),
                                "整改要求", OrderPhrases.demand(each),
                                "整改时限", each.due() == null ? "立即整改" : Papers.chinese(each.due())))
                        .toList());
    }

    private PaperText letter(SupervisionOrder order, List<Problem> list) {
        List<String> lines = new ArrayList<>();
        list.forEach(each -> {
            lines.add(OrderPhrases.numbered(list, each) + OrderPhrases.sentence(each.description()));
            lines.add("整改要求：" + OrderPhrases.sentence(OrderPhrases.demand(each)));
            lines.add("整改时限：" + (each.due() == null ? "立即整改。" : Papers.chinese(each.due()) + "前完成。"));
        });
        return PaperText.of(
                PaperKind.RECTIFICATION_LETTER,
                order.id(),
                order.issuerUnit(),
                order.addresseeUnit(),
                Map.of("标题", order.title(), "问题与要求", String.join("\n", lines)));
    }

    /** 催办单, for what is overdue today. */
    void urge(SupervisionOrder order, int time, List<Deadline> overdue) {
        LocalDate today = LocalDate.now(clock);
        String terms = overdue.stream()
                .map(each -> each.kind().chinese() + "期限已于" + Papers.chinese(each.due()) + "届满，逾期"
                        + each.overdueWorkingDays(today) + "个工作日")
                .distinct()
                .collect(Collectors.joining("；"));
        papers.issue(PaperText.of(
                PaperKind.URGING_NOTE,
                order.id(),
                order.issuerUnit(),
                order.addresseeUnit(),
                Map.of(
                        "督办编号",
                        order.shownNumber(),
                        "督办标题",
                        order.title(),
                        "催办次数",
                        "第" + time + "次",
                        "逾期情况",
                        terms.isEmpty() ? "尚未按期办结" : terms)));
    }

    /** 延期批复, to whom the term runs for. */
    void replyToExtension(
            SupervisionOrder order, ExtensionRepository.Request request, Deadline deadline, boolean granted) {
        String term = deadline.kind().chinese() + "期限";
        String reason = request.decisionNote() == null ? "" : request.decisionNote();
        papers.issue(PaperText.of(
                PaperKind.EXTENSION_REPLY,
                order.id(),
                order.issuerUnit(),
                deadline.kind() == DeadlineKind.RECTIFICATION ? order.accusedUnit() : order.addresseeUnit(),
                Map.of(
                        "标题",
                        "关于" + term + "延期申请的批复",
                        "督办编号",
                        order.shownNumber(),
                        "申请事项",
                        term + "延长" + request.workingDays() + "个工作日",
                        "批复意见",
                        granted
                                ? "准予延期" + request.workingDays() + "个工作日，" + term + "延至"
                                        + Papers.chinese(deadline.due()) + "。同一期限不再延期。"
                                : "不予延期，" + term + "仍为" + Papers.chinese(deadline.due()) + "。",
                        "批复理由",
                        reason.isBlank() ? "" : OrderPhrases.sentence("理由：" + reason))));
    }

    /** 销号确认单: every problem of the order that has been signed off. */
    void confirmSignOff(SupervisionOrder order) {
        papers.issue(new PaperText(
                PaperKind.SIGN_OFF_CONFIRMATION,
                order.id(),
                order.issuerUnit(),
                order.addresseeUnit(),
                Map.of(
                        "督办编号", order.shownNumber(),
                        "督办标题", order.title(),
                        "被督办单位", organisations.get(order.accusedUnit()).name()),
                problems.of(order.id()).stream()
                        .filter(each -> each.signOffNumber() != null)
                        .map(each -> Map.of(
                                "序号", String.valueOf(each.seq()),
                                "问题", each.description(),
                                "销号编号", String.valueOf(each.signOffNumber()),
                                "销号日期", OrderPhrases.day(each.signedOffAt())))
                        .toList()));
    }

    /** A relapse revokes the sign-off (INV-17): the confirmation that names it is void. */
    void revokeSignOff(SupervisionOrder order) {
        String relapsed = problems.of(order.id()).stream()
                .filter(each -> each.reopened() && each.state().isOpen())
                .map(each -> String.valueOf(each.seq()))
                .collect(Collectors.joining("、"));
        papers.voidPapers(order.id(), PaperKind.SIGN_OFF_CONFIRMATION, "回头看发现问题 " + relapsed + " 反弹，销号已撤销，再次销号后另行确认。");
    }

    /** 你区…: the name of the unit without that of its district. */
    private String withoutDistrict(SupervisionOrder order) {
        String name = organisations.get(order.accusedUnit()).name();
        String district = organisations.get(order.districtUnit()).name();
        return name.startsWith(district) && !name.equals(district) ? name.substring(district.length()) : name;
    }
}
