package io.duban.worklist;

import io.duban.accountability.Accountabilities;
import io.duban.accountability.AccountabilitySummary;
import io.duban.audit.AuditTrail;
import io.duban.calendar.WorkingDays;
import io.duban.engine.StandingAside;
import io.duban.interview.InterviewSummary;
import io.duban.interview.Interviews;
import io.duban.lead.LeadBook;
import io.duban.order.OrderCaseFile;
import io.duban.order.OrderDossier;
import io.duban.order.OrderSide;
import io.duban.organisation.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What belongs to an order beside its dossier: proofs, leads, orders before and after, interviews and accountability. */
@Component
class OrderExtras {

    private static final int LONGEST_TIMELINE = 200;

    private final OrderCaseFile file;
    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final LeadBook leads;
    private final AuditTrail audit;
    private final Names names;
    private final People people;
    private final StandingAside aside;

    OrderExtras(
            OrderCaseFile file,
            Interviews interviews,
            Accountabilities accountabilities,
            LeadBook leads,
            AuditTrail audit,
            Names names,
            People people,
            StandingAside aside) {
        this.aside = aside;
        this.file = file;
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.leads = leads;
        this.audit = audit;
        this.names = names;
        this.people = people;
    }

    Optional<OrderDossier> of(String id) {
        return file.readable(id);
    }

    OrderSide side(String id) {
        return file.side(id);
    }

    CaseExtras extras(String id) {
        boolean above = isAbove(id);
        List<CaseExtras.Related> ladder =
                above ? ladder(interviews.ofOrder(id), accountabilities.ofOrder(id)) : told(id);
        return new CaseExtras(
                file.isWhole(id),
                file.mayExport(id),
                Stream.concat(orders(id).stream(), ladder.stream()).toList(),
                leads.references(file.leads(id)).stream()
                        .map(each -> new CaseExtras.Origin(each.leadRef(), each.open(), each.stateLabel()))
                        .toList(),
                proofs(id),
                above ? ladder.stream().flatMap(this::steps).toList() : List.of());
    }

    /** Who works for the accused unit too is told no more of the order than that unit. */
    private List<CaseExtras.Related> told(String id) {
        return aside.isAside(id) ? List.of() : ladder(interviews.toldOfOrder(id), accountabilities.toldOfOrder(id));
    }

    /** Of the order's issuer and those above it: they see 约谈 and 问责, a party what it was told. */
    boolean isAbove(String id) {
        return file.isWhole(id)
                && of(id).filter(order -> people.sees(order.issuerUnit())).isPresent();
    }

    private List<CaseExtras.Related> orders(String id) {
        return file.isWhole(id)
                ? file.related(id).stream()
                        .map(each ->
                                new CaseExtras.Related(each.id(), CaseExtras.ORDER, each.number(), each.stateLabel()))
                        .toList()
                : List.of();
    }

    /** Both numbered as the person knows of them. */
    private static List<CaseExtras.Related> ladder(List<InterviewSummary> held, List<AccountabilitySummary> cases) {
        List<CaseExtras.Related> found = new ArrayList<>();
        held.forEach(each -> found.add(related(each.id(), "约谈", found.size() + 1, each.stateLabel())));
        cases.forEach(each -> found.add(related(each.id(), "问责", found.size() - held.size() + 1, each.stateLabel())));
        return found;
    }

    private static CaseExtras.Related related(String id, String kindLabel, int number, String stateLabel) {
        return new CaseExtras.Related(id, kindLabel, "第 " + number + " 次", stateLabel);
    }

    private Stream<Dossier.Step> steps(CaseExtras.Related each) {
        return audit.of(each.caseId(), LONGEST_TIMELINE).stream()
                .map(line -> new Dossier.Step(
                        line.at().atZone(WorkingDays.ZONE).toOffsetDateTime(),
                        names.of(line.actor()),
                        each.kindLabel() + "：" + line.sentence()));
    }

    private Map<String, List<CaseExtras.Proof>> proofs(String id) {
        return file.proofs(id).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(proof -> new CaseExtras.Proof(
                                        proof.group(), proof.label(), proof.text(), proof.doneOn(), proof.person()))
                                .toList()));
    }
}
