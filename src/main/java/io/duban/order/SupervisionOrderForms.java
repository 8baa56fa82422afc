package io.duban.order;

import static io.duban.order.SupervisionOrderVariables.CASE_ID;
import static io.duban.order.SupervisionOrderVariables.ISSUED;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Unit;
import io.duban.rectification.Problem;
import io.duban.rectification.ProblemCategory;
import io.duban.rectification.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The forms of supervision-order.bpmn: request, draft, sign, receive. */
@Component
class SupervisionOrderForms implements FormDesk {

    private final Orders orders;
    private final OrderRepository repository;
    private final Investigations investigations;
    private final Problems problems;
    private final OrderSearch search;
    private final OrderSheet sheet;
    private final Organisations organisations;
    private final People people;

    SupervisionOrderForms(
            Orders orders,
            OrderRepository repository,
            Investigations investigations,
            Problems problems,
            OrderSearch search,
            OrderSheet sheet,
            Organisations organisations,
            People people) {
        this.orders = orders;
        this.repository = repository;
        this.investigations = investigations;
        this.problems = problems;
        this.search = search;
        this.sheet = sheet;
        this.organisations = organisations;
        this.people = people;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of("supervisionOrder", "order-requested", at -> options(), this::request),
                FormBinding.of("userTask_draftOrder", "draft-order", this::draft, this::submitForIssue),
                FormBinding.of("userTask_issueOrder", "issue-order", this::paper, this::issue),
                FormBinding.of("userTask_receiveOrder", "receive-order", this::receipt, this::receive));
    }

    /** The option lists of the draft: units of the drafter's jurisdiction and the problem categories. */
    Map<String, Object> options() {
        List<Map<String, String>> addressees = new ArrayList<>();
        List<Map<String, String>> accused = new ArrayList<>();
        for (String office : people.current().units()) {
            for (Unit district : organisations.jurisdiction(office)) {
                addressees.add(option(district));
                for (Unit unit : organisations.children(district.code())) {
                    if (unit.level() == AdminLevel.SCHOOL || unit.level() == AdminLevel.INSTITUTION) {
                        accused.add(option(unit));
                    }
                }
            }
        }
        addressees.addAll(accused);
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("addressees", addressees);
        options.put("accusedUnits", accused);
        options.put("categories", ProblemCategory.options());
        options.put(
                "previousOrders",
                search.closedOfIssuer(people.current().units()).stream()
                        .map(each -> Map.of("value", each.id(), "label", each.shownNumber() + " " + each.title()))
                        .toList());
        return options;
    }

    private Flags request(Situation at, Fields fields) {
        return Flags.of(CASE_ID, orders.draft(OrderDraft.from(fields, false)));
    }

    private Map<String, Object> draft(Situation at) {
        SupervisionOrder order = repository.get(at.caseId());
        Map<String, Object> shown = new LinkedHashMap<>(options());
        shown.put("instrument", order.instrument().name());
        shown.put("title", order.title());
        shown.put("addresseeUnit", order.addresseeUnit());
        shown.put("accusedUnit", order.accusedUnit());
        shown.put("summary", order.summary() == null ? "" : order.summary());
        shown.put("provisions", order.provisions() == null ? "" : order.provisions());
        shown.put("socialImpact", order.socialImpact() == null ? "" : order.socialImpact());
        shown.put("basis", order.basis() == null ? "" : order.basis());
        shown.put(
                "problems",
                problems.of(order.id()).stream().map(SupervisionOrderForms::row).toList());
        return shown;
    }

    private Flags submitForIssue(Situation at, Fields fields) {
        orders.submitForIssue(at.caseId(), OrderDraft.from(fields, fields.yesNo("masked")), at.person());
        return Flags.none();
    }

    private Map<String, Object> paper(Situation at) {
        Map<String, Object> shown = sheet.full(at.caseId());
        shown.put(
                "problemTable",
                problems.of(at.caseId()).stream()
                        .map(each -> Map.of(
                                "seq", each.seq(),
                                "category", each.category().label(),
                                "description", each.description(),
                                "requirement", each.requirement() == null ? "" : each.requirement(),
                                "due", each.due() == null ? "" : each.due().toString()))
                        .toList());
        return shown;
    }

    private Flags issue(Situation at, Fields fields) {
        boolean issued = fields.either("decision", "ISSUE", "RETURN");
        if (issued) {
            orders.issue(at.caseId(), at.person());
        } else {
            orders.returnToDrafter(
                    at.caseId(),
                    fields.optionalText("reason")
                            .orElseThrow(() -> Refusal.of(
                                    "reason", "reason-for-return", "T3", "退回修改须写明理由。", "Say why it goes back.")));
        }
        return Flags.of(ISSUED, issued);
    }

    private Map<String, Object> receipt(Situation at) {
        SupervisionOrder order = repository.get(at.caseId());
        Map<String, Object> shown = paper(at);
        if (order.addresseeUnit().equals(order.accusedUnit())) {
            shown.put("summaryShown", "");
            shown.put("basisShown", "");
        }
        List<Map<String, String>> bodies = new ArrayList<>();
        if (order.instrument().isInvestigated()) {
            Unit district = organisations.get(order.districtUnit());
            bodies.add(option(district));
            investigations.teamAbove(district.code()).ifPresent(above -> bodies.add(option(above)));
        }
        shown.put("handlingUnits", bodies);
        shown.put("investigated", order.instrument().isInvestigated());
        return shown;
    }

    private Flags receive(Situation at, Fields fields) {
        orders.receive(at.caseId(), fields.optionalText("handlingUnit"), fields.text("responsible"), at.person());
        return investigations.begin(at.caseId());
    }

    private static Map<String, Object> row(Problem problem) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("category", problem.category().name());
        row.put("description", problem.description());
        row.put("requirement", problem.requirement() == null ? "" : problem.requirement());
        row.put("due", problem.due() == null ? null : problem.due().toString());
        return row;
    }

    private static Map<String, String> option(Unit unit) {
        return Map.of("value", unit.code(), "label", unit.name() + "（" + unit.code() + "）");
    }
}
